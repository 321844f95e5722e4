import type { Failure } from '../../messages/study.js';

/** A sentence as it stands alone: messages begin small, to stand behind a place; a file's name is written as it is. */
export const raiseFirst = (text: string): string =>
  /^\S*[./]\S/u.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1);

/** What went wrong and what to do, as sentences. */
export function sayFailure({ message, hint }: Pick<Failure, 'message' | 'hint'>): string {
  const told = raiseFirst(message);
  return hint === '' ? told : `${told.replace(/[.:]$/u, '')}. ${hint}`;
}
