/** Where something was found: a file (relative to the study), and a position in it where that is known. */
export type ErrorPlace = {
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
  /** 1-based, in UTF-16 units. */
  readonly column?: number;
};

export type ToolkitErrorOptions = {
  /** What the reader can do about it. */
  readonly hint?: string;
  readonly place?: ErrorPlace;
  readonly cause?: unknown;
};

/**
 * The one error that Themeloom throws on purpose. `code` is stable and kebab-case; the message says what was wrong
 * and where; `hint` says what to do. It never holds more than one line of a transcript.
 */
export class ToolkitError extends Error {
  readonly code: string;
  readonly hint: string | undefined;
  readonly place: ErrorPlace | undefined;

  constructor(code: string, message: string, options: ToolkitErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'ToolkitError';
    this.code = code;
    this.hint = options.hint;
    this.place = options.place;
  }
}
