import type { Action } from '../../model/action.js';
import { type Base, markText } from '../../model/base.js';
import { CONSENSUS } from '../../model/decision.js';
import type { HistoryEntry } from '../../model/history.js';
import type { Study } from '../../model/study.js';
import { findChanger, tellChanger } from './find-changer.js';
import { listReplaced } from './list-replaced.js';
import { refuseAction } from './refuse-action.js';
import type { ReviewJob } from './review-job.js';

/**
 * Refuses an action that would replace what somebody wrote after its coder had last seen it; one that writes just that
 * already stands is none. Throws `ToolkitError` `changed-meanwhile`.
 */
export function refuseClash(study: Study, history: readonly HistoryEntry[], job: ReviewJob): void {
  const base = readBase(job.action);
  if (base === undefined) return;
  const clashing = listReplaced(study, job.action, job.files).filter(
    ({ field, now, next }) => isOther(base[field], now) && markText(now) !== markText(next),
  );
  if (clashing.length === 0) return;
  const changer = findChanger({ study, history, files: job.files }, nameThings(job.action));
  const what = clashing.map(({ field }) => names[field] ?? field).join(', ');
  throw refuseAction(
    'changed-meanwhile',
    `${what} ${clashing.length === 1 ? 'was' : 'were'} changed${tellChanger(changer, job.coder)} after you saw it`,
    'Nothing was overwritten: choose what is to stand.',
  );
}

const isOther = (mark: string | undefined, now: string) => mark !== undefined && mark !== markText(now);

const readBase = (action: Action): Base | undefined => ('base' in action ? action.base : undefined);

const names: Readonly<Record<string, string>> = {
  ...{ memo: 'the memo', label: 'the name', description: 'the description', include: 'what to include' },
  ...{ exclude: 'what to leave out', keywords: 'the keywords', notKeywords: 'the words that do not count' },
  ...{ examples: 'the examples', wording: 'the wording', note: 'the note', settled: 'what was settled' },
  order: 'the order of the quotes',
};

/** What an action changes, as `nameThing` has it. */
function nameThings(action: Action): ReadonlySet<string> {
  switch (action.kind) {
    case 'write-memo':
      return new Set([`memo\n${action.theme}`]);
    case 'order-quotes':
      return new Set([`board\n${action.theme}`]);
    case 'edit-theme':
    case 'remove-theme':
      return new Set([`theme\n${action.theme}`, `memo\n${action.theme}`]);
    case 'merge-themes':
      return new Set([`theme\n${action.from}`]);
    case 'edit-quote':
    case 'unmark':
      return new Set([`quote\n${action.quote}`]);
    case 'resolve':
      return new Set([`decision\n${CONSENSUS}\n${action.quote}\n${action.theme}`]);
    default:
      return new Set();
  }
}

/** An action as it is recorded: what its coder had seen tells nothing once it is done. */
export function dropBase(action: Action): Action {
  if (!('base' in action)) return action;
  const { base: _base, ...rest } = action;
  return rest;
}
