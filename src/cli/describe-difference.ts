import type { DecisionChange, StudyDifference } from '../pipeline/compare-studies.js';
import { inOneLine } from './describe-findings.js';

/** Ids that a line names at most; `--json` has all. */
const MOST_NAMED = 10;

/** Words of quotes by their id; empty where only ids are to be shown. */
type Words = ReadonlyMap<string, string>;

const countQuotes = (count: number) => `${count} ${count === 1 ? 'quote' : 'quotes'}`;

function groupLines<T>(items: readonly T[], nameOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const known = groups.get(nameOf(item));
    if (known === undefined) groups.set(nameOf(item), [item]);
    else known.push(item);
  }
  return groups;
}

/** What changed, part by part and coder by coder. */
export function describeDifference(difference: StudyDifference, words: Words): readonly string[] {
  const { quotes, themes, transcripts } = difference;
  return [
    ...describeIds('transcripts', { ...transcripts }, new Map()),
    ...describeIds(
      'themes',
      { ...themes, changed: themes.changed.map(({ theme, fields }) => `${theme} (${fields.join(', ')})`) },
      new Map(),
    ),
    ...describeIds(
      'quotes',
      { added: quotes.added, removed: quotes.removed, changed: quotes.changed, lost: quotes.lost },
      words,
    ),
    ...describeMoves(difference, words),
    ...describeDecisions(difference, words),
  ];
}

/** `quotes: 2 added, 1 lost`, and below it which; nothing where there are none. */
function describeIds(
  name: string,
  parts: Readonly<Record<string, readonly string[]>>,
  words: Words,
): readonly string[] {
  const filled = Object.entries(parts).filter(([, ids]) => ids.length > 0);
  if (filled.length === 0) return [];
  const counts = filled.map(([part, ids]) => `${ids.length} ${part}`);
  return [
    `${name}: ${counts.join(', ')}`,
    ...filled.flatMap(([part, ids]) =>
      words.size === 0
        ? `    ${part.padEnd(8)} ${nameIds(ids)}`
        : ids.map((id) => `    ${part.padEnd(8)} ${showWords(id, words)}`),
    ),
  ];
}

function nameIds(ids: readonly string[]): string {
  const more = ids.length > MOST_NAMED ? ` and ${ids.length - MOST_NAMED} more` : '';
  return ids.slice(0, MOST_NAMED).join(', ') + more;
}

function showWords(id: string, words: Words): string {
  const own = words.get(id);
  return own === undefined ? id : `${id}  “${inOneLine(own)}”`;
}

const listWords = (ids: readonly string[], words: Words) =>
  words.size === 0 ? [] : ids.map((id) => `    ${showWords(id, words)}`);

/** `ana: 3 quotes moved from define-success to feedback` */
function describeMoves({ quotes }: StudyDifference, words: Words): readonly string[] {
  const groups = groupLines(
    quotes.moved,
    ({ coder, from, to }) => `${coder}: @ moved from ${from.join(' and ')} to ${to.join(' and ')}`,
  );
  return [...groups].flatMap(([line, moves]) => [
    line.replace('@', countQuotes(moves.length)),
    ...listWords(
      moves.map(({ quote }) => quote),
      words,
    ),
  ]);
}

/** The changes that are no part of a move. */
function describeDecisions({ decisions, quotes }: StudyDifference, words: Words): readonly string[] {
  const moved = new Set(
    quotes.moved.flatMap(({ coder, quote, from, to }) =>
      [...from, ...to].map((theme) => JSON.stringify([coder, quote, theme])),
    ),
  );
  const others = decisions.filter(
    ({ coder, quote, theme }) => !moved.has(JSON.stringify([coder, quote, theme])),
  );
  const groups = groupLines(others, (change) => `${change.coder}: ${nameChange(change)}`);
  return [...groups].flatMap(([line, changes]) => [
    `${line} ${countQuotes(changes.length)}`,
    ...listWords(
      changes.map(({ quote }) => quote),
      words,
    ),
  ]);
}

function nameChange({ theme, from, to }: DecisionChange): string {
  if (to === null) return `took back the decision on ${theme} for`;
  if (from === null) return to ? `gave ${theme} to` : `decided against ${theme} for`;
  return to ? `turned to ${theme} for` : `turned against ${theme} for`;
}
