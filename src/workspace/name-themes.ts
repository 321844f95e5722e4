import type { Taxonomy } from '../model/theme.js';
import { makeThemeId } from '../pipeline/make-theme-id.js';
import type { NewTheme } from './add-themes.js';

export type NamedThemes = {
  /** Theme ids by name as written; a name without letters or digits has none. */
  readonly ids: ReadonlyMap<string, string>;
  /** Those that the taxonomy lacks, in the order of the names. */
  readonly added: readonly NewTheme[];
};

/** Finds the themes that names mean: by id, then by label in any case, else a new theme is made of the name. */
export function nameThemes(names: readonly string[], { themes }: Taxonomy): NamedThemes {
  const known = new Set(themes.map(({ id }) => id));
  const byLabel = new Map(themes.map(({ id, label }) => [label.toLowerCase(), id]));
  const ids = new Map<string, string>();
  const added = new Map<string, NewTheme>();
  for (const name of names) {
    const present = known.has(name) ? name : byLabel.get(name.toLowerCase());
    const id = present ?? makeThemeId(name);
    if (id === '') continue;
    ids.set(name, id);
    if (!known.has(id) && !added.has(id)) added.set(id, { id, label: name });
  }
  return { ids, added: [...added.values()] };
}
