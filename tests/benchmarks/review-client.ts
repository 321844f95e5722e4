import { randomUUID } from 'node:crypto';
import { type QueueView, queueSchema } from '../../src/review/messages/deciding.js';
import { transcriptSchema } from '../../src/review/messages/reading.js';
import { acknowledgementSchema, sessionSchema, studySchema } from '../../src/review/messages/study.js';

/** A coder who talks to the server as the page does, without a page. */
export type Client = {
  readonly origin: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly transcripts: readonly string[];
  /** Quotes and themes to decide on, in turn. */
  readonly quotes: readonly string[];
  readonly themes: readonly string[];
  readonly count: { decided: number };
  /** Called once, when the suggestions have been made anew. */
  readonly waiters: (() => void)[];
  readonly close: () => void;
};

/** Signs in by an address with a token, and listens. */
export async function openClient(url: string): Promise<Client> {
  const { origin, hash } = new URL(url);
  const json = { 'content-type': 'application/json' };
  const body = JSON.stringify({ token: hash.replace('#token=', '') });
  const session = await fetch(`${origin}/api/session`, { method: 'POST', headers: json, body });
  const { key } = sessionSchema.parse(await session.json());
  const headers = { ...json, authorization: `Bearer ${key}` };
  const stop = new AbortController();
  const waiters: (() => void)[] = [];
  void listen(origin, { headers, stop, waiters });
  const study = studySchema.parse(await (await fetch(`${origin}/api/study`, { headers })).json());
  const transcripts = study.transcripts.map(({ id }) => id);
  const quotes: string[] = [];
  for (const id of transcripts.slice(0, 60)) {
    const answer = await fetch(`${origin}/api/transcripts/${encodeURIComponent(id)}`, { headers });
    quotes.push(...transcriptSchema.parse(await answer.json()).quotes.map((quote) => quote.id));
  }
  const themes = study.themes.map(({ id }) => id);
  const close = () => stop.abort();
  return { origin, headers, transcripts, quotes, themes, count: { decided: 0 }, waiters, close };
}

type Listening = {
  readonly headers: Readonly<Record<string, string>>;
  readonly stop: AbortController;
  readonly waiters: (() => void)[];
};

async function listen(origin: string, { headers, stop, waiters }: Listening): Promise<void> {
  const decoder = new TextDecoder();
  try {
    const { body } = await fetch(`${origin}/api/events`, { headers, signal: stop.signal });
    if (body === null) return;
    for await (const chunk of body)
      if (decoder.decode(chunk).includes('"suggested"')) for (const tell of waiters.splice(0)) tell();
  } catch (error) {
    if (!stop.signal.aborted) throw error;
  }
}

/** Kept when the suggestions that are made now, or next, are there. */
export function waitForSuggestions({ waiters }: Client): Promise<void> {
  return new Promise((resolve) => waiters.push(resolve));
}

/** What the suggestions were made from by now, and how many are open. */
export async function askBasis({ origin, headers }: Client): Promise<Pick<QueueView, 'basis' | 'open'>> {
  return queueSchema.parse(await (await fetch(`${origin}/api/queue?count=1`, { headers })).json());
}

/** Milliseconds from sending a decision to its acknowledgement: by then it is on disk. */
export async function decideOnce(client: Client): Promise<number> {
  const { origin, headers, quotes, themes, count } = client;
  const at = count.decided++;
  const quote = quotes[at % quotes.length];
  const theme = themes[(at * 7) % themes.length];
  const action = { kind: 'decide', quote, theme, applies: at % 3 !== 0 };
  const body = JSON.stringify({ id: randomUUID(), action });
  const from = performance.now();
  const answer = await fetch(`${origin}/api/actions`, { method: 'POST', headers, body });
  const told = await answer.text();
  const time = performance.now() - from;
  acknowledgementSchema.parse(JSON.parse(told));
  return time;
}
