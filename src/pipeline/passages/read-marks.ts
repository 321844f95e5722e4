import { mergeSpans } from '../../coefficients/sections/merge-spans.js';
import type { Notice } from '../../model/notice.js';
import type { Quote } from '../../model/quote.js';
import type { Span } from '../../model/span.js';
import type { Sentence } from './list-sentences.js';

/** What coders made of each sentence. */
export type Marks = {
  /** By sentence: 1 where at least half of it lies in a quote, 0 where it was passed over, −1 where nobody read it. */
  readonly labels: Int8Array;
  /** By sentence: 1 where it shares anything with a quote. */
  readonly touched: Uint8Array;
  /** Ids of the transcripts that hold quotes, in order: they were evidently read. */
  readonly read: readonly string[];
  readonly quotes: number;
};

/** Share of a sentence that makes it a marked one. */
const MARKED_SHARE = 0.5;

function groupQuotes(quotes: readonly Quote[]): ReadonlyMap<string, readonly Span[]> {
  const spans = new Map<string, Span[]>();
  for (const { transcriptId, span } of quotes) {
    const own = spans.get(transcriptId);
    if (own === undefined) spans.set(transcriptId, [span]);
    else own.push(span);
  }
  return new Map([...spans].map(([id, own]) => [id, mergeSpans(own)]));
}

/** By sentence: how many UTF-16 units of it lie in a quote; −1 where its transcript has none. */
function measureCover(
  sentences: readonly Sentence[],
  marked: ReadonlyMap<string, readonly Span[]>,
): Int32Array {
  let transcript = '';
  let next = 0;
  return Int32Array.from(sentences, ({ transcriptId, span }) => {
    const spans = marked.get(transcriptId);
    if (spans === undefined) return -1;
    if (transcriptId !== transcript) next = 0;
    transcript = transcriptId;
    while ((spans[next]?.end ?? Number.POSITIVE_INFINITY) <= span.start) next += 1;
    let cover = 0;
    for (let at = next; (spans[at]?.start ?? Number.POSITIVE_INFINITY) < span.end; at += 1) {
      const { start = 0, end = 0 } = spans[at] ?? {};
      cover += Math.min(end, span.end) - Math.max(start, span.start);
    }
    return cover;
  });
}

/** Which sentences coders marked, and which they passed over in the transcripts that they read. */
export function readMarks(sentences: readonly Sentence[], quotes: readonly Quote[]): Marks {
  const marked = groupQuotes(quotes);
  const cover = measureCover(sentences, marked);
  const labels = Int8Array.from(cover, (units, row) => {
    if (units < 0) return -1;
    const { start = 0, end = 0 } = sentences[row]?.span ?? {};
    return units >= MARKED_SHARE * (end - start) ? 1 : 0;
  });
  const known = new Set(
    sentences.flatMap(({ transcriptId }, row) => (labels[row] === -1 ? [] : [transcriptId])),
  );
  return {
    labels,
    touched: Uint8Array.from(cover, (units) => (units > 0 ? 1 : 0)),
    read: [...known].sort(),
    quotes: quotes.filter(({ transcriptId }) => known.has(transcriptId)).length,
  };
}

/** Fewer marks than these say more of chance than of coders. */
const LEAST_QUOTES = 30;
const LEAST_TRANSCRIPTS = 3;

/** Whether there is enough to learn from: marks, in several transcripts, and sentences passed over. */
export function canLearn({ quotes, read, labels }: Marks): boolean {
  return (
    quotes >= LEAST_QUOTES && read.length >= LEAST_TRANSCRIPTS && labels.includes(1) && labels.includes(0)
  );
}

/** Why passages follow from rules; empty where they are learned. */
export function explainRules(marks: Marks): readonly Notice[] {
  if (canLearn(marks)) return [];
  const { quotes, read } = marks;
  const message =
    quotes >= LEAST_QUOTES && read.length >= LEAST_TRANSCRIPTS
      ? 'Passages follow from rules: in the transcripts that hold quotes nothing was passed over that could be learned from, or no quote holds half a sentence.'
      : `Passages follow from rules: to learn from what you mark and what you pass over takes ${LEAST_QUOTES} quotes in ${LEAST_TRANSCRIPTS} transcripts (now ${quotes} in ${read.length}).`;
  return [{ severity: 'info', code: 'passages-by-rules', message, place: { file: 'quotes.jsonl' } }];
}
