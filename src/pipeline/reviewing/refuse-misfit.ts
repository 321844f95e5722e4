import type { Change } from '../../model/history.js';
import type { Study } from '../../model/study.js';
import { applyChanges } from './apply-changes.js';
import { nameDecision, type ThemeState, toSaid } from './change-parts.js';
import { isSameSaid } from './plan-deciding.js';
import { toQuoteRecord } from './quote-record.js';
import { refuseAction } from './refuse-action.js';
import type { KnownFiles } from './review-job.js';
import { growTree, readState } from './theme-tree.js';

/** How a thing is at present, to be held against a change's `before` or `after`. */
export type IsAt = (change: Change, state: Change['before']) => boolean;

/**
 * Refuses changes that the study as it is does not bear: a thing is no longer as `before` says, or something would be left
 * that rests on what goes. Throws `ToolkitError` `changed-since`.
 */
export function refuseMisfit(study: Study, changes: readonly Change[], files?: KnownFiles): void {
  const find = openStudy(study, files);
  for (const change of changes) if (!isAt(find(change), change, 'before')) throw refuseChanged(change);
  refuseLooseEnds(study, changes, files);
}

/** A thing as it is now, in the shape of the change that is about it. */
export type Finder = (change: Change) => Change;

/** Reads the present state of what changes are about; `after` of what it gives is that state. */
export function openStudy(study: Study, files?: KnownFiles): Finder {
  const tree = growTree(study.taxonomy);
  const decisions = files?.lastWords ?? study.decisions;
  const said = new Map<string, ReturnType<typeof toSaid>>();
  let isRead = false;
  return (change) => {
    switch (change.kind) {
      case 'quote': {
        const quote = study.quotes.find(({ id }) => id === change.id);
        return { ...change, after: quote === undefined ? null : toQuoteRecord(quote) };
      }
      case 'decision': {
        if (!isRead) for (const decision of decisions) said.set(nameDecision(decision), toSaid(decision));
        isRead = true;
        const name = nameDecision({ coder: change.coder, quoteId: change.quote, themeId: change.theme });
        return { ...change, after: said.get(name) ?? null };
      }
      case 'theme':
        return { ...change, after: readState(tree, change.id) };
      case 'memo':
        return { ...change, after: files?.memoTexts.get(change.theme) ?? null };
      case 'board':
        return { ...change, after: findBoard(study, change.theme) };
    }
  };
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

function refuseLooseEnds(study: Study, changes: readonly Change[], files: KnownFiles | undefined): void {
  const next = applyChanges(study, changes);
  const quoteIds = new Set(next.quotes.map(({ id }) => id));
  const themes = new Map(next.taxonomy.themes.map((theme) => [theme.id, theme]));
  const goneQuotes = new Set(study.quotes.map(({ id }) => id).filter((id) => !quoteIds.has(id)));
  const goneThemes = new Set(study.taxonomy.themes.map(({ id }) => id).filter((id) => !themes.has(id)));
  const changed = new Set(
    changes.map((change) =>
      change.kind === 'decision'
        ? nameDecision({ coder: change.coder, quoteId: change.quote, themeId: change.theme })
        : `${change.kind} ${change.kind === 'quote' || change.kind === 'theme' ? change.id : change.theme}`,
    ),
  );
  if (goneQuotes.size + goneThemes.size > 0) {
    const left = (files?.lastWords ?? study.decisions).find(
      (each) =>
        (goneQuotes.has(each.quoteId) || goneThemes.has(each.themeId)) && !changed.has(nameDecision(each)),
    );
    if (left !== undefined)
      throw refuseSince(`${left.coder} decided on it since, and would lose that decision`);
    const child = study.taxonomy.themes.find(({ id }) => goneThemes.has(id) && !changed.has(`theme ${id}`));
    if (child !== undefined) throw refuseSince(`the theme "${child.label}" was put below it since`);
  }
  for (const change of changes) {
    if (change.kind === 'decision' && change.after !== null) {
      const isLost = !quoteIds.has(change.quote) && files === undefined;
      if (goneQuotes.has(change.quote) || isLost || !themes.has(change.theme)) throw refuseChanged(change);
    }
    if (change.kind === 'theme' && change.after !== null && !themes.has(change.id))
      throw refuseChanged(change);
  }
}

const what = {
  quote: 'the quote',
  decision: 'a decision',
  theme: 'the theme',
  memo: 'the memo',
  board: 'the order',
};

function refuseChanged(change: Change): Error {
  const who = change.kind === 'decision' ? ` of ${change.coder}` : '';
  return refuseSince(`${what[change.kind]}${who} was changed since`);
}

const refuseSince = (why: string) =>
  refuseAction(
    'changed-since',
    `this cannot be taken back or done again: ${why}`,
    'Nothing was changed. Look at it as it is now, and change it by hand.',
  );
