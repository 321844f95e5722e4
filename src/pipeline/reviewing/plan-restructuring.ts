import type { Decision } from '../../model/decision.js';
import type { Change } from '../../model/history.js';
import type { Study } from '../../model/study.js';
import { applyTheme } from './apply-themes.js';
import { type ThemeChange, toSaid } from './change-parts.js';
import { planMoving } from './plan-deciding.js';
import { chooseId, editEntry, listBelow, readTheme } from './plan-themes.js';
import { refuseAction, refuseUnknownQuote } from './refuse-action.js';
import type { JobOf, KnownFiles } from './review-job.js';
import { growTree, listChildren, type ThemeTree } from './theme-tree.js';

/**
 * The changes that make one theme of two: every coder's decisions, the children, keywords, examples, memo and board of
 * `from` come to `into`, and `from` goes with its description and rules.
 */
export function planMergeThemes(study: Study, job: JobOf<'merge-themes'>): readonly Change[] {
  const { from, into } = job.action;
  if (from === into)
    throw refuseAction('same-theme', 'a theme cannot be merged into itself', 'Choose another.');
  const tree = growTree(study.taxonomy);
  const themes = planMergedTree(tree, from, into);
  const lastWords = job.files?.lastWords ?? study.decisions;
  const decisions = planMoving(lastWords, {
    decisions: lastWords.filter(({ themeId }) => themeId === from),
    to: into,
    note: `merged from ${from} by ${job.coder}`,
    at: job.at,
  });
  // The theme that goes is last, so that its children and decisions have left it by then.
  const gone: Change = { kind: 'theme', id: from, before: readTheme(tree, from), after: null };
  return [
    ...themes,
    ...decisions,
    ...mergeMemos(job.files, from, into),
    ...mergeBoards(study, from, into),
    gone,
  ];
}

/** `into` leaves `from` where it is below it, and the children of `from` come below `into`; done in `tree`, too. */
function planMergedTree(tree: ThemeTree, from: string, into: string): readonly Change[] {
  const changes: ThemeChange[] = [];
  const make = (change: ThemeChange) => {
    applyTheme(tree, change);
    changes.push(change);
  };
  const source = readTheme(tree, from);
  const target = readTheme(tree, into);
  const { keywords = [], examples = [] } = target.entry;
  const entry = editEntry(target.entry, {
    keywords: [...keywords, ...(source.entry.keywords ?? [])],
    examples: [...examples, ...(source.entry.examples ?? [])],
  });
  const isBelow = listBelow(tree, from).includes(into);
  const { dimension, parent, position } = isBelow ? source : target;
  const after = { dimension, parent, position, entry };
  if (isBelow || JSON.stringify(after.entry) !== JSON.stringify(target.entry))
    make({ kind: 'theme', id: into, before: target, after });
  for (const id of listChildren(tree, from).filter((child) => child !== into)) {
    const before = readTheme(tree, id);
    const home = { dimension, parent: into, position: listChildren(tree, into).length };
    make({ kind: 'theme', id, before, after: { ...before, ...home } });
  }
  return changes;
}

function mergeMemos(files: KnownFiles | undefined, from: string, into: string): readonly Change[] {
  const source = files?.memoTexts.get(from);
  if (source === undefined) return [];
  const target = files?.memoTexts.get(into) ?? null;
  const joined = target === null ? source : `${target.trimEnd()}\n\n${source}`;
  return [
    { kind: 'memo', theme: into, before: target, after: joined },
    { kind: 'memo', theme: from, before: source, after: null },
  ];
}

function mergeBoards({ boards = [] }: Study, from: string, into: string): readonly Change[] {
  const source = boards.find(({ themeId }) => themeId === from);
  if (source === undefined) return [];
  const target = boards.find(({ themeId }) => themeId === into);
  const joined = [...new Set([...(target?.quoteIds ?? []), ...source.quoteIds])];
  return [
    { kind: 'board', theme: into, before: target === undefined ? null : [...target.quoteIds], after: joined },
    { kind: 'board', theme: from, before: [...source.quoteIds], after: null },
  ];
}

/** The changes that make a new theme beside one and move every coder's decisions on some quotes to it. */
export function planSplitTheme(study: Study, job: JobOf<'split-theme'>): readonly Change[] {
  const { theme, fields, quotes } = job.action;
  const { dimension, parent, position } = readTheme(growTree(study.taxonomy), theme);
  const known = new Set(study.quotes.map(({ id }) => id));
  const missing = quotes.find((quote) => !known.has(quote));
  if (missing !== undefined) throw refuseUnknownQuote(missing);
  const id = chooseId(study, { label: fields.label, files: job.files });
  const entry = editEntry({ id }, fields);
  const chosen = new Set(quotes);
  const lastWords = job.files?.lastWords ?? study.decisions;
  return [
    { kind: 'theme', id, before: null, after: { dimension, parent, position: position + 1, entry } },
    ...planMoving(
      lastWords.filter(({ themeId }) => themeId === theme),
      {
        decisions: lastWords.filter(({ themeId, quoteId }) => themeId === theme && chosen.has(quoteId)),
        to: id,
        note: `split from ${theme} by ${job.coder}`,
        at: job.at,
      },
    ),
    ...splitBoard(study, theme, { id, chosen }),
  ];
}

function splitBoard(
  { boards = [] }: Study,
  theme: string,
  { id, chosen }: { readonly id: string; readonly chosen: ReadonlySet<string> },
): readonly Change[] {
  const board = boards.find(({ themeId }) => themeId === theme)?.quoteIds ?? [];
  const moved = board.filter((quote) => chosen.has(quote));
  if (moved.length === 0) return [];
  const kept = board.filter((quote) => !chosen.has(quote));
  return [
    { kind: 'board', theme, before: [...board], after: kept.length === 0 ? null : kept },
    { kind: 'board', theme: id, before: null, after: moved },
  ];
}

/** The changes that take a theme away, with all that was decided on it, its memo and its board. */
export function planRemoveTheme(study: Study, { action, files }: JobOf<'remove-theme'>): readonly Change[] {
  const tree = growTree(study.taxonomy);
  const before = readTheme(tree, action.theme);
  if (listChildren(tree, action.theme).length > 0)
    throw refuseAction(
      'theme-has-children',
      `the theme "${before.entry.label}" has others below it`,
      'Move or merge these first.',
    );
  const board = study.boards?.find(({ themeId }) => themeId === action.theme);
  const memo = files?.memoTexts.get(action.theme);
  const lastWords = files?.lastWords ?? study.decisions;
  return [
    ...lastWords.filter(({ themeId }) => themeId === action.theme).map(takeBack),
    ...(memo === undefined
      ? []
      : [{ kind: 'memo' as const, theme: action.theme, before: memo, after: null }]),
    ...(board === undefined
      ? []
      : [{ kind: 'board' as const, theme: action.theme, before: [...board.quoteIds], after: null }]),
    { kind: 'theme', id: action.theme, before, after: null },
  ];
}

/** The change that takes a decision back, whosever it is. */
export function takeBack(decision: Decision): Change {
  const { coder, quoteId, themeId } = decision;
  return { kind: 'decision', coder, quote: quoteId, theme: themeId, before: toSaid(decision), after: null };
}
