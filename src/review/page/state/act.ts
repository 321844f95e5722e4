import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { z } from 'zod';
import { actionSchema } from '../../../model/action.js';
import {
  type Acknowledgement,
  acknowledgementSchema,
  type Failure,
  type StudyView,
} from '../../messages/study.js';
import { announce } from './announce.js';
import type { Answer } from './answer.js';
import { tell } from './ask.js';
import { addClash, CLASH, isChoosing } from './clashes.js';
import { serverTrouble, showChange } from './events.js';
import { keep, readKept } from './keep.js';
import { makeId } from './make-id.js';
import {
  type Delivery,
  type OutboxState,
  openOutbox,
  type WaitingAction,
  waitingActionSchema,
} from './outbox.js';
import { whyNot } from './repair.js';
import { raiseFirst, sayFailure } from './say-failure.js';
import { connection } from './session.js';
import { study } from './study.js';

export { connection } from './session.js';
export type ActionInput = z.input<typeof actionSchema>;

const KEY = 'waiting';
const WAIT_MS = 1500;

const outboxState = signal<OutboxState>({ actions: [], held: undefined, delay: undefined });

/** Actions that are not on disk yet, oldest first. */
export const waitingActions: ReadonlySignal<readonly WaitingAction[]> = computed(() =>
  outboxState.value.actions.filter((action) => isOurs(action, study.value)),
);
/** How many actions are not on disk yet. */
export const waiting: ReadonlySignal<number> = computed(() => waitingActions.value.length);
/** How many actions this browser keeps, whosever they are: while the study must be mended it is not known whose. */
export const kept: ReadonlySignal<number> = computed(() => outboxState.value.actions.length);
/** Why what waits was stopped: an action before it was refused. */
export const held: ReadonlySignal<Failure | undefined> = computed(() => outboxState.value.held);
/** Why nothing can be written now, in words; empty where all is well. */
export const trouble: ReadonlySignal<string> = computed(() => {
  const { delay } = outboxState.value;
  const isKnown = delay === undefined || delay.code === 'unreachable' || delay.code === 'signed-out';
  return raiseFirst(serverTrouble.value) || (isKnown ? '' : sayFailure(delay));
});

function loadWaiting(): readonly WaitingAction[] {
  try {
    const kept = z.array(waitingActionSchema).safeParse(JSON.parse(readKept(KEY) || '[]'));
    return kept.success ? kept.data : [];
  } catch {
    return [];
  }
}

/** Whether the action was made for the study and by the coder that this window is for. */
function isOurs(action: WaitingAction, now: StudyView | undefined): boolean {
  return now !== undefined && now.name === action.study && now.coder === action.coder;
}

async function send(action: WaitingAction): Promise<Delivery> {
  const body = { id: action.id, action: action.action };
  const answer = await tell(acknowledgementSchema, '/api/actions', body);
  if (answer.ok) {
    showChange(answer.value.version);
    return { kind: 'done', value: answer.value };
  }
  if (answer.failure.code === CLASH) return { kind: 'clash', failure: answer.failure };
  return { kind: answer.passes === true ? 'later' : 'refused', failure: answer.failure };
}

/** Another window keeps its own in the same place: each writes its own and leaves the others'. */
const known = new Set<string>();
function saveWaiting(actions: readonly WaitingAction[]): void {
  for (const { id } of actions) known.add(id);
  const others = loadWaiting().filter(({ id }) => !known.has(id));
  const all = [...others, ...actions];
  if (
    !keep(KEY, all.length === 0 ? '' : JSON.stringify(all)) &&
    all.length > 0 &&
    connection.peek() !== 'online'
  )
    announce('This browser keeps nothing: leave the page open until Themeloom answers again.');
}

const outbox = openOutbox({
  store: { load: loadWaiting, save: saveWaiting },
  send,
  keepAside: addClash,
  isOurs: (action) => isOurs(action, study.peek()),
  tell: (state) => {
    for (const { id } of state.actions) known.add(id);
    outboxState.value = state;
  },
});

/** Sends on what was stopped by a refusal. */
export const releaseWaiting = outbox.release;
/** Throws away what waits. */
export const discardWaiting = outbox.discard;

/** Does something to the study. Settles when it is on disk, or was refused; while offline it waits, also over a reload. */
export async function act(input: ActionInput): Promise<Answer<Acknowledgement>> {
  const now = study.peek();
  if (whyNot.peek() !== '') {
    announce(whyNot.peek());
    return { ok: false, failure: { code: 'study-broken', message: whyNot.peek(), hint: '' } };
  }
  const action = actionSchema.safeParse(input);
  if (now === undefined || !action.success) {
    const message = now === undefined ? 'The study is not open yet.' : 'That is not complete.';
    return { ok: false, failure: { code: 'incomplete', message, hint: '' } };
  }
  const item = { id: makeId(), study: now.name, coder: now.coder, action: action.data };
  const answer = await outbox.add(item);
  // A memo shows both texts in its own place.
  if (!answer.ok && answer.failure.code === CLASH && action.data.kind !== 'write-memo')
    isChoosing.value = true;
  announce(answer.ok ? answer.value.told : sayFailure(answer.failure));
  return answer;
}

/** Sends what waits from now on: when the server is there again, when the study is known, and every second or so. */
export function followOutbox(): void {
  effect(() => {
    if (connection.value === 'online' && study.value !== undefined) void outbox.flush();
  });
  setInterval(() => {
    // While offline this is what finds out that the server is there again.
    if (outboxState.peek().actions.length > 0 && connection.peek() !== 'signed-out') void outbox.flush();
  }, WAIT_MS);
}
