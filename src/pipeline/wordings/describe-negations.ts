import type { Language } from '../../model/settings.js';
import { show } from './describe-wording-differences.js';
import { findAddedNegations, findHiddenNegations } from './find-hidden-negations.js';

/** How an accepted wording may turn the meaning round, e.g. `leaves out "not"`; nothing where it does not. */
export function describeNegations(wording: string, exact: string, language: Language): string | undefined {
  const hidden = findHiddenNegations(wording, exact, language);
  const added = findAddedNegations(wording, exact, language);
  if (hidden.length + added.length === 0) return undefined;
  return [
    hidden.length === 0 ? '' : `leaves out ${hidden.map(show).join(', ')}`,
    added.length === 0 ? '' : `puts in ${added.map(show).join(', ')}`,
  ]
    .filter((part) => part !== '')
    .join(' and ');
}
