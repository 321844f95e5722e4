import type { z } from 'zod';
import type { actionSchema } from '../../../src/model/action.js';
import { acknowledgementSchema, sessionSchema } from '../../../src/review/messages/study.js';
import { json, send } from '../server/open-review.js';
import type { Server } from './servers.js';

type ActionInput = z.input<typeof actionSchema>;

/** An action that a client has sent, or will send, until it knows what became of it. */
export type Posted = { readonly id: string; readonly coder: string; readonly action: ActionInput };

/** What a client knows: all that was acknowledged and refused, in order, and the one of which it does not know. */
export type Client = {
  readonly coder: string;
  readonly acknowledged: (Posted & { readonly made: string })[];
  readonly refused: Posted[];
  open: Posted | undefined;
};

export const makeClient = (coder: string): Client => ({
  coder,
  acknowledged: [],
  refused: [],
  open: undefined,
});

/** From 0 up to below 1, the same numbers for the same seed (a linear congruential generator of Numerical Recipes). */
export function drawFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

export type Known = {
  readonly transcripts: readonly { readonly id: string; readonly length: number }[];
  readonly themes: readonly string[];
};

/** Draws the next action of a client, among all kinds that a page sends. */
export function drawAction(draw: () => number, known: Known, client: Client): ActionInput {
  const pick = <T>(first: T, ...others: readonly T[]): T =>
    others[Math.floor(draw() * (others.length + 1)) - 1] ?? first;
  // A passage that was marked before is marked again without a new quote.
  const marks = client.acknowledged.filter(({ action, made }) => action.kind === 'mark' && made !== '');
  const made = marks.filter(() => draw() < 0.5);
  const quote = made.at(-1)?.made ?? 'q_0000000000';
  const theme = pick('sleep', ...known.themes);
  const { id: transcript, length } = known.transcripts[Math.floor(draw() * known.transcripts.length)] ?? {
    id: '',
    length: 99,
  };
  const start = Math.floor(draw() * (length - 60));
  const text = `Noise ${Math.floor(draw() * 1e6)}.`;
  const important = draw() < 0.5;
  return pick<ActionInput>(
    { kind: 'mark', transcript, start, end: start + 10 + Math.floor(draw() * 50), themes: [theme] },
    { kind: 'mark', transcript, start, end: start + 20, note: text },
    { kind: 'decide', quote, theme, applies: draw() < 0.2 ? null : draw() < 0.5 },
    { kind: 'decide', quote, theme, applies: true, note: text },
    { kind: 'edit-quote', quote, note: text, important },
    { kind: 'unmark', quote, others: true },
    { kind: 'write-memo', theme, text },
    { kind: 'edit-theme', theme, fields: { description: text } },
    {
      kind: 'create-theme',
      theme: { dimension: 'theme', parent: null, fields: { label: text } },
      quotes: [],
    },
    { kind: 'order-quotes', theme, quotes: made.map((each) => each.made).slice(0, 3) },
    { kind: 'resolve', quote, theme, applies: important },
    { kind: 'undo' },
    { kind: 'redo' },
  );
}

/** Sends one action after the other until the server is gone; what it did not answer is sent first the next time. */
export async function storm(
  { port, tokens }: Pick<Server, 'port' | 'tokens'>,
  client: Client,
  { token, next }: { readonly token: number; readonly next: () => ActionInput },
): Promise<void> {
  const body = JSON.stringify({ token: tokens[token] });
  const entered = await attempt(() => send(port, '/api/session', { method: 'POST', headers: json, body }));
  if (entered === undefined) return;
  const headers = { ...json, authorization: `Bearer ${sessionSchema.parse(JSON.parse(entered.text)).key}` };
  for (;;) {
    client.open ??= { id: crypto.randomUUID(), coder: client.coder, action: next() };
    const posted = client.open;
    const { id, action } = posted;
    const sent = { method: 'POST', headers, body: JSON.stringify({ id, action }) };
    const answered = await attempt(() => send(port, '/api/actions', sent));
    if (answered === undefined) return;
    if (answered.status === 503) continue;
    if (answered.status >= 500 || answered.status === 400)
      throw new Error(`${answered.status} ${answered.text}`);
    client.open = undefined;
    if (answered.status !== 200) client.refused.push(posted);
    else
      client.acknowledged.push({
        ...posted,
        made: acknowledgementSchema.parse(JSON.parse(answered.text)).made,
      });
  }
}

/** Undefined where the server went away in the middle: then nothing is known, whatever was received. */
async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch {
    return undefined;
  }
}
