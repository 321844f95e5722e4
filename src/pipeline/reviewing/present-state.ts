import type { Change } from '../../model/history.js';
import type { Study } from '../../model/study.js';
import { type DecisionChange, nameDecision, type Said, type ThemeState, toSaid } from './change-parts.js';
import { isSameSaid } from './plan-deciding.js';
import { toQuoteRecord } from './quote-record.js';
import type { KnownFiles } from './review-job.js';
import { growTree, readState } from './theme-tree.js';

/** What a change is about as it is now: the same change, whose `after` is the present state. */
export type Finder = (change: Change) => Change;

/** Reads the present state of what some changes are about. */
export function openStudy(study: Study, changes: readonly Change[], files?: KnownFiles): Finder {
  const tree = growTree(study.taxonomy);
  const said = readSaid(
    files?.lastWords ?? study.decisions,
    changes.filter((change) => change.kind === 'decision'),
  );
  return (change) => {
    switch (change.kind) {
      case 'quote': {
        const quote = study.quotes.find(({ id }) => id === change.id);
        return { ...change, after: quote === undefined ? null : toQuoteRecord(quote) };
      }
      case 'decision':
        return { ...change, after: said.get(nameChanged(change)) ?? null };
      case 'theme':
        return { ...change, after: readState(tree, change.id) };
      case 'memo':
        return { ...change, after: files?.memoTexts.get(change.theme) ?? null };
      case 'board':
        return { ...change, after: findBoard(study, change.theme) };
    }
  };
}

export const nameChanged = ({ coder, quote, theme }: DecisionChange) =>
  nameDecision({ coder, quoteId: quote, themeId: theme });

/** What was said of the quotes that changes name; there are tens of thousands of others. */
function readSaid(
  lastWords: Study['decisions'],
  changes: readonly DecisionChange[],
): ReadonlyMap<string, Said> {
  const quotes = new Set(changes.map(({ quote }) => quote));
  if (quotes.size === 0) return new Map();
  const own = lastWords.filter(({ quoteId }) => quotes.has(quoteId));
  return new Map(own.map((decision) => [nameDecision(decision), toSaid(decision)]));
}

function findBoard({ boards = [] }: Study, theme: string): string[] | null {
  const found = boards.find(({ themeId }) => themeId === theme);
  return found === undefined ? null : [...found.quoteIds];
}

/** Whether what is (`present.after`) is what a change had before or after it; times and places among siblings aside. */
export function isAt(present: Change, change: Change, when: 'before' | 'after'): boolean {
  if (present.kind === 'decision' && change.kind === 'decision')
    return isSameSaid(present.after, change[when]);
  if (present.kind === 'theme' && change.kind === 'theme') return isSameTheme(present.after, change[when]);
  return JSON.stringify(present.after) === JSON.stringify(change[when]);
}

function isSameTheme(one: ThemeState | null, other: ThemeState | null): boolean {
  if (one === null || other === null) return one === other;
  const isSameHome =
    one.parent === other.parent && (one.parent !== null || one.dimension === other.dimension);
  return isSameHome && describe(one) === describe(other);
}

const fields = ['label', 'description', 'include', 'exclude', 'keywords', 'notKeywords', 'examples'] as const;
const describe = ({ entry }: ThemeState) => JSON.stringify(fields.map((field) => entry[field] ?? null));
