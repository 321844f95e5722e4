import type { Board } from '../../model/board.js';
import type { Decision } from '../../model/decision.js';
import type { Change } from '../../model/history.js';
import type { Memo } from '../../model/memo.js';
import type { Study } from '../../model/study.js';
import { applyDecisions } from './apply-decisions.js';
import { applyQuotes } from './apply-quotes.js';
import { applyThemes } from './apply-themes.js';
import { readMemoText } from './parse-memo.js';

/**
 * The study with changes made: each thing becomes what `after` says, whatever it was, so that making them twice is making
 * them once. Decisions on a quote or theme that the study then lacks are left out, as reading does.
 */
export function applyChanges(study: Study, changes: readonly Change[]): Study {
  if (changes.length === 0) return study;
  const { boards: _boards, ...rest } = study;
  const quotes = applyQuotes(study.quotes, changes);
  const taxonomy = applyThemes(study.taxonomy, changes);
  const decisions = applyDecisions(study.decisions, changes);
  const boards = applyBoards(study.boards ?? [], changes);
  const next = { ...rest, quotes, taxonomy, decisions, memos: applyMemos(study.memos, changes) };
  return {
    ...next,
    decisions: keepSupported(next, study, changes),
    ...(boards.length === 0 ? {} : { boards }),
  };
}

/** Without decisions on what is gone; looked through only where something may be. */
function keepSupported(next: Study, before: Study, changes: readonly Change[]): readonly Decision[] {
  if (next.quotes === before.quotes && next.taxonomy === before.taxonomy && changes.length < 2) {
    const [change] = changes;
    if (change?.kind !== 'decision') return next.decisions;
    const isKnown =
      next.quotes.some(({ id }) => id === change.quote) &&
      next.taxonomy.themes.some(({ id }) => id === change.theme);
    if (isKnown) return next.decisions;
  }
  const quoteIds = new Set(next.quotes.map(({ id }) => id));
  const themeIds = new Set(next.taxonomy.themes.map(({ id }) => id));
  const isSupported = ({ quoteId, themeId }: Decision) => quoteIds.has(quoteId) && themeIds.has(themeId);
  return next.decisions.every(isSupported) ? next.decisions : next.decisions.filter(isSupported);
}

function applyMemos(memos: readonly Memo[], changes: readonly Change[]): readonly Memo[] {
  const next = new Map(memos.map((memo) => [memo.themeId, memo]));
  for (const change of changes) {
    if (change.kind !== 'memo') continue;
    const memo = change.after === null ? undefined : readMemoText(change.theme, change.after);
    if (memo === undefined) next.delete(change.theme);
    else next.set(change.theme, memo);
  }
  return [...next.values()];
}

function applyBoards(boards: readonly Board[], changes: readonly Change[]): readonly Board[] {
  const next = new Map(boards.map((board) => [board.themeId, board]));
  for (const change of changes) {
    if (change.kind !== 'board') continue;
    const { theme, after } = change;
    if (after === null || after.length === 0) next.delete(theme);
    else next.set(theme, { themeId: theme, quoteIds: after });
  }
  return [...next.values()];
}
