import type { Language } from '../model/settings.js';

/** What stands before `n't` where taking that off leaves no word, or another one. */
const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ["won't", 'will'],
  ["can't", 'can'],
  ['cannot', 'can'],
  ["shan't", 'shall'],
  ["ain't", 'is'],
]);
const ENDING = "n't";

/** A folded word without the `not` that is contracted with it: `don't` → `do`, `won't` → `will`. */
export type SplitWord = { readonly word: string; readonly negated: boolean };

/** Splits a folded English contraction of `not` in two; every other word, and every other language, stays whole. */
export function splitContraction(word: string, language: Language): SplitWord {
  if (language !== 'en') return { word, negated: false };
  const irregular = IRREGULAR.get(word);
  if (irregular !== undefined) return { word: irregular, negated: true };
  if (!word.endsWith(ENDING) || word.length === ENDING.length) return { word, negated: false };
  return { word: word.slice(0, -ENDING.length), negated: true };
}
