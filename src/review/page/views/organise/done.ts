import { signal } from '@preact/signals';
import type { Acknowledgement } from '../../../messages/study.js';
import { type ActionInput, act, connection } from '../../state/act.js';
import { announce } from '../../state/announce.js';
import type { Answer } from '../../state/ask.js';
import { version } from '../../state/study.js';
import { undo } from '../../state/undo.js';

/** What was done last by `doAndOffer`, and `version` as it was then: taking it back is offered until it grows. */
export const done = signal<{ readonly told: string; readonly at: number } | undefined>(undefined);

/**
 * Does something, and offers to undo it. While the server does not answer, the action is kept and sent later: then
 * there is nothing to wait for, and the answer is `undefined`.
 */
export async function doAndOffer(action: ActionInput): Promise<Answer<Acknowledgement> | undefined> {
  done.value = undefined;
  const settled = act(action).then((answer) => {
    if (answer.ok) done.value = { told: answer.value.told, at: version.peek() };
    return answer;
  });
  if (connection.peek() === 'online') return settled;
  announce('Kept here, and sent when Themeloom answers again.');
  return undefined;
}

export function undoDone(): void {
  done.value = undefined;
  void undo();
}
