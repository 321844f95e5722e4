/** A stretch of a transcript's text in UTF-16 units: start in, end out, never inside a surrogate pair. */
export type Span = { readonly start: number; readonly end: number };
