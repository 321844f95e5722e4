/** One line of a source. */
export type TextLine = {
  readonly text: string;
  /** 1-based. */
  readonly line: number;
  /** Inside a code fence: kept as it is. */
  readonly code?: boolean;
  /** The beginning of the line was set in bold or italics, which is now gone. */
  readonly emphasised?: boolean;
  /** A heading: kept only where it names a speaker. */
  readonly heading?: boolean;
};

/** A turn whose lines still hold escapes, emphasis and the signs of marks. A blank line parts its paragraphs. */
export type DraftTurn = {
  readonly label: string;
  readonly lines: readonly TextLine[];
  readonly startsAtMs?: number;
  /** 1-based. */
  readonly line: number;
};

/** Cuts a text into its lines; `firstLine` is the number of the first. */
export function splitLines(text: string, firstLine = 1): TextLine[] {
  return text.split('\n').map((line, index) => ({ text: line, line: firstLine + index }));
}
