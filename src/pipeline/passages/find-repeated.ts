import type { CountedTexts } from '../../text/count-texts.js';
import type { Sentence } from './list-sentences.js';

/** By sentence: 1 where the same words, in any case, are said in another transcript too. */
export function findRepeated(sentences: readonly Sentence[], counted: CountedTexts): Uint8Array {
  const { formWords, textStarts, wordForms } = counted;
  const ids = new Map<string, number>();
  const words = Uint32Array.from(formWords, (word) => {
    const id = ids.get(word) ?? ids.size;
    ids.set(word, id);
    return id;
  });
  const keys = sentences.map((_, row) =>
    wordForms
      .subarray(textStarts[row], textStarts[row + 1])
      .map((form) => words[form] ?? 0)
      .join(' '),
  );
  /** By words: the only transcript, −1 for several. */
  const homes = new Map<string, number>();
  for (const [row, key] of keys.entries()) {
    const home = sentences[row]?.transcript ?? 0;
    homes.set(key, (homes.get(key) ?? home) === home ? home : -1);
  }
  return Uint8Array.from(keys, (key) => (homes.get(key) === -1 ? 1 : 0));
}
