import type { Quote } from '../../model/quote.js';
import type { Language } from '../../model/settings.js';
import { deriveWording } from '../derive-wording.js';
import { describeWordingDifferences } from '../wordings/describe-wording-differences.js';
import { cleanText } from './clean-text.js';
import { refuseAction } from './refuse-action.js';

/**
 * The wording that an edit gives a quote, with its marks derived where they can be: undefined for none, and for the exact
 * words themselves. Throws `ToolkitError` `wording-not-verbatim` where it says something else than the transcript.
 */
export function settleWording(
  { exact, wording }: Quote,
  edited: string | null | undefined,
  language: Language,
): string | undefined {
  if (edited === undefined) return wording;
  const text = cleanText(edited ?? '').trim();
  if (text === '') return undefined;
  const derived = deriveWording({ exact, edited: text, language });
  if (derived.accepted) return derived.wording === exact ? undefined : derived.wording;
  throw refuseAction(
    'wording-not-verbatim',
    `this wording differs from the transcript by more than marked edits: ${describeWordingDifferences(derived.differences)}`,
    'Mark what you leave out as […] and what you add as [word].',
  );
}
