import type { ExchangedTheme } from '../../exchanges/exchange.js';
import type { Dimension, Taxonomy, Theme } from '../../model/theme.js';
import { hashText } from '../../text/hash-text.js';
import { makeThemeId } from '../make-theme-id.js';
import type { Conflict } from './conflict.js';

export type ThemePlan = {
  /** Ids in the study by key in the file. */
  readonly ids: ReadonlyMap<string, string>;
  readonly dimensions: readonly Dimension[];
  /** Parents before their children. */
  readonly themes: readonly Theme[];
  /** Number of themes that the study has. */
  readonly already: number;
  readonly conflicts: readonly Conflict[];
};

/** Where themes go that say nothing of a dimension. */
const home: Dimension = { id: 'theme', label: 'Key themes' };

/**
 * Finds the themes of a file in the study, by id, then by a label that only one theme has; all others are new. What the
 * study says of a theme stays.
 */
export function matchThemes(given: readonly ExchangedTheme[], taxonomy: Taxonomy): ThemePlan {
  const named = nameThemes(given);
  const known = new Map(taxonomy.themes.map((theme) => [theme.id, theme]));
  const byLabel = indexLabels(taxonomy.themes);
  const labels = countLabels(given);
  const ids = new Map<string, string>();
  const placed = new Map<string, Theme>(known);
  const themes: Theme[] = [];
  const conflicts: Conflict[] = [];
  const hasParents = given.some(({ parent }) => parent !== null);
  for (const theme of given) {
    const id = named.get(theme.key) ?? theme.key;
    const label = foldLabel(theme.label);
    const same = known.get(id) ?? (labels.get(label) === 1 ? byLabel.get(label) : undefined);
    ids.set(theme.key, same?.id ?? id);
    if (same !== undefined) {
      conflicts.push(...compareThemes(theme, same, hasParents ? ids : undefined));
      continue;
    }
    const parent = theme.parent === null ? undefined : placed.get(ids.get(theme.parent) ?? '');
    const dimension = parent?.dimension ?? theme.dimension?.id ?? home.id;
    const added = { ...takeFields(theme, id), dimension, parentId: parent?.id ?? null };
    placed.set(id, added);
    themes.push(added);
  }
  return {
    ids,
    themes,
    conflicts,
    already: given.length - themes.length,
    dimensions: listNewDimensions(themes, given, taxonomy),
  };
}

const foldLabel = (label: string) => label.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();

function takeFields(theme: ExchangedTheme, id: string): Omit<Theme, 'dimension' | 'parentId'> {
  const { label, description, include, exclude, keywords, notKeywords, examples } = theme;
  return { id, label: label || id, description, include, exclude, keywords, notKeywords, examples };
}

/** Ids by key: the file's own, or made of the label; where two labels are alike, of the parent's too. */
function nameThemes(given: readonly ExchangedTheme[]): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  const taken = new Set(given.flatMap(({ id }) => id ?? []));
  const used = new Set<string>();
  for (const { key, id, label, parent } of given) {
    if (id !== undefined && !used.has(id)) {
      used.add(id);
      ids.set(key, id);
      continue;
    }
    const bare = makeThemeId(label) || `theme-${hashText(key).slice(0, 4)}`;
    const above = parent === null ? undefined : ids.get(parent);
    const long = above === undefined ? bare : `${above}-${bare}`;
    let free = taken.has(bare) ? long : bare;
    for (let number = 2; taken.has(free); number++) free = `${long}-${number}`;
    taken.add(free);
    ids.set(key, free);
  }
  return ids;
}

/** Themes by a label that no other has. */
function indexLabels(themes: readonly Theme[]): ReadonlyMap<string, Theme> {
  const counts = countLabels(themes);
  return new Map(
    themes.flatMap((theme) => {
      const label = foldLabel(theme.label);
      return counts.get(label) === 1 ? [[label, theme] as const] : [];
    }),
  );
}

function countLabels(themes: readonly { readonly label: string }[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { label } of themes) counts.set(foldLabel(label), (counts.get(foldLabel(label)) ?? 0) + 1);
  return counts;
}

/** Without `ids` parents are not compared: a file in which no theme has one says nothing of them. */
function compareThemes(
  theirs: ExchangedTheme,
  ours: Theme,
  ids: ReadonlyMap<string, string> | undefined,
): readonly Conflict[] {
  const texts = ['label', 'description', 'include', 'exclude'] as const;
  const lists = ['keywords', 'notKeywords', 'examples'] as const;
  const differs = [
    ...texts.filter((field) => theirs[field].trim() !== '' && theirs[field].trim() !== ours[field].trim()),
    ...lists.filter(
      (field) => theirs[field].length > 0 && theirs[field].join('\n') !== ours[field].join('\n'),
    ),
    ...(ids === undefined || (ids.get(theirs.parent ?? '') ?? null) === ours.parentId ? [] : ['parent']),
  ];
  if (differs.length === 0) return [];
  return [{ what: 'theme', id: ours.id, message: `the file has another ${differs.join(', ')}` }];
}

function listNewDimensions(
  themes: readonly Theme[],
  given: readonly ExchangedTheme[],
  taxonomy: Taxonomy,
): readonly Dimension[] {
  const known = new Set(taxonomy.dimensions.map(({ id }) => id));
  const labels = new Map([
    [home.id, home.label],
    ...given.flatMap(({ dimension }) =>
      dimension === undefined ? [] : [[dimension.id, dimension.label] as const],
    ),
  ]);
  const needed = [...new Set(themes.map(({ dimension }) => dimension))];
  return needed.filter((id) => !known.has(id)).map((id) => ({ id, label: labels.get(id) || id }));
}
