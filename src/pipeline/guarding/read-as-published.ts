import { hidePseudonyms } from '../pseudonyms/hide-pseudonyms.js';
import { stripMarkup } from './strip-markup.js';

/** Ids of quotes as the tool makes them: their digits tell nothing. */
const ownId = /\bq_[0-9a-f]{10}\b/g;

/** A text with what can tell nobody as strokes: pseudonyms in brackets, and the tool's own ids. */
export function hideHarmless(text: string): string {
  return hidePseudonyms(text).replace(ownId, (id) => '|'.repeat(id.length));
}

/** A text as a program reads it and, where it holds markup, as a reader sees it. */
export function readAsPublished(text: string): readonly string[] {
  const hidden = hideHarmless(text);
  const seen = stripMarkup(hidden);
  return seen === hidden ? [hidden] : [hidden, seen];
}
