const POSSESSIVE = /['’]s?$/u;
const CONTRACTED = /(?:n['’]t|['’](?:re|ll|d|ve|m))$/iu;
const NEGATED = /n['’]t$/iu;
const ASCII = /^[\x20-\x7e]*$/;

/** Length of a word without a possessive or contracted ending: `Priya’s` → 5. */
export function measureBare(word: string): number {
  const possessive = word.replace(POSSESSIVE, '');
  return possessive.length < word.length
    ? possessive.length
    : word.replace(CONTRACTED, '').length || word.length;
}

/** The form in which words are looked up: lower case, no accents, straight apostrophes, no possessive; `can’t` is `not`. */
export function readKey(word: string): string {
  if (NEGATED.test(word)) return 'not';
  const bare = word.slice(0, measureBare(word));
  if (ASCII.test(bare)) return bare.toLowerCase();
  return bare.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('’', "'");
}
