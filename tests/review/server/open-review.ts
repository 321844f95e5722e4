import { Buffer } from 'node:buffer';
import { type IncomingHttpHeaders, request } from 'node:http';
import { onTestFinished } from 'vitest';
import type { Assistant } from '../../../src/review/assistant/assistant.js';
import { type Review, type ReviewOptions, startReview } from '../../../src/review/server/start-review.js';

/** A page of two files, as small as one can be. */
export const tinyPage = new Map(
  [
    ['/', '<!doctype html><title>Themeloom</title><script src="./assets/main.js"></script>', 'text/html'],
    ['/assets/main.js', 'document.title = "open";', 'text/javascript'],
  ].map(([path = '', text = '', type = '']) => [path, { bytes: Buffer.from(text), type }] as const),
);

/** One that is asked nothing: most tests are not about what takes long. */
export const idleAssistant = (): Assistant => ({
  reload: () => undefined,
  change: () => undefined,
  ask: async ({ kind }) => ({ json: JSON.stringify({ asked: kind }) }),
  close: async () => undefined,
});

export type Sent = {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
};

export type Answered = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
};

/** Sends a request as it is written here: `fetch` would mend the path and refuse some headers. */
export function send(port: number, path: string, { method = 'GET', headers = {}, body }: Sent = {}) {
  return new Promise<Answered>((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

export const json = { 'content-type': 'application/json' };

export type Opened = {
  readonly review: Review;
  readonly port: number;
  readonly tokens: readonly string[];
};

/** Opens a review that ends with the test. */
export async function openReview(folder: string, options: Partial<ReviewOptions> = {}): Promise<Opened> {
  const review = await startReview({
    folder,
    coders: ['ana'],
    now: () => new Date(),
    page: tinyPage,
    assistant: idleAssistant,
    ...options,
  });
  onTestFinished(() => review.close());
  const urls = review.links.map(({ url }) => new URL(url));
  return {
    review,
    port: Number(urls[0]?.port),
    tokens: urls.map(({ hash }) => hash.replace('#token=', '')),
  };
}

/** Exchanges a token for the header that opens everything else. */
export async function signIn({ port, tokens }: Opened, coder = 0): Promise<Record<string, string>> {
  const body = JSON.stringify({ token: tokens[coder] });
  const { text } = await send(port, '/api/session', { method: 'POST', headers: json, body });
  return { authorization: `Bearer ${JSON.parse(text).key}` };
}
