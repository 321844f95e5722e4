import type { TranscriptView } from '../../../messages/reading.js';
import { placeUtterance, type Stretch } from './place-utterance.js';
import { listWords } from './word-caret.js';

export type Snapped = { readonly span: Stretch | null; readonly cut: boolean; readonly refused: string };

/**
 * Whole words of a selection without asking the server: what is shown while it does not answer. The server snaps again
 * before anything is kept.
 */
export function snapLocally(page: Pick<TranscriptView, 'text' | 'utterances'>, selected: Stretch): Snapped {
  const first = placeUtterance(page.utterances, selected.start);
  const touched = page.utterances
    .slice(first)
    .filter(({ span }) => span.end > selected.start && span.start < selected.end);
  const begin = touched.findIndex(({ role }) => role !== 'interviewer');
  if (begin < 0) {
    const refused = 'A quote holds a participant’s words, and these are the interviewer’s.';
    return { span: null, cut: false, refused };
  }
  const rest = touched.slice(begin);
  const stop = rest.findIndex(({ role }) => role === 'interviewer');
  const words = rest
    .slice(0, stop < 0 ? rest.length : stop)
    .flatMap(({ span }) => listWords(page.text, span))
    .filter(({ start, end }) => end > selected.start && start < selected.end);
  const from = words[0];
  const to = words.at(-1);
  if (from === undefined || to === undefined)
    return { span: null, cut: false, refused: 'There is no word in it.' };
  return { span: { start: from.start, end: to.end }, cut: begin > 0 || stop >= 0, refused: '' };
}
