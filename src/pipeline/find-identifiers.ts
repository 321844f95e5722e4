import { identifierKinds } from '../identifiers/index.js';
import type { Span } from '../model/span.js';

/** A string that may tell who somebody is. */
export type FoundIdentifier = {
  /** Id of the kind, e.g. `email-address`. */
  readonly kind: string;
  readonly text: string;
  readonly span: Span;
};

/**
 * E-mail and web addresses, long numbers and handles in a text, in order of place. Names of people and places are
 * not looked for: an empty list does not mean that a text is anonymous.
 */
export function findIdentifiers(text: string): readonly FoundIdentifier[] {
  return identifierKinds
    .flatMap(({ id, find }) =>
      find(text).map((span) => ({ kind: id, text: text.slice(span.start, span.end), span })),
    )
    .toSorted((a, b) => a.span.start - b.span.start);
}
