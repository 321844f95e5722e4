import type { Quote, QuoteRecord } from '../../model/quote.js';

/** The line of `quotes.jsonl` for a quote, its keys in the order of the format. */
export function toQuoteRecord({
  id,
  transcriptId,
  span,
  exact,
  prefix,
  suffix,
  ...rest
}: Quote): QuoteRecord {
  return {
    id,
    transcript: transcriptId,
    start: span.start,
    end: span.end,
    exact,
    prefix,
    suffix,
    ...listBeside(rest),
  };
}

/** The quote that a line of `quotes.jsonl` records. */
export function toQuote({ id, transcript, start, end, exact, prefix, suffix, ...rest }: QuoteRecord): Quote {
  return {
    id,
    transcriptId: transcript,
    span: { start, end },
    exact,
    prefix,
    suffix,
    ...listBeside(rest),
  };
}

type Beside = 'wording' | 'note' | 'important' | 'by' | 'at';

/** What may stand beside a quote's words, in the order of the format; what is not there has no key. */
function listBeside({ wording, note, important, by, at }: Pick<QuoteRecord, Beside>): Pick<Quote, Beside> {
  return {
    ...(wording === undefined ? {} : { wording }),
    ...(note === undefined ? {} : { note }),
    ...(important === undefined ? {} : { important }),
    ...(by === undefined ? {} : { by }),
    ...(at === undefined ? {} : { at }),
  };
}
