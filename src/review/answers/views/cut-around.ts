import { findUtterance, type Quote, type Span, type Study, type Transcript } from '../../../index.js';
import type { TurnView } from '../../messages/common.js';
import { findTranscript } from '../tables/study-tables.js';
import { nameSpeaker } from './name-speaker.js';

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

/** A stretch of a transcript by who says it; the words of all turns together are the stretch. */
export function splitTurns(transcript: Transcript, { start, end }: Span): TurnView[] {
  const { text, utterances } = transcript;
  const turns: TurnView[] = [];
  const first = Math.max(0, findUtterance(transcript, start));
  for (let at = first, from = start; from < end && at < utterances.length; at += 1) {
    const to = Math.min(end, utterances[at + 1]?.span.start ?? end);
    const { speaker } = utterances[at] ?? { speaker: { kind: 'unknown', label: '' } };
    turns.push({ role: speaker.kind, speaker: nameSpeaker(speaker), words: text.slice(from, to) });
    from = to;
  }
  return turns;
}

/** What is said just before and after a quote, and by whom; nothing where its transcript is gone. */
export function cutAroundQuote(study: Study, quote: Quote): { before: TurnView[]; after: TurnView[] } {
  const transcript = findTranscript(study, quote.transcriptId);
  if (transcript === undefined) return { before: [], after: [] };
  const { start, end } = quote.span;
  const { before, after } = cutAround(transcript.text, quote.span);
  return {
    before: splitTurns(transcript, { start: start - before.length, end: start }),
    after: splitTurns(transcript, { start: end, end: end + after.length }),
  };
}
