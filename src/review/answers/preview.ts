import { type Action, previewAction } from '../../index.js';
import type { PreviewView } from '../messages/deciding.js';
import type { Desk } from './desk.js';

/** What an action would change, before it is done; where it cannot be done, why. */
export function answerPreview({ reading }: Desk, { action }: { readonly action: Action }): PreviewView {
  const { lines, replaces, ...rest } = previewAction(reading.study, action, reading);
  return { ...rest, lines: [...lines], replaces: replaces.map((each) => ({ ...each })) };
}
