import type { Language } from '../model/settings.js';
import { checkWording } from './check-wording.js';
import { deriveWording } from './derive-wording.js';

export type CarryRequest = {
  readonly wording: string;
  /** The transcript's words as they are now. */
  readonly exact: string;
  readonly language: Language;
};

/**
 * The wording of a quote whose transcript was corrected: as it was while it still says what the transcript says, with the
 * transcript's signs where only these were corrected, and nothing where the correction touches the words that it keeps.
 */
export function carryWording({ wording, exact, language }: CarryRequest): string | undefined {
  if (checkWording(wording, exact)) return wording;
  const derived = deriveWording({ exact, edited: wording, language, takesSigns: true });
  return derived.accepted ? derived.wording : undefined;
}
