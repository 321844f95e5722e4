import { MessageChannel, Worker } from 'node:worker_threads';
import { ToolkitError } from '../../errors.js';
import type { Desk } from '../answers/desk.js';
import type { Answer, Asked } from './question.js';
import type { Order, Reply, ThreadData } from './thread-messages.js';

/** Answers what takes long, beside the thread that records actions, which never waits for it. */
export type Assistant = {
  readonly reload: (desk: Desk) => void;
  /** One entry more of the history: the last of `desk`. */
  readonly change: (desk: Desk) => void;
  /** Throws `ToolkitError` where the question cannot be answered. */
  readonly ask: (question: Asked) => Promise<Answer>;
  readonly close: () => Promise<void>;
};

export type AssistantOptions = {
  /** The study as it is at this moment. */
  readonly readDesk: () => Desk;
  /** ISO day. */
  readonly today: () => string;
  /** Of the tool, as reports print it. */
  readonly version: string;
  /** Called when suggestions and clusters were made anew. */
  readonly onSuggested: (version: number) => void;
};

type Waiting = { readonly resolve: (answer: Answer) => void; readonly reject: (error: unknown) => void };
type Pair = { readonly answerer: Worker; readonly maker: Worker };

/** From source, as tests run, a thread must be given the loader that its parent has. */
const isBuilt = import.meta.url.endsWith('.js');
const threadFile = isBuilt ? './thread.js' : './thread.ts';

/** Starts two threads. Where one of them fails, both are started anew with the next thing that they are needed for. */
export function startAssistant({ readDesk, today, version, onSuggested }: AssistantOptions): Assistant {
  const waiting = new Map<number, Waiting>();
  let next = 0;
  let isClosed = false;
  let pair: Pair | undefined;
  const hear = (reply: Reply) => {
    if (reply.kind === 'suggested') return onSuggested(reply.version);
    const asked = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (reply.kind === 'answer') asked?.resolve(reply.answer);
    else asked?.reject(explainReply(reply));
  };
  const fail = () => {
    const failed = pair;
    pair = undefined;
    for (const { reject } of waiting.values()) reject(explainLoss());
    waiting.clear();
    if (failed !== undefined) void endPair(failed);
  };
  const need = (): Pair => {
    pair ??= startPair({ kind: 'reload', desk: readDesk(), today: today() }, { hear, fail });
    return pair;
  };
  const tellBoth = (order: Order) => {
    if (isClosed) return;
    const { answerer, maker } = need();
    answerer.postMessage(order);
    maker.postMessage(order);
  };
  need();
  return {
    reload: (desk) => tellBoth({ kind: 'reload', desk, today: today() }),
    change: ({ history, version }) => {
      const entry = history.at(-1);
      if (entry !== undefined) tellBoth({ kind: 'change', entry, version, today: today() });
    },
    ask: (question) =>
      new Promise((resolve, reject) => {
        if (isClosed) return reject(explainLoss());
        const id = next++;
        waiting.set(id, { resolve, reject });
        need().answerer.postMessage({
          kind: 'ask',
          id,
          question: { ...question, today: today(), version },
        } satisfies Order);
      }),
    close: async () => {
      isClosed = true;
      const last = pair;
      fail();
      if (last !== undefined) await endPair(last);
    },
  };
}

type PairEvents = { readonly hear: (reply: Reply) => void; readonly fail: () => void };

function startPair(first: Order, { hear, fail }: PairEvents): Pair {
  const { port1, port2 } = new MessageChannel();
  const answerer = startThread({ role: 'answers', port: port1 });
  const maker = startThread({ role: 'makes', port: port2 });
  answerer.on('message', hear);
  for (const thread of [answerer, maker]) {
    thread.on('error', fail);
    thread.unref();
    thread.postMessage(first);
  }
  return { answerer, maker };
}

function startThread(data: ThreadData): Worker {
  const options = { workerData: data, transferList: [data.port], name: `themeloom ${data.role}` };
  const entry = new URL(threadFile, import.meta.url);
  if (isBuilt) return new Worker(entry, options);
  const [loader, file] = [import.meta.resolve('tsx/esm/api'), entry.href].map((url) => JSON.stringify(url));
  const script = `import(${loader}).then(({ register }) => { register(); return import(${file}); });`;
  return new Worker(script, { ...options, eval: true });
}

const endPair = ({ answerer, maker }: Pair) => Promise.all([answerer.terminate(), maker.terminate()]);

const explainReply = ({ failure: { code, message, hint }, isKnown }: Extract<Reply, { kind: 'failure' }>) =>
  isKnown ? new ToolkitError(code, message, { hint }) : new Error(message);

const explainLoss = () =>
  new ToolkitError('try-again', 'the answer was lost', { hint: 'Ask again: nothing recorded is lost.' });
