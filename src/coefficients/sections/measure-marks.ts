import type { Span } from '../../model/span.js';
import type { MarkedTexts, Sections } from '../coefficient.js';
import { measureDistance } from './measure-distance.js';
import { mergeSpans } from './merge-spans.js';

/** One text and, by coder, what each of them marked in it, in any order; passages of one coder may overlap. */
export type MarkedText = { readonly length: number; readonly byCoder: readonly (readonly Span[])[] };

type Section = { readonly length: number; readonly text: number };

function sortSections(sections: readonly Section[]): Sections {
  const sorted = sections.toSorted((a, b) => b.length - a.length);
  return {
    lengths: Float64Array.from(sorted, ({ length }) => length),
    texts: Uint32Array.from(sorted, ({ text }) => text),
  };
}

const measureSpan = ({ start, end }: Span) => end - start;

/** Lengths of what lies between, before and after passages that are in order and do not overlap. */
function measureGaps(spans: readonly Span[], length: number): readonly number[] {
  const ends = [0, ...spans.map(({ end }) => end)];
  return ends.map((end, at) => (spans[at]?.start ?? length) - end).filter((gap) => gap > 0);
}

function sumByText(sections: readonly Section[], texts: number): MarkedTexts['roomyGaps'] {
  const numbers = new Float64Array(texts);
  const lengths = new Float64Array(texts);
  for (const { length, text } of sections) {
    numbers[text] = (numbers[text] ?? 0) + 1;
    lengths[text] = (lengths[text] ?? 0) + length;
  }
  return { numbers, lengths };
}

function sumDistances(byCoder: readonly (readonly Span[])[]): number {
  let sum = 0;
  for (const [at, own] of byCoder.entries()) {
    for (const other of byCoder.slice(at + 1)) sum += measureDistance(own, other);
  }
  return sum;
}

/**
 * Measures what coders marked for one category. Overlapping passages of one coder become one, and empty ones do not
 * count. Every text has an entry for every coder; each text counts once.
 */
export function measureMarks(texts: readonly MarkedText[], coders: number): MarkedTexts {
  const merged = texts.map(({ length, byCoder }) => ({ length, byCoder: byCoder.map(mergeSpans) }));
  const collect = (measure: (spans: readonly Span[], length: number) => readonly number[]) =>
    merged.flatMap(({ length: whole, byCoder }, text) =>
      byCoder.flatMap((spans) => measure(spans, whole).map((length) => ({ length, text }))),
    );
  const marks = sortSections(collect((spans) => spans.map(measureSpan)));
  const gaps = collect(measureGaps);
  const longest = marks.lengths[0] ?? 0;
  return {
    coders,
    lengths: Float64Array.from(texts, ({ length }) => length),
    counts: new Float64Array(texts.length).fill(1),
    distances: Float64Array.from(merged, ({ byCoder }) => sumDistances(byCoder)),
    marks,
    gaps: sortSections(gaps.filter(({ length }) => length < longest)),
    roomyGaps: sumByText(
      gaps.filter(({ length }) => length >= longest),
      texts.length,
    ),
  };
}
