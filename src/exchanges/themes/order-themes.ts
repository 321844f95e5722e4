import type { ExchangedTheme } from '../exchange.js';

/** Nobody nests themes deeper; a file that does would nest `taxonomy.yaml` beyond what can be read. */
const DEEPEST = 100;

/**
 * Themes with their parents before them, else in the order given. A parent that is not there, leads back to the theme or
 * stands too deep is none.
 */
export function orderThemes(given: readonly ExchangedTheme[]): readonly ExchangedTheme[] {
  const byKey = new Map(given.map((theme) => [theme.key, theme]));
  const depths = new Map<string, number>();
  const ordered: ExchangedTheme[] = [];
  for (const theme of byKey.values()) {
    for (const next of climb(theme, byKey, depths)) {
      const above = depths.get(next.parent ?? '') ?? DEEPEST;
      const isPlaced = above < DEEPEST;
      depths.set(next.key, isPlaced ? above + 1 : 1);
      ordered.push(isPlaced ? next : { ...next, parent: null });
    }
  }
  return ordered;
}

/** A theme and those above it that have no place yet, the highest first. */
function climb(
  theme: ExchangedTheme,
  byKey: ReadonlyMap<string, ExchangedTheme>,
  placed: ReadonlyMap<string, number>,
): readonly ExchangedTheme[] {
  const path = new Map<string, ExchangedTheme>();
  let next: ExchangedTheme | undefined = theme;
  while (next !== undefined && !placed.has(next.key) && !path.has(next.key)) {
    path.set(next.key, next);
    next = next.parent === null ? undefined : byKey.get(next.parent);
  }
  return [...path.values()].reverse();
}
