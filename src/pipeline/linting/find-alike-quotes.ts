import type { Theme } from '../../model/theme.js';
import type { Coding } from '../patterns/lay-coding.js';
import type { ThemePair } from './find-alike-names.js';

/** Themes that share this much of what either holds are hardly two. */
const LEAST_JACCARD = 0.5;
/** Fewer shared quotes may be chance. */
const LEAST_SHARED = 3;
/** Of more themes those with most quotes are compared. */
const MOST_COMPARED = 1000;

export type AlikeByQuotes = { readonly pair: ThemePair; readonly shared: number; readonly either: number };

/**
 * Themes that people gave to much the same quotes as an earlier one of their dimension, each with the first such. A theme
 * counts with its own quotes alone.
 */
export function findAlikeQuotes(
  { own }: Pick<Coding, 'own'>,
  themes: readonly Theme[],
): readonly AlikeByQuotes[] {
  const size = ({ id }: Theme) => own.get(id)?.length ?? 0;
  const frequent = new Set(
    themes
      .filter((theme) => size(theme) >= LEAST_SHARED)
      .toSorted((a, b) => size(b) - size(a))
      .slice(0, MOST_COMPARED),
  );
  const compared = themes.filter((theme) => frequent.has(theme));
  const told = new Set<Theme>();
  return [...countShared(compared, own)].flatMap(([key, shared]): readonly AlikeByQuotes[] => {
    const [a, b] = [compared[Math.floor(key / compared.length)], compared[key % compared.length]];
    if (a === undefined || b === undefined || a.dimension !== b.dimension || told.has(b)) return [];
    const either = size(a) + size(b) - shared;
    if (shared < LEAST_SHARED || shared / either < LEAST_JACCARD) return [];
    told.add(b);
    return [{ pair: [a, b], shared, either }];
  });
}

/** Shared quotes by the places of two themes, `a · count + b`, ascending. */
function countShared(themes: readonly Theme[], own: Coding['own']): ReadonlyMap<number, number> {
  const holders = new Map<number, number[]>();
  for (const [place, { id }] of themes.entries()) {
    for (const row of own.get(id) ?? []) {
      const known = holders.get(row);
      if (known === undefined) holders.set(row, [place]);
      else known.push(place);
    }
  }
  const shared = new Map<number, number>();
  for (const places of holders.values()) {
    for (const [at, a] of places.entries()) {
      for (const b of places.slice(at + 1)) {
        const key = a * themes.length + b;
        shared.set(key, (shared.get(key) ?? 0) + 1);
      }
    }
  }
  return new Map([...shared].sort(([a], [b]) => a - b));
}
