import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { ToolkitError } from '../../errors.js';
import type { Desk, Made } from '../answers/desk.js';
import { beginMaking, type MakeOptions, planSteps, type Step } from '../answers/make.js';
import { answerQuestion } from './answer-question.js';
import { followOrder } from './follow-order.js';
import type { Delivery, Order, Reply, ThreadData } from './thread-messages.js';

/** Milliseconds without a change before suggestions and clusters are made anew. */
const QUIET = 1500;
/** Where making takes longer than that, it waits as long as it takes, so that half of the time is left; at most so long. */
const MOST_QUIET = 600_000;

function answerAll(parent: MessagePort, fromMaker: MessagePort): void {
  let desk: Desk | undefined;
  let made: Made | undefined;
  const reply = (message: Reply) => parent.postMessage(message);
  fromMaker.on('message', (delivery: Delivery) => {
    made = { ...made, ...delivery };
    reply({ kind: 'suggested', version: delivery.version });
  });
  parent.on('message', (order: Order) => {
    if (order.kind !== 'ask') {
      desk = followOrder(desk, order);
      return;
    }
    const { id, question } = order;
    if (desk === undefined) return;
    answerQuestion(made === undefined ? desk : { ...desk, made }, question).then(
      (answer) => reply({ kind: 'answer', id, answer }),
      (error: unknown) => reply({ kind: 'failure', id, ...explainError(error) }),
    );
  });
}

function makeAll(parent: MessagePort, toAnswerer: MessagePort): void {
  let desk: Desk | undefined;
  let today = '';
  let timer: NodeJS.Timeout | undefined;
  let making: Making | undefined;
  let isStale = false;
  let quiet = 0;
  let began = 0;
  const step = () => {
    if (desk === undefined) return;
    if (making === undefined) began = performance.now();
    const options = { today, ...(desk.made === undefined ? {} : { earlier: desk.made }) };
    making = takeStep(making ?? begin(desk, options));
    toAnswerer.postMessage(findNew(desk.made, making.made) satisfies Delivery);
    desk = { ...desk, made: making.made };
    // Between two steps changes are taken in; what is begun is finished all the same, and made anew after that.
    if (making.steps.length > 0) return void setTimeout(step, 0);
    making = undefined;
    quiet = Math.min(Math.max(QUIET, performance.now() - began), MOST_QUIET);
    if (isStale) timer = setTimeout(step, quiet);
    isStale = false;
  };
  parent.on('message', (order: Order) => {
    if (order.kind === 'ask') return;
    today = order.today;
    desk = followOrder(desk, order);
    isStale = making !== undefined;
    if (isStale) return;
    clearTimeout(timer);
    timer = setTimeout(step, quiet);
  });
}

/** What is new in what was made: the rest is there already, and large. */
function findNew(before: Made | undefined, now: Made): Delivery {
  const { version, suggestions, clustering, passages, model } = now;
  return {
    version,
    ...(suggestions === undefined || suggestions === before?.suggestions ? {} : { suggestions }),
    ...(clustering === undefined || clustering === before?.clustering ? {} : { clustering }),
    ...(passages === undefined || passages === before?.passages ? {} : { passages }),
    ...(model === undefined || model === before?.model ? {} : { model }),
  };
}

/** What was made so far of a study as it was, and the steps that are left. */
type Making = { readonly made: Made; readonly steps: readonly Step[] };

const begin = (desk: Desk, options: MakeOptions): Making => ({
  made: beginMaking(desk, options),
  steps: planSteps(desk, options),
});

/** Where a study is such that a part cannot be made of it, the rest goes on without that part. */
function takeStep({ made, steps: [step, ...steps] }: Making): Making {
  try {
    return { made: step === undefined ? made : step(made), steps };
  } catch {
    return { made, steps };
  }
}

function explainError(error: unknown): Pick<Extract<Reply, { kind: 'failure' }>, 'failure' | 'isKnown'> {
  if (!(error instanceof ToolkitError))
    return { failure: { code: 'fault', message: String(error), hint: '' }, isKnown: false };
  const { code, message, hint = '' } = error;
  return { failure: { code, message, hint }, isKnown: true };
}

const { role, port }: ThreadData = workerData;
if (parentPort !== null) (role === 'makes' ? makeAll : answerAll)(parentPort, port);
