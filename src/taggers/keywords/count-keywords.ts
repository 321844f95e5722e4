import type { TaggerInput } from '../tagger.js';
import { compileKeywords, readKeywords } from './compile-keywords.js';
import { matchKeywords } from './match-keywords.js';

/** A keyword of a theme, and in how many quotes it stands. */
export type CountedKeyword = { readonly themeId: string; readonly text: string; readonly quotes: number };

/** Every keyword that can match, in the order of the taxonomy, without those that veto. */
export function countKeywords({
  quotes,
  counted,
  taxonomy,
}: Pick<TaggerInput, 'quotes' | 'counted' | 'taxonomy'>): readonly CountedKeyword[] {
  const keywords = taxonomy.themes.flatMap(readKeywords);
  const index = compileKeywords(keywords, counted);
  const quotesWith = new Uint32Array(keywords.length);
  for (const [row, { exact }] of quotes.entries()) {
    for (const { keyword } of matchKeywords(index, { counted, row, text: exact })) {
      quotesWith[keyword] = (quotesWith[keyword] ?? 0) + 1;
    }
  }
  return keywords.flatMap(({ themeId, text, vetoes }, number) =>
    vetoes ? [] : [{ themeId, text, quotes: quotesWith[number] ?? 0 }],
  );
}
