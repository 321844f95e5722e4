import type { WordCue } from '../../model/passage-suggestion.js';

/** What kinds of words make a passage worth a second look. */
export const WORD_CUES = [
  'first-person',
  'feeling',
  'judgement',
  'wish',
  'contrast',
  'reason',
  'emphasis',
  'concreteness',
] as const satisfies readonly WordCue[];

/**
 * By kind: words separated by white space, and phrases of up to three words, separated by commas. Words are compared as
 * written and by their stem, so that one form stands for all; those of the first person as written only.
 */
export type CueWords = Readonly<Record<WordCue, { readonly words: string; readonly phrases?: string }>>;
