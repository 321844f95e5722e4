import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { z } from 'zod';
import { keep, readKept } from './keep.js';
import { type WaitingAction, waitingActionSchema } from './outbox.js';
import { study } from './study.js';

/** The code of the refusal of an action that would replace what somebody else wrote meanwhile. */
export const CLASH = 'changed-meanwhile';

const KEY = 'clashes';

function load(): readonly WaitingAction[] {
  try {
    const kept = z.array(waitingActionSchema).safeParse(JSON.parse(readKept(KEY) || '[]'));
    return kept.success ? kept.data : [];
  } catch {
    return [];
  }
}

const all = signal(load());

/** Actions that were not carried out, since somebody else had changed the same: they wait for a choice, also over a reload. */
export const clashes: ReadonlySignal<readonly WaitingAction[]> = computed(() =>
  all.value.filter((action) => action.study === study.value?.name && action.coder === study.value?.coder),
);

/** Whether the choice is being made. */
export const isChoosing = signal(false);

/** Another window may have added or settled some since. */
function change(next: (known: readonly WaitingAction[]) => readonly WaitingAction[]): void {
  const known = new Map([...all.peek(), ...load()].map((action) => [action.id, action]));
  all.value = next([...known.values()]);
  keep(KEY, all.value.length === 0 ? '' : JSON.stringify(all.value));
}

export const addClash = (action: WaitingAction) =>
  change((known) => [...known.filter(({ id }) => id !== action.id), action]);

export const dropClash = (id: string) => change((known) => known.filter((action) => action.id !== id));

/** Follows what other windows add and settle. */
export function followClashes(): void {
  addEventListener('storage', () => {
    all.value = load();
  });
}
