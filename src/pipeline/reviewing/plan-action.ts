import { CONSENSUS } from '../../model/decision.js';
import type { Change, HistoryEntry } from '../../model/history.js';
import type { Study } from '../../model/study.js';
import { planDecide, planResolve } from './plan-deciding.js';
import { planEditQuote, planMark, planUnmark } from './plan-marking.js';
import { planMergeThemes, planRemoveTheme, planSplitTheme } from './plan-restructuring.js';
import { planCreateTheme, planEditTheme, planMoveTheme } from './plan-themes.js';
import { planUndoing } from './plan-undoing.js';
import { planOrderQuotes, planWriteMemo } from './plan-writing.js';
import { refuseAction } from './refuse-action.js';
import { refuseClash } from './refuse-clash.js';
import type { ReviewJob } from './review-job.js';

export type { KnownFiles, ReviewJob } from './review-job.js';

/**
 * What an action changes in a study's files: each thing once, in the order in which it is to be done; nothing where all is
 * so already. Throws `ToolkitError` with what was wrong, where, and what to do; `changed-meanwhile` where the action says
 * what its coder had seen (`base`), and something else stands there by now.
 */
export function planAction(
  study: Study,
  history: readonly HistoryEntry[],
  job: ReviewJob,
): readonly Change[] {
  if (job.coder === CONSENSUS)
    throw refuseAction('reserved-coder', `"${CONSENSUS}" is no person, so nobody can work under that name`);
  refuseClash(study, history, job);
  const { action, ...who } = job;
  switch (action.kind) {
    case 'mark':
      return planMark(study, { ...who, action });
    case 'unmark':
      return planUnmark(study, { ...who, action });
    case 'edit-quote':
      return planEditQuote(study, { ...who, action });
    case 'decide':
      return planDecide(study, { ...who, action });
    case 'resolve':
      return planResolve(study, { ...who, action });
    case 'create-theme':
      return planCreateTheme(study, { ...who, action });
    case 'edit-theme':
      return planEditTheme(study, { ...who, action });
    case 'move-theme':
      return planMoveTheme(study, { ...who, action });
    case 'merge-themes':
      return planMergeThemes(study, { ...who, action });
    case 'split-theme':
      return planSplitTheme(study, { ...who, action });
    case 'remove-theme':
      return planRemoveTheme(study, { ...who, action });
    case 'write-memo':
      return planWriteMemo(study, { ...who, action });
    case 'order-quotes':
      return planOrderQuotes(study, { ...who, action });
    case 'undo':
    case 'redo':
      return planUndoing(study, history, { ...who, action });
  }
}
