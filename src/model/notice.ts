/** Where a notice points: a file relative to the study; `line` and `column` are 1-based. */
export type Place = { readonly file: string; readonly line?: number; readonly column?: number };

/** `error`: something could not be used. `caution`: used, but look at it. `info`: good to know. */
export type Severity = 'error' | 'caution' | 'info';

/** A finding that does not stop the work. The message says what was found, what was expected, and the way out. */
export type Notice = {
  readonly severity: Severity;
  /** Stable and kebab-case. */
  readonly code: string;
  readonly message: string;
  readonly place: Place;
};
