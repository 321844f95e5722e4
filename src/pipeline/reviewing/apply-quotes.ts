import type { Change } from '../../model/history.js';
import type { Quote } from '../../model/quote.js';
import { toQuote } from './quote-record.js';

/** Quotes with changes made: a new one comes last, or after the one that it stood after. */
export function applyQuotes(quotes: readonly Quote[], changes: readonly Change[]): readonly Quote[] {
  const own = changes.filter((change) => change.kind === 'quote');
  if (own.length === 0) return quotes;
  const next = [...quotes];
  for (const { id, after, follows } of own) {
    const at = next.findIndex((quote) => quote.id === id);
    if (after === null && at >= 0) next.splice(at, 1);
    else if (after !== null && at >= 0) next[at] = toQuote(after);
    else if (after !== null) next.splice(findPlace(next, follows), 0, toQuote(after));
  }
  return next;
}

function findPlace(quotes: readonly Quote[], follows: string | undefined): number {
  if (follows === undefined) return quotes.length;
  const before = quotes.findIndex(({ id }) => id === follows);
  if (before >= 0) return before + 1;
  return follows === '' ? 0 : quotes.length;
}
