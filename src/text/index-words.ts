/** Which texts hold which words: for every word, the numbers of the texts, ascending. */
export type WordIndex = { readonly size: number; readonly textsOf: ReadonlyMap<string, readonly number[]> };

const word = /[\p{L}\p{N}\p{M}]+/gu;

/** Indexes folded texts by their words, so that a passage is looked for only where its words occur. */
export function indexWords(texts: readonly string[]): WordIndex {
  const textsOf = new Map<string, number[]>();
  texts.forEach((text, number) => {
    for (const found of new Set(text.match(word))) {
      const numbers = textsOf.get(found);
      if (numbers === undefined) textsOf.set(found, [number]);
      else numbers.push(number);
    }
  });
  return { size: texts.length, textsOf };
}

/** For each text, how many of the different words of a folded passage occur in it, and how many there are. */
export function countSharedWords(
  index: WordIndex,
  passage: string,
): { readonly shared: Uint32Array; readonly words: number } {
  const words = new Set(passage.match(word));
  const shared = new Uint32Array(index.size);
  for (const each of words) {
    for (const number of index.textsOf.get(each) ?? []) shared[number] = (shared[number] ?? 0) + 1;
  }
  return { shared, words: words.size };
}
