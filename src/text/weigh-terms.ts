import type { CountedTable } from './counted-texts.js';
import type { TermKind } from './read-term.js';
import { sortRows } from './sort-rows.js';
import type { SparseRows } from './sparse-rows.js';

/** How much a kind of word counts, and which terms are too rare to count at all. */
export type Weighting = {
  readonly kinds: Readonly<Record<TermKind, number>>;
  /** Number of texts in which a term has to occur. */
  readonly minTexts: number;
};

/**
 * For telling themes apart: function words and fillers at half weight, which beat both dropping and keeping them
 * (measured on four coded sets of interview quotes and comments).
 */
export const TAGGING_WEIGHTS: Weighting = {
  kinds: { content: 1, function: 0.5, negation: 1, filler: 0.5 },
  minTexts: 1,
};

/** For grouping: only content, and only what two texts can have in common. */
export const GROUPING_WEIGHTS: Weighting = {
  kinds: { content: 1, function: 0, negation: 0, filler: 0 },
  minTexts: 2,
};

export type WeighedTexts = {
  /** One row a text, each of length 1, or empty where none of its terms counts. */
  readonly rows: SparseRows;
  /** By term: what its occurrence weighs, inverse document frequency times the weight of its kind; 0 if left out. */
  readonly termWeights: Float64Array;
};

function countTextsWith({ columns, terms }: CountedTable): Uint32Array {
  const texts = new Uint32Array(terms.length);
  for (let j = 0; j < columns.length; j += 1) {
    const term = columns[j] ?? 0;
    texts[term] = (texts[term] ?? 0) + 1;
  }
  return texts;
}

/** Smoothed inverse document frequency: ln((1 + N) / (1 + n)) + 1 for a term in n of N texts. Never 0. */
export function inverseDocumentFrequency(textsWith: number, texts: number): number {
  return Math.log((1 + texts) / (1 + textsWith)) + 1;
}

function weighVocabulary(
  counted: CountedTable,
  weighting: Weighting,
  textsWithTerms: Uint32Array,
): Float64Array {
  const texts = counted.rowStarts.length - 1;
  return Float64Array.from(textsWithTerms, (textsWith, term) => {
    if (textsWith < weighting.minTexts) return 0;
    const kind = counted.termKinds[term] ?? 'content';
    return weighting.kinds[kind] * inverseDocumentFrequency(textsWith, texts);
  });
}

/** 1 + ln tf for the counts that nearly all cells hold. */
const DAMPED = Float64Array.from({ length: 256 }, (_, count) => 1 + Math.log(Math.max(count, 1)));

function dampCount(count: number): number {
  return DAMPED[count] ?? 1 + Math.log(count);
}

/**
 * TF-IDF: a term that occurs tf times weighs (1 + ln tf) · idf · weight of its kind, and every row is then scaled to
 * length 1 (Salton and Buckley 1988, with sublinear tf). The dot product of two rows is their cosine.
 */
export function weighTerms(counted: CountedTable, weighting: Weighting): WeighedTexts {
  const textsWithTerms = countTextsWith(counted);
  const termWeights = weighVocabulary(counted, weighting, textsWithTerms);
  const cells = textsWithTerms.reduce((sum, texts, term) => (termWeights[term] === 0 ? sum : sum + texts), 0);
  const rowStarts = new Uint32Array(counted.rowStarts.length);
  const columns = new Uint32Array(cells);
  const values = new Float64Array(cells);
  let end = 0;
  for (let row = 0; row + 1 < rowStarts.length; row += 1) {
    const start = end;
    let squares = 0;
    const to = counted.rowStarts[row + 1] ?? 0;
    for (let j = counted.rowStarts[row] ?? 0; j < to; j += 1) {
      const term = counted.columns[j] ?? 0;
      const weight = dampCount(counted.counts[j] ?? 1) * (termWeights[term] ?? 0);
      if (weight === 0) continue;
      columns[end] = term;
      values[end] = weight;
      squares += weight * weight;
      end += 1;
    }
    const length = Math.sqrt(squares);
    for (let j = start; j < end; j += 1) values[j] = (values[j] ?? 0) / length;
    rowStarts[row + 1] = end;
  }
  const rows = { width: counted.terms.length, rowStarts, columns, values };
  sortRows(rows);
  return { rows, termWeights };
}
