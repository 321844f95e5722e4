import type { Acknowledgement } from '../../../messages/study.js';
import { type ActionInput, act } from '../../state/act.js';
import type { Answer } from '../../state/ask.js';

/** Puts all of them into the outbox at once; gives the last acknowledgement, or the first failure. */
export async function sendAll(actions: readonly ActionInput[]): Promise<Answer<Acknowledgement> | undefined> {
  const answers = await Promise.all(actions.map((action) => act(action)));
  return answers.find((answer) => !answer.ok) ?? answers.at(-1);
}
