/** Words that say little about what a text is about. All are folded (see `foldWord`). */
export type StopWords = {
  /** Articles, pronouns, prepositions, auxiliaries … */
  readonly functionWords: readonly string[];
  /** They turn what is said, so they count in full for telling themes apart; what is talked about they do not say. */
  readonly negations: readonly string[];
  /** What is said while thinking: single words, and phrases of words separated by one space. */
  readonly fillers: readonly string[];
};

/** A list out of words separated by white space. */
export function listWords(words: string): readonly string[] {
  return words.trim().split(/\s+/u);
}
