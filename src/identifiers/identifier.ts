import type { Span } from '../model/span.js';

/** Finds one kind of personal identifier in text. A new kind is one file and one line in `index.ts`. */
export type IdentifierKind = {
  /** Kebab-case. */
  readonly id: string;
  readonly label: string;
  /** Spans in UTF-16 units, in order, not overlapping. Takes time linear in the text. */
  find(text: string): readonly Span[];
};
