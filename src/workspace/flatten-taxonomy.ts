import type { Dimension, Taxonomy, TaxonomyFile, Theme, ThemeEntry } from '../model/theme.js';

/** `define-success` → `Define success`. */
function makeLabel(id: string): string {
  const words = id.replace(/[-_]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The taxonomy of a file: nested entries as a list, parents before children. Of an id written twice the first holds. */
export function flattenTaxonomy(file: TaxonomyFile): Taxonomy {
  const dimensions = file.dimensions.map(({ id, label }) => ({ id, label: label ?? makeLabel(id) }));
  const themes = file.dimensions.flatMap(({ id, themes }) => flattenEntries(themes ?? [], id, null));
  return { dimensions: keepFirst<Dimension>(dimensions), themes: keepFirst<Theme>(themes) };
}

function keepFirst<T extends { readonly id: string }>(items: readonly T[]): readonly T[] {
  const seen = new Set<string>();
  return items.filter(({ id }) => !seen.has(id) && seen.add(id));
}

function flattenEntries(
  entries: readonly ThemeEntry[],
  dimension: string,
  parentId: string | null,
): readonly Theme[] {
  return entries.flatMap(({ themes, ...entry }) => [
    {
      id: entry.id,
      dimension,
      label: entry.label ?? makeLabel(entry.id),
      description: entry.description ?? '',
      include: entry.include ?? '',
      exclude: entry.exclude ?? '',
      keywords: entry.keywords ?? [],
      notKeywords: entry.notKeywords ?? [],
      examples: entry.examples ?? [],
      parentId,
    },
    ...flattenEntries(themes ?? [], dimension, entry.id),
  ]);
}

/** Ids of themes that have an id and nothing else, not even children. */
export function listEmptyThemes(file: TaxonomyFile): readonly string[] {
  const visit = (entries: readonly ThemeEntry[]): readonly string[] =>
    entries.flatMap((entry) => [...(saysNothing(entry) ? [entry.id] : []), ...visit(entry.themes ?? [])]);
  return file.dimensions.flatMap(({ themes }) => visit(themes ?? []));
}

function saysNothing({ label, description, include, keywords, examples, themes }: ThemeEntry): boolean {
  const lists = [keywords, examples, themes];
  return [label, description, include].every((text) => !text?.trim()) && lists.every((list) => !list?.length);
}
