import type { ThemeFields } from '../../model/action.js';
import type { Change } from '../../model/history.js';
import { coderSchema } from '../../model/settings.js';
import type { Study } from '../../model/study.js';
import { makeThemeId } from '../make-theme-id.js';
import type { ThemeEntry, ThemeState } from './change-parts.js';
import { cleanLine, cleanText } from './clean-text.js';
import { refuseAction, refuseUnknownQuote, refuseUnknownTheme } from './refuse-action.js';
import type { JobOf, KnownFiles } from './review-job.js';
import { growTree, listChildren, readState, type ThemeTree, takeOut, toTheme } from './theme-tree.js';

/** The changes that add a theme, last among its siblings, and decide that it applies to quotes. */
export function planCreateTheme(study: Study, job: JobOf<'create-theme'>): readonly Change[] {
  const { theme, quotes } = job.action;
  const tree = growTree(study.taxonomy);
  const id = chooseId(study, { asked: theme.id, label: theme.fields.label, files: job.files });
  const home = { dimension: theme.dimension, parent: theme.parent };
  refuseHome(tree, home);
  const position = countSiblings(tree, home);
  const after: ThemeState = { ...home, position, entry: editEntry({ id }, theme.fields) };
  return [{ kind: 'theme', id, before: null, after }, ...decideAll(study, { ...job, id, quotes })];
}

type Deciding = Pick<JobOf<'create-theme'>, 'coder' | 'at'> & {
  readonly id: string;
  readonly quotes: readonly string[];
};

/** The coder's decisions that a theme applies, for a theme that the study does not have yet. */
function decideAll(study: Study, { id, quotes, coder, at }: Deciding): readonly Change[] {
  const known = new Set(study.quotes.map((quote) => quote.id));
  return [...new Set(quotes)].map((quote): Change => {
    if (!known.has(quote)) throw refuseUnknownQuote(quote);
    return { kind: 'decision', coder, quote, theme: id, before: null, after: { applies: true, at } };
  });
}

/** Words of a label in an id. A label may be what a participant said: five of their words in a row must not stay for good. */
const MOST_WORDS = 4;

/** The change that lets a theme say something else. */
export function planEditTheme(study: Study, { action }: JobOf<'edit-theme'>): readonly Change[] {
  const before = readTheme(growTree(study.taxonomy), action.theme);
  const after = { ...before, entry: editEntry(before.entry, action.fields) };
  return isSame(before, after) ? [] : [{ kind: 'theme', id: action.theme, before, after }];
}

/** The change that puts a theme elsewhere. */
export function planMoveTheme(study: Study, { action }: JobOf<'move-theme'>): readonly Change[] {
  const tree = growTree(study.taxonomy);
  const before = readTheme(tree, action.theme);
  const home = { dimension: action.dimension, parent: action.parent };
  refuseHome(tree, home);
  if (action.parent !== null && listBelow(tree, action.theme).includes(action.parent))
    throw refuseAction(
      'theme-below-itself',
      'a theme cannot stand below itself or one of its own',
      'Choose another parent.',
    );
  takeOut(tree, action.theme);
  const position = Math.min(action.position, countSiblings(tree, home));
  const after = { ...before, ...home, position };
  return isSame(before, after) ? [] : [{ kind: 'theme', id: action.theme, before, after }];
}

const isSame = (one: ThemeState, other: ThemeState) =>
  one.position === other.position &&
  one.parent === other.parent &&
  one.dimension === other.dimension &&
  JSON.stringify(toTheme(one)) === JSON.stringify(toTheme(other));

export function readTheme(tree: ThemeTree, id: string): ThemeState {
  const state = readState(tree, id);
  if (state === null) throw refuseUnknownTheme(id);
  return state;
}

/** A theme and all below it. */
export function listBelow(tree: ThemeTree, id: string): readonly string[] {
  return [id, ...listChildren(tree, id).flatMap((child) => listBelow(tree, child))];
}

type Home = Pick<ThemeState, 'dimension' | 'parent'>;

function refuseHome(tree: ThemeTree, { dimension, parent }: Home): void {
  if (parent !== null) {
    const above = readTheme(tree, parent);
    if (above.dimension === dimension) return;
    throw refuseAction('other-dimension', `the theme "${parent}" is in the dimension "${above.dimension}"`);
  }
  if (tree.dimensions.length === 0 || tree.dimensions.some(({ id }) => id === dimension)) return;
  throw refuseAction('unknown-dimension', `there is no dimension "${dimension}"`);
}

export function countSiblings(tree: ThemeTree, { dimension, parent }: Home): number {
  return (tree.children.get(parent === null ? `dimension ${dimension}` : `theme ${parent}`) ?? []).length;
}

export type IdWish = {
  /** What somebody wants it to be. */
  readonly asked?: string | undefined;
  readonly label: string;
  readonly files: KnownFiles | undefined;
};

/** The id that was asked for, or one made from the label that no theme has and no decision or memo names. */
export function chooseId(study: Study, { asked, label, files }: IdWish): string {
  const taken = new Set(study.taxonomy.themes.map(({ id }) => id));
  if (asked !== undefined) {
    if (!coderSchema.safeParse(asked).success || asked !== asked.normalize('NFC'))
      throw refuseAction(
        'id-unusable',
        `"${asked}" cannot be an id`,
        'Use letters, digits, ".", "_" and "-".',
      );
    if (taken.has(asked))
      throw refuseAction('theme-exists', `there is a theme "${asked}" already`, 'Choose another id.');
    return asked;
  }
  for (const { themeId } of files?.lastWords ?? []) taken.add(themeId);
  for (const themeId of files?.memoTexts.keys() ?? []) taken.add(themeId);
  const made = makeThemeId(label).split('-').slice(0, MOST_WORDS).join('-').slice(0, 60).replace(/-+$/, '');
  const base = coderSchema.safeParse(made).success ? made : 'theme';
  for (let number = 1; ; number++) {
    const id = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(id)) return id;
  }
}

/** An entry with fields said anew; what then says nothing goes. */
export function editEntry({ id, ...entry }: ThemeEntry, fields: ThemeFields): ThemeEntry {
  const said = { ...toTheme({ dimension: '', parent: null, position: 0, entry: { id, ...entry } }) };
  const label = fields.label === undefined ? said.label : cleanLine(fields.label);
  if (label === '') throw refuseAction('no-label', 'a theme needs a label', 'Write a word or two.');
  const texts = (['description', 'include', 'exclude'] as const).map(
    (field) => [field, fields[field] === undefined ? said[field] : cleanText(fields[field]).trim()] as const,
  );
  const lists = (['keywords', 'notKeywords', 'examples'] as const).map(
    (field) => [field, fields[field] === undefined ? [...said[field]] : cleanList(fields[field])] as const,
  );
  const filled = [...texts, ...lists].filter(([, value]) => value.length > 0);
  return { id, label, ...Object.fromEntries(filled) };
}

function cleanList(texts: readonly string[]): string[] {
  return [...new Set(texts.map((text) => cleanLine(text)))].filter((text) => text !== '');
}
