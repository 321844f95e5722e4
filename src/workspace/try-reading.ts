import { ToolkitError } from '../errors.js';
import type { Notice } from '../model/notice.js';

/** What a reader of one part of a study gives: a value, and what was found on the way. */
export type Reading<T> = { readonly value: T; readonly notices: readonly Notice[] };

/** An error notice that says what a `ToolkitError` about `file` says. */
export function toNotice(error: ToolkitError, file: string): Notice {
  const { line, column } = error.place ?? {};
  return {
    severity: 'error',
    code: error.code,
    message: describeFailure(error),
    place: {
      file,
      ...(line === undefined ? {} : { line }),
      ...(column === undefined ? {} : { column }),
    },
  };
}

/** Reads one part of a study. A known failure becomes a notice and `fallback`, so that the rest is still read. */
export function tryReading<T>(file: string, fallback: T, read: () => Reading<T>): Reading<T> {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ToolkitError)) throw error;
    return { value: fallback, notices: [toNotice(error, file)] };
  }
}

/** What a `ToolkitError` says, and what to do about it, as one text. */
export function describeFailure({ message, hint }: ToolkitError): string {
  return hint === undefined ? message : `${message.replace(/\.$/, '')}. ${hint}`;
}
