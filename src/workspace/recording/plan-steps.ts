import type { BoardRecord } from '../../model/board.js';
import type { DecisionRecord } from '../../model/decision.js';
import type { Change } from '../../model/history.js';
import type { BoardChange, DecisionChange } from '../../pipeline/reviewing/change-parts.js';
import { nameDecisionsFile } from '../read-decisions.js';
import { studyFiles, studyFolders } from '../study-files.js';
import { editQuotes } from './edit-quotes.js';
import { editTaxonomy } from './edit-taxonomy.js';
import type { Step } from './step.js';

export type Doing = { readonly changes: readonly Change[]; readonly by: string; readonly at: string };

/**
 * The steps on the disk that make changes: themes before what names them, quotes before decisions on them. Throws
 * `ToolkitError` where a file that is to be rewritten cannot be read or is not what it should be.
 */
export function planSteps(folder: string, { changes, by, at }: Doing): readonly Step[] {
  const themes = changes.filter((change) => change.kind === 'theme');
  const quotes = changes.filter((change) => change.kind === 'quote');
  const decisions = changes.filter((change) => change.kind === 'decision');
  const boards = changes.filter((change) => change.kind === 'board');
  const memos = changes.filter((change) => change.kind === 'memo');
  return [
    ...(themes.length === 0 ? [] : [editTaxonomy(folder, themes)]),
    ...(quotes.length === 0 ? [] : editQuotes(folder, quotes)),
    ...groupDecisions(decisions, at),
    ...(boards.length === 0
      ? []
      : [
          {
            kind: 'append' as const,
            file: studyFiles.boards,
            records: boards.map((change) => toBoardRecord(change, { by, at })),
          },
        ]),
    ...memos.map(({ theme, after }): Step => {
      const file = `${studyFolders.memos}/${theme}.md`;
      return after === null ? { kind: 'remove', file } : { kind: 'write', file, content: after };
    }),
  ];
}

function groupDecisions(changes: readonly DecisionChange[], at: string): readonly Step[] {
  const coders = [...new Set(changes.map(({ coder }) => coder))];
  return coders.map((coder) => ({
    kind: 'append',
    file: nameDecisionsFile(coder),
    records: changes.filter((change) => change.coder === coder).map((change) => toRecord(change, at)),
  }));
}

/** A decision that is taken back is a line that says nothing, dated now. */
function toRecord({ quote, theme, after }: DecisionChange, at: string): DecisionRecord {
  if (after === null) return { quote, theme, applies: null, at };
  return {
    quote,
    theme,
    applies: after.applies,
    ...(after.contradicts === undefined ? {} : { contradicts: after.contradicts }),
    at: after.at === '' ? at : after.at,
    ...(after.note === undefined ? {} : { note: after.note }),
  };
}

const toBoardRecord = ({ theme, after }: BoardChange, { by, at }: Omit<Doing, 'changes'>): BoardRecord => ({
  theme,
  quotes: after ?? [],
  by,
  at,
});
