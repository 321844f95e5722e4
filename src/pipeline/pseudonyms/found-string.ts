/** A distinct string of a study's originals that a person must decide on. */
export type FoundString = {
  /** As it is first written. */
  readonly text: string;
  /** `foldIdentifier` of the text. */
  readonly key: string;
  readonly kind: string;
  /** Whether its form alone tells what it is, as that of an address does. */
  readonly isSure: boolean;
  /** Places in which it stands. */
  readonly count: number;
  /** Its first place with what stands around it, in one line. */
  readonly example: string;
  /** Whether it was looked for only because it is a word of a longer name. */
  readonly isPart?: true;
};
