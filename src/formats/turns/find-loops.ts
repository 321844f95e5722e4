/** A stretch in which one phrase is said again and again. */
export type Loop = {
  /** Index of the first word. */
  readonly start: number;
  /** Of one round, in words. */
  readonly length: number;
  readonly times: number;
};

/** A phrase is looked for up to this length, in words: one long sentence. */
const longestPhrase = 40;
/** People say a thing twice. */
const fewestTimes = 3;
/**
 * Words of a loop in all. "No, no, no, no" and "you know, you know, you know" are speech; three times a phrase of
 * three words is where recognisers' loops begin to be told from it.
 */
const fewestWords = 9;

/**
 * Finds the phrases that are said three times in a row or more, nine words or more in all; `weigh` says for how many
 * words a form counts, as where a script writes no spaces. No word is in two loops.
 */
export function findLoops(words: readonly string[], weigh: (word: string) => number): readonly Loop[] {
  const ids = numberWords(words);
  const taken = new Uint8Array(words.length);
  const loops: Loop[] = [];
  for (let length = 1; length <= longestPhrase && length * fewestTimes <= words.length; length += 1) {
    for (const loop of findRounds(ids, length)) {
      const end = loop.start + length * loop.times;
      if (taken.subarray(loop.start, end).includes(1)) continue;
      const weight = words.slice(loop.start, end).reduce((sum, word) => sum + weigh(word), 0);
      if (weight < fewestWords) continue;
      taken.fill(1, loop.start, end);
      loops.push(loop);
    }
  }
  return loops.toSorted((one, other) => one.start - other.start);
}

/** A number for each form; negative, and so like no other, where there is no word. */
function numberWords(words: readonly string[]): Int32Array {
  const ids = new Map<string, number>();
  return Int32Array.from(words, (word, index) => {
    if (word === '') return -1 - index;
    const id = ids.get(word) ?? ids.size;
    ids.set(word, id);
    return id;
  });
}

/** The stretches in which each word is the one `length` places before it. */
function findRounds(words: Int32Array, length: number): readonly Loop[] {
  const found: Loop[] = [];
  let from = length;
  for (let at = length; at <= words.length; at += 1) {
    if (at < words.length && words[at] === words[at - length]) continue;
    const times = Math.floor((at - from) / length) + 1;
    if (times >= fewestTimes) found.push({ start: from - length, length, times });
    from = at + 1;
  }
  return found;
}
