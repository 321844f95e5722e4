import { ToolkitError } from '../../errors.js';

const lookAgain = 'Look at the study as it is now, and do it again if it still makes sense.';

/** The error for an action that cannot be carried out. */
export function refuseAction(code: string, message: string, hint: string = lookAgain): ToolkitError {
  return new ToolkitError(code, message, { hint });
}

export const refuseUnknownQuote = (id: string) =>
  refuseAction('unknown-quote', `there is no quote "${id}"`, 'It may have been taken away: look again.');

export const refuseUnknownTheme = (id: string) =>
  refuseAction(
    'unknown-theme',
    `there is no theme "${id}"`,
    'It may have been merged or taken away: look again.',
  );
