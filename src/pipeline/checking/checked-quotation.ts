import type { Notice, Place } from '../../model/notice.js';
import type { Span } from '../../model/span.js';
import type { Difference } from './list-differences.js';

/**
 * `altered`: words of a transcript, changed without a mark. `stitched`: words from different places or people.
 * `interviewer`: what an interviewer said.
 */
export type QuotationVerdict =
  | 'verbatim'
  | 'edited-within-rules'
  | 'altered'
  | 'stitched'
  | 'interviewer'
  | 'not-found';

export type QuotationProblem = 'no-consent' | 'withdrawn' | 'identifier' | 'wrong-attribution';

/** A place in a transcript, with the words that stand there. */
export type FoundPassage = {
  readonly transcript: string;
  /** Null where an interviewer, several people or nobody known speaks. */
  readonly participant: string | null;
  readonly span: Span;
  readonly exact: string;
};

export type CheckedQuotation = {
  /** The words of the draft. */
  readonly text: string;
  /** False for a sentence that carries no quote marks and looks lifted. */
  readonly isMarked: boolean;
  readonly place: Place;
  readonly verdict: QuotationVerdict;
  /** Id of the study's quote at that place, or null. */
  readonly quote: string | null;
  /** Where the words are from; of a quotation that was not found, the passage most like it. Null where there is none. */
  readonly passage: FoundPassage | null;
  /** The other places of a stitched quotation. */
  readonly others: readonly FoundPassage[];
  /** Share of the quotation's words, 0 to 1, that stand in the passage in that order. */
  readonly score: number;
  readonly differences: readonly Difference[];
  readonly problems: readonly QuotationProblem[];
};

export type CheckedDraft = {
  /** Every quotation is verbatim or edited within the rules, none has a problem, and all could be judged. */
  readonly ok: boolean;
  readonly quotations: readonly CheckedQuotation[];
  readonly notices: readonly Notice[];
};
