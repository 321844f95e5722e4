import { ToolkitError } from '../../../errors.js';
import type { Quote, Study, Theme } from '../../../index.js';
import { findQuote, findTheme } from './study-tables.js';

/** The quote of an id. Throws `ToolkitError` `unknown-quote`. */
export function requireQuote(study: Study, id: string): Quote {
  const quote = findQuote(study, id);
  if (quote !== undefined) return quote;
  throw new ToolkitError('unknown-quote', `the study has no quote "${id}"`, {
    hint: 'Somebody may have taken it away. Go back and choose another one.',
  });
}

/** The theme of an id. Throws `ToolkitError` `unknown-theme`. */
export function requireTheme(study: Study, id: string): Theme {
  const theme = findTheme(study, id);
  if (theme !== undefined) return theme;
  throw new ToolkitError('unknown-theme', `the study has no theme "${id}"`, {
    hint: 'Somebody may have renamed, merged or removed it. Choose one from the list.',
  });
}
