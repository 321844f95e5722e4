import type { Quote } from '../../model/quote.js';
import { type SparseRows, stackRows } from '../../text/sparse-rows.js';

/** In UTF-16 units: a quote this far away counts a third (1/e) of one that adjoins. */
const REACH = 300;
/** On either side. Farther ones hardly count, and many marks on one place would cost time. */
const MOST_NEARBY = 8;
/** A weight below it changes nothing. */
const LEAST_WEIGHT = 0.01;

type Placed = { readonly row: number; readonly quote: Quote };

function compareNames(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function comparePlaces({ quote: a, row: first }: Placed, { quote: b, row: second }: Placed): number {
  const names = compareNames(a.transcriptId, b.transcriptId);
  return names || a.span.start - b.span.start || a.span.end - b.span.end || first - second;
}

/** 1 where two quotes adjoin or overlap, less the farther they are apart; 0 in different transcripts. */
function weighDistance({ quote: a }: Placed, { quote: b }: Placed): number {
  if (a.transcriptId !== b.transcriptId) return 0;
  const gap = Math.max(b.span.start - a.span.end, a.span.start - b.span.end, 0);
  const weight = Math.exp(-gap / REACH);
  return weight < LEAST_WEIGHT ? 0 : weight;
}

/**
 * By quote: the quotes near it in its transcript, and what each counts. Interviews stay with a subject for a while, so
 * that what is said close by tells what a quote is about.
 */
export function linkNearby(quotes: readonly Quote[]): SparseRows {
  const placed = quotes.map((quote, row) => ({ row, quote })).sort(comparePlaces);
  const vectors = quotes.map(() => ({ columns: new Uint32Array(0), values: new Float64Array(0) }));
  for (const [place, own] of placed.entries()) {
    const around = placed.slice(Math.max(place - MOST_NEARBY, 0), place + MOST_NEARBY + 1);
    const nearby = around
      .filter(({ row }) => row !== own.row)
      .map((other) => ({ row: other.row, weight: weighDistance(own, other) }))
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => a.row - b.row);
    vectors[own.row] = {
      columns: Uint32Array.from(nearby, ({ row }) => row),
      values: Float64Array.from(nearby, ({ weight }) => weight),
    };
  }
  return stackRows(vectors, quotes.length);
}
