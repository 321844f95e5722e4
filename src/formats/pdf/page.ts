/** A stretch of text that a PDF sets in one go. Points of 1/72 inch, from the left and from the top of the page. */
export type PlacedText = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** Of the letters. */
  readonly size: number;
};

/** One page as it is printed: upright text only. */
export type Page = { readonly height: number; readonly texts: readonly PlacedText[] };

/** What stands on one baseline. */
export type PrintedLine = PlacedText & {
  /** A paragraph's number stands in the margin beside it. */
  readonly isNumbered: boolean;
  /** White space as wide as between columns parts it. */
  readonly isParted: boolean;
};
