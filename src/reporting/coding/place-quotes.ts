import type { Taxonomy, Theme } from '../../model/theme.js';
import type { Coding } from './group-taggings.js';
import { outlineThemes } from './outline-themes.js';
import { listSubjectThemes } from './voices.js';

/** Quotes under one theme; without a theme, those that carry none. */
export type Placed = { readonly theme?: Theme; readonly quoteIds: readonly string[] };

/**
 * Every quote once: under the first of its most specific themes, in the order of the tree. A theme without quotes is
 * not listed; those that carry no theme come last. Quotes keep their order.
 */
export function placeQuotes(quoteIds: readonly string[], taxonomy: Taxonomy, coding: Coding): Placed[] {
  const themes = outlineThemes(listSubjectThemes(taxonomy)).map(({ theme }) => theme);
  const parents = new Map(themes.map(({ id, parentId }) => [id, parentId]));
  const placed = new Map<Theme | undefined, string[]>(
    [...themes, undefined].map((theme) => [theme, []] as const),
  );
  for (const quoteId of quoteIds) {
    const carried = themes.filter(({ id }) => coding.accepted.get(id)?.has(quoteId));
    const above = new Set(carried.flatMap(({ id }) => listAbove(id, parents)));
    placed.get(carried.find(({ id }) => !above.has(id)))?.push(quoteId);
  }
  return [...placed].flatMap(([theme, ids]) =>
    ids.length === 0 ? [] : [{ ...(theme === undefined ? {} : { theme }), quoteIds: ids }],
  );
}

function listAbove(themeId: string, parents: ReadonlyMap<string, string | null>): string[] {
  const above: string[] = [];
  let parent = parents.get(themeId) ?? null;
  while (parent !== null && !above.includes(parent)) {
    above.push(parent);
    parent = parents.get(parent) ?? null;
  }
  return above;
}

/** As many of some quotes, in their order: each participant once before anybody twice. */
export function spreadQuotes(
  quoteIds: readonly string[],
  { places }: Pick<Coding, 'places'>,
  most: number,
): string[] {
  const turns = new Map<string | undefined, number>();
  const ranked = quoteIds.map((quoteId) => {
    const participant = places.get(quoteId)?.participantId;
    const turn = turns.get(participant) ?? 0;
    turns.set(participant, turn + 1);
    return { quoteId, turn };
  });
  return ranked
    .toSorted((a, b) => a.turn - b.turn)
    .slice(0, most)
    .map(({ quoteId }) => quoteId);
}
