import type { Anchoring } from '../model/anchoring.js';
import type { Notice } from '../model/notice.js';
import { checkWording } from '../pipeline/check-wording.js';
import type { RecordedQuote } from './read-quotes.js';
import { studyFiles } from './study-files.js';
import { tellError } from './tell.js';

/**
 * Takes away every wording that differs from the transcript's words by more than marked edits, and tells each: the
 * exact words are printed in its stead. `recorded` are the same quotes in the same order.
 */
export function dropFalseWordings(
  anchorings: readonly Anchoring[],
  recorded: readonly RecordedQuote[],
): { readonly anchorings: readonly Anchoring[]; readonly notices: readonly Notice[] } {
  const notices: Notice[] = [];
  const kept = anchorings.map((anchoring, index): Anchoring => {
    if (anchoring.state === 'lost') return anchoring;
    const { wording, ...quote } = anchoring.quote;
    if (wording === undefined || checkWording(wording, quote.exact)) return anchoring;
    const message = `the wording of "${quote.id}" differs from the transcript by more than marked edits, so the exact words are printed. Mark what you leave out as […] and what you add as [word]`;
    notices.push(
      tellError('wording-not-verbatim', recorded[index]?.place ?? { file: studyFiles.quotes }, message),
    );
    return { ...anchoring, quote };
  });
  return { anchorings: kept, notices };
}
