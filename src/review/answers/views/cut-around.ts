import type { Quote, Span, Study } from '../../../index.js';
import { findTranscript } from '../tables/study-tables.js';

/** UTF-16 units shown on either side. */
const SHOWN = 240;
const lonelyLow = /^[\uDC00-\uDFFF]/;
const lonelyHigh = /[\uD800-\uDBFF]$/;

/** What is said just before and after a stretch of a text, cut at spaces; never inside a character. */
export function cutAround(
  text: string,
  { start, end }: Span,
  shown = SHOWN,
): { before: string; after: string } {
  const from = Math.max(0, start - shown);
  const to = Math.min(text.length, end + shown);
  const before = text.slice(from, start);
  const after = text.slice(end, to);
  return {
    before: (from === 0 ? before : before.replace(/^\S*\s/u, '')).replace(lonelyLow, ''),
    after: (to === text.length ? after : after.replace(/\s\S*$/u, '')).replace(lonelyHigh, ''),
  };
}

/** What is said just before and after a quote; nothing where its transcript is gone. */
export function cutAroundQuote(study: Study, quote: Quote): { before: string; after: string } {
  const text = findTranscript(study, quote.transcriptId)?.text;
  return text === undefined ? { before: '', after: '' } : cutAround(text, quote.span);
}
