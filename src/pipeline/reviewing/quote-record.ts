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
  const { wording, note, important, by, at } = rest;
  return {
    id,
    transcript: transcriptId,
    start: span.start,
    end: span.end,
    exact,
    prefix,
    suffix,
    ...(wording === undefined ? {} : { wording }),
    ...(note === undefined ? {} : { note }),
    ...(important === undefined ? {} : { important }),
    ...(by === undefined ? {} : { by }),
    ...(at === undefined ? {} : { at }),
  };
}

/** The quote that a line of `quotes.jsonl` records. */
export function toQuote({ id, transcript, start, end, exact, prefix, suffix, ...rest }: QuoteRecord): Quote {
  const { wording, note, important, by, at } = rest;
  return {
    id,
    transcriptId: transcript,
    span: { start, end },
    exact,
    prefix,
    suffix,
    ...(wording === undefined ? {} : { wording }),
    ...(note === undefined ? {} : { note }),
    ...(important === undefined ? {} : { important }),
    ...(by === undefined ? {} : { by }),
    ...(at === undefined ? {} : { at }),
  };
}
