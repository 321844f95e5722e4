import { z } from 'zod';
import { actionSchema } from '../../../model/action.js';
import type { Acknowledgement, Failure } from '../../messages/study.js';
import type { Answer } from './answer.js';

/** An action that is not on disk yet. `study` and `coder` say whose it is: another study may get the same address. */
export const waitingActionSchema = z.object({
  id: z.string(),
  study: z.string(),
  coder: z.string(),
  action: actionSchema,
});
export type WaitingAction = z.infer<typeof waitingActionSchema>;

/** What became of sending: `later` is tried again, and keeps its place in the order. */
export type Delivery =
  | { readonly kind: 'done'; readonly value: Acknowledgement }
  | { readonly kind: 'refused'; readonly failure: Failure }
  /** Refused, since somebody else changed the same meanwhile: its words must not be lost. */
  | { readonly kind: 'clash'; readonly failure: Failure }
  | { readonly kind: 'later'; readonly failure: Failure };

/** Where waiting actions outlive the page. */
export type Store = {
  readonly load: () => readonly WaitingAction[];
  readonly save: (actions: readonly WaitingAction[]) => void;
};

export type OutboxState = {
  readonly actions: readonly WaitingAction[];
  /** Set when an action was refused while others waited behind it: they wait until somebody says what to do. */
  readonly held: Failure | undefined;
  /** Why the first one could not be sent yet. */
  readonly delay: Failure | undefined;
};

export type Outbox = {
  /** Keeps an action at once; the promise settles when it is on disk, refused or thrown away. */
  readonly add: (action: WaitingAction) => Promise<Answer<Acknowledgement>>;
  /** Tries to send what waits; quiet while it is already trying. */
  readonly flush: () => Promise<void>;
  /** Sends on after a refusal. */
  readonly release: () => Promise<void>;
  /** Throws the waiting ones away. */
  readonly discard: () => void;
};

const THROWN_AWAY: Failure = { code: 'thrown-away', message: 'The action was thrown away.', hint: '' };

type Parts = {
  readonly store: Store;
  readonly send: (action: WaitingAction) => Promise<Delivery>;
  readonly tell: (state: OutboxState) => void;
  /** Takes over an action that waits for a choice, before it is forgotten here. */
  readonly keepAside: (action: WaitingAction) => void;
  /** Whether an action is of the study and the coder that are open; others stay where they are. */
  readonly isOurs: (action: WaitingAction) => boolean;
};

/**
 * Sends actions in order, one at a time, each until it is acknowledged. The id of an action makes sending it twice the
 * same as once. A refusal stops those that were waiting behind it: they were meant for a study in which it had happened.
 * One that clashes with what somebody wrote stops nothing: it is kept aside until one of the two is chosen.
 */
export function openOutbox({ store, send, tell, isOurs, keepAside }: Parts): Outbox {
  const settlers = new Map<string, (answer: Answer<Acknowledgement>) => void>();
  let state: OutboxState = { actions: store.load(), held: undefined, delay: undefined };
  let isSending = false;

  const change = (next: Partial<OutboxState>) => {
    state = { ...state, ...next };
    if (next.actions !== undefined) store.save(next.actions);
    tell(state);
  };
  const settle = (id: string, answer: Answer<Acknowledgement>) => {
    settlers.get(id)?.(answer);
    settlers.delete(id);
  };
  const take = (first: WaitingAction, delivery: Delivery): boolean => {
    if (delivery.kind === 'later') {
      change({ delay: delivery.failure });
      return false;
    }
    if (delivery.kind === 'clash') keepAside(first);
    const actions = state.actions.filter(({ id }) => id !== first.id);
    const held = delivery.kind === 'refused' && actions.some(isOurs) ? delivery.failure : undefined;
    change({ actions, delay: undefined, held });
    settle(
      first.id,
      delivery.kind === 'done'
        ? { ok: true, value: delivery.value }
        : { ok: false, failure: delivery.failure },
    );
    return held === undefined;
  };
  const flush = async () => {
    if (isSending) return;
    isSending = true;
    for (let goesOn = true; goesOn && state.held === undefined; ) {
      const first = state.actions.find(isOurs);
      goesOn = first !== undefined && take(first, await send(first));
    }
    isSending = false;
  };

  tell(state);
  return {
    add: (action) => {
      const settled = new Promise<Answer<Acknowledgement>>((resolve) => settlers.set(action.id, resolve));
      change({ actions: [...state.actions, action] });
      void flush();
      return settled;
    },
    flush,
    release: () => {
      change({ held: undefined });
      return flush();
    },
    discard: () => {
      const thrown = state.actions.filter(isOurs);
      const actions = state.actions.filter((action) => !isOurs(action));
      change({ actions, held: undefined, delay: undefined });
      for (const { id } of thrown) settle(id, { ok: false, failure: THROWN_AWAY });
    },
  };
}
