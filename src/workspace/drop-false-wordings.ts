import type { Anchoring } from '../model/anchoring.js';
import type { Notice, Place } from '../model/notice.js';
import type { Quote } from '../model/quote.js';
import type { Language } from '../model/settings.js';
import { carryWording } from '../pipeline/carry-wording.js';
import { checkWording } from '../pipeline/check-wording.js';
import { deriveWording } from '../pipeline/derive-wording.js';
import { describeNegations } from '../pipeline/wordings/describe-negations.js';
import { describeWordingDifferences, show } from '../pipeline/wordings/describe-wording-differences.js';
import type { RecordedQuote } from './read-quotes.js';
import { studyFiles } from './study-files.js';
import { tellCaution, tellError } from './tell.js';

type SettledQuote = { readonly quote: Quote; readonly notices: readonly Notice[] };

/**
 * Takes away every wording that differs from the transcript's words by more than marked edits, and tells each: the
 * exact words are printed in its stead. A wording follows a corrected transcript as far as `carryWording` goes. One that
 * leaves out or puts in a negation is kept, with a caution. `recorded` are the same quotes in the same order.
 */
export function dropFalseWordings(
  anchorings: readonly Anchoring[],
  recorded: readonly RecordedQuote[],
  language: Language = 'en',
): { readonly anchorings: readonly Anchoring[]; readonly notices: readonly Notice[] } {
  const notices: Notice[] = [];
  const kept = anchorings.map((anchoring, index): Anchoring => {
    if (anchoring.state === 'lost' || anchoring.quote.wording === undefined) return anchoring;
    const place = recorded[index]?.place ?? { file: studyFiles.quotes };
    const settled = settleWording(anchoring, { place, language });
    notices.push(...settled.notices);
    return { ...anchoring, quote: settled.quote };
  });
  return { anchorings: kept, notices };
}

type Found = Exclude<Anchoring, { state: 'lost' }>;
type Context = { readonly place: Place; readonly language: Language };

function settleWording(anchoring: Found, { place, language }: Context): SettledQuote {
  const { wording = '', ...quote } = anchoring.quote;
  const { id, exact } = quote;
  const isCorrected =
    anchoring.state === 'moved' &&
    anchoring.was.exact !== exact &&
    checkWording(wording, anchoring.was.exact);
  const carried = isCorrected
    ? carryWording({ wording, exact, language })
    : checkWording(wording, exact)
      ? wording
      : undefined;
  if (carried !== undefined) {
    const turned = describeNegations(carried, exact, language);
    const notices = turned === undefined ? [] : [tellTurned(id, turned, place)];
    return { quote: { ...quote, wording: carried }, notices };
  }
  return {
    quote,
    notices: [isCorrected ? tellOutdated(id, place) : tellFalse(anchoring, { place, language })],
  };
}

function tellTurned(id: string, turned: string, place: Place): Notice {
  const message = `the wording of "${id}" ${turned}: look whether it still says what was meant, and undo the edit if it does not`;
  return tellCaution('wording-hides-negation', place, message);
}

function tellOutdated(id: string, place: Place): Notice {
  const message = `the transcript was corrected in the words that the wording of "${id}" keeps, so the exact words are printed. Edit the quote anew`;
  return tellCaution('wording-outdated', place, message);
}

function tellFalse({ quote: { id, exact, wording = '' } }: Found, { place, language }: Context): Notice {
  const derived = deriveWording({ exact, edited: wording, language });
  const wayOut = derived.accepted
    ? `Marked, it is: ${show(derived.wording)}`
    : `Mark what you leave out as […] and what you add as [word]: ${describeWordingDifferences(derived.differences)}`;
  const message = `the wording of "${id}" differs from the transcript by more than marked edits, so the exact words are printed. ${wayOut}`;
  return tellError('wording-not-verbatim', place, message);
}
