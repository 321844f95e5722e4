import type { LikelyView } from '../../messages/reading.js';
import type { ThemeView } from '../../messages/study.js';

/** A theme to choose, and why it stands where it does. */
export type RankedTheme = { readonly theme: ThemeView; readonly why: string; readonly strength: string };

type Likely = LikelyView['themes'];

/** Letters without case and accents, so that `resume` finds `Résumé`. */
export function foldLetters(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

/** 3 where the label begins so, 2 where one of its words does, 1 where it is in the id or a keyword; 0 where nowhere. */
function rateMatch(theme: ThemeView, wanted: string): number {
  const label = foldLetters(theme.label);
  if (label.startsWith(wanted)) return 3;
  const words = label.split(/[^\p{L}\p{N}]+/u);
  if (wanted.split(/\s+/).every((part) => words.some((word) => word.startsWith(part)))) return 2;
  const rest = [label, theme.id, ...theme.keywords].map(foldLetters);
  return rest.some((text) => text.includes(wanted)) ? 1 : 0;
}

/**
 * Themes for what was typed. Nothing typed: the likely ones, then the others as the taxonomy has them. Otherwise those
 * that match, the better matches first, and of equal ones the likelier.
 */
export function rankThemes(
  themes: readonly ThemeView[],
  likely: Likely,
  query: string,
): readonly RankedTheme[] {
  const wanted = foldLetters(query.trim());
  const places = new Map(likely.map(({ theme }, place) => [theme, place]));
  const rows = themes.map((theme, order) => {
    const place = places.get(theme.id) ?? likely.length + order;
    const { why = '', strength = 'none' } = likely[places.get(theme.id) ?? -1] ?? {};
    return { row: { theme, why, strength }, place, match: wanted === '' ? 1 : rateMatch(theme, wanted) };
  });
  const found = rows.filter(({ match }) => match > 0);
  return found.sort((a, b) => b.match - a.match || a.place - b.place).map(({ row }) => row);
}
