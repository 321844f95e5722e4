import type { Decision, Quote, StudyReading, Tagging } from '../../../index.js';
import type { QuoteView, SaidView, TaggingView } from '../../messages/common.js';
import type { Look } from '../tables/look.js';
import { listTaggings, placeQuote } from '../tables/study-tables.js';

function showSaid({ coder, applies, contradicts, decidedAt, note }: Decision): SaidView {
  return { coder, applies, contradicts: contradicts === true, at: decidedAt, note: note ?? '' };
}

function showTagging({ themeId, status, decisions }: Tagging): readonly TaggingView[] {
  if (status === 'suggested') return [];
  return [{ theme: themeId, status, said: decisions.map(showSaid) }];
}

/** A quote with its place and all that people said of it; in blind mode without other coders' decisions and notes. */
export function showQuote({ study, marks }: StudyReading, quote: Quote, look: Look): QuoteView {
  const { utterance, participantId } = placeQuote(study, quote);
  const isForeign = look.blind === true && quote.by !== undefined && quote.by !== look.coder;
  return {
    id: quote.id,
    transcript: quote.transcriptId,
    participant: participantId,
    span: quote.span,
    utterance,
    exact: quote.exact,
    wording: quote.wording ?? '',
    note: isForeign ? '' : (quote.note ?? ''),
    important: quote.important === true,
    by: quote.by ?? '',
    at: quote.at ?? '',
    inSource: marks.has(quote.id),
    taggings: listTaggings(study, quote.id, look).flatMap(showTagging),
  };
}
