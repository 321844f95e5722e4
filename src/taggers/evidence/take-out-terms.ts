import type { CountedTexts } from '../../text/count-texts.js';
import { NO_TERM } from '../../text/counted-texts.js';
import { rowAt, type SparseVector, stackRows } from '../../text/sparse-rows.js';
import type { Models } from '../learning/fit-models.js';
import type { Ground } from '../learning/lay-ground.js';
import type { CodedDimension } from '../learning/read-dimensions.js';
import { keepKeywords } from './keep-keywords.js';

/** A quote from which every word of some terms is taken out. */
export type TakenOut = { readonly row: number; readonly terms: ReadonlySet<number> };

/** Quotes that nobody said, behind those that were coded: what a model is asked about stands in `rows`. */
export type Imagined = {
  readonly ground: Ground;
  readonly dimension: CodedDimension;
  readonly models: Models;
  readonly rows: Uint32Array;
};

const NOTHING: Words = { left: [], gone: [] };
const NONE: ReadonlySet<number> = new Set();
const EMPTY: SparseVector = { columns: new Uint32Array(0), values: new Float64Array(0) };

/** The terms that a word counts as: two for a contraction such as "don't". */
function listTerms({ wordForms, formTerms, formSecondTerms }: CountedTexts, word: number): readonly number[] {
  const form = wordForms[word] ?? 0;
  const second = formSecondTerms[form] ?? NO_TERM;
  return second === NO_TERM ? [formTerms[form] ?? 0] : [formTerms[form] ?? 0, second];
}

/** Words of a quote by their place among all words: those that are left, and those that are gone. */
type Words = { readonly left: readonly number[]; readonly gone: readonly number[] };

function sortWords(counted: CountedTexts, { row, terms }: TakenOut): Words {
  const left: number[] = [];
  const gone: number[] = [];
  for (let word = counted.textStarts[row] ?? 0; word < (counted.textStarts[row + 1] ?? 0); word += 1) {
    (listTerms(counted, word).some((term) => terms.has(term)) ? gone : left).push(word);
  }
  return { left, gone };
}

/** Keeps some columns of a vector and scales what is left to length 1. */
function keepColumns(
  { columns, values }: SparseVector,
  weigh: (column: number, value: number) => number,
): SparseVector {
  const kept = new Uint32Array(columns.length);
  const weights = new Float64Array(columns.length);
  let end = 0;
  let squares = 0;
  for (let j = 0; j < columns.length; j += 1) {
    const weight = weigh(columns[j] ?? 0, values[j] ?? 0);
    if (weight === 0) continue;
    kept[end] = columns[j] ?? 0;
    weights[end] = weight;
    squares += weight * weight;
    end += 1;
  }
  const length = Math.sqrt(squares) || 1;
  for (let j = 0; j < end; j += 1) weights[j] = (weights[j] ?? 0) / length;
  return { columns: kept.subarray(0, end), values: weights.subarray(0, end) };
}

/** The terms, and those that stood only in words that are gone with them. */
function listMissing(counted: CountedTexts, terms: ReadonlySet<number>, { left, gone }: Words): Set<number> {
  const missing = new Set([...terms, ...gone.flatMap((word) => listTerms(counted, word))]);
  for (const word of left) for (const term of listTerms(counted, word)) missing.delete(term);
  return missing;
}

function takeFromWords({ words }: Ground, row: number, missing: ReadonlySet<number>): SparseVector {
  return keepColumns(rowAt(words, row), (term, value) => (missing.has(term) ? 0 : value));
}

/** The row of pairs as it is, without those that hold a term that is gone: what now stands together was not said so. */
function takeFromPairs({ pairs }: Ground, row: number, missing: ReadonlySet<number>): SparseVector {
  const { columns, values } = rowAt(pairs.rows, row);
  const isLeft = (pair: number): boolean =>
    !missing.has(pairs.members[2 * pair] ?? 0) && !missing.has(pairs.members[2 * pair + 1] ?? 0);
  return { columns: columns.filter(isLeft), values: values.filter((_, j) => isLeft(columns[j] ?? 0)) };
}

/** How often words hold each gram that `among` holds; each gram where that is left out. */
function countGrams(
  { counted, grams }: Ground,
  words: readonly number[],
  among?: ReadonlyMap<number, number>,
): Map<number, number> {
  const counts = new Map<number, number>();
  for (const word of words) {
    for (const gram of grams.formGrams[counted.wordForms[word] ?? 0] ?? []) {
      if (among?.has(gram) ?? true) counts.set(gram, (counts.get(gram) ?? 0) + 1);
    }
  }
  return counts;
}

const dampCount = (count: number): number => (count === 0 ? 0 : 1 + Math.log(count));

/** The row of grams, those that the gone words hold weighing less or nothing; 1 + ln tf as in a whole quote. */
function takeFromGrams(ground: Ground, row: number, { left, gone }: Words): SparseVector {
  const lost = countGrams(ground, gone);
  const kept = countGrams(ground, left, lost);
  return keepColumns(rowAt(ground.grams.rows, row), (gram, value) => {
    const before = lost.get(gram);
    if (before === undefined) return value;
    const after = kept.get(gram) ?? 0;
    return (value * dampCount(after)) / dampCount(before + after);
  });
}

/**
 * The same quotes without the words of some terms, as a ground of their own: the coded quotes stay to vote and to count,
 * all others are left out. Weights are those of the real quotes, so that only the missing words make a difference.
 */
export function takeOutTerms(
  ground: Ground,
  { dimension, models }: { readonly dimension: CodedDimension; readonly models: Models },
  taken: readonly TakenOut[],
): Imagined {
  const { coded, themes, labels } = dimension;
  const outputs = themes.length;
  const split = taken.map((quote) => sortWords(ground.counted, quote));
  const missing = taken.map(({ terms }, i) => listMissing(ground.counted, terms, split[i] ?? NOTHING));
  const codedLabels = new Int8Array((coded.length + taken.length) * outputs);
  for (const [place, row] of coded.entries()) {
    codedLabels.set(labels.subarray(row * outputs, (row + 1) * outputs), place * outputs);
  }
  const places = new Map(Array.from(coded, (row, place) => [row, place]));
  const words = [
    ...Array.from(coded, (row) => rowAt(ground.words, row)),
    ...taken.map(({ row }, i) => takeFromWords(ground, row, missing[i] ?? NONE)),
  ];
  const grams = [
    ...Array.from(coded, () => EMPTY),
    ...taken.map(({ row }, i) => takeFromGrams(ground, row, split[i] ?? NOTHING)),
  ];
  const pairs = [
    ...Array.from(coded, () => EMPTY),
    ...taken.map(({ row }, i) => takeFromPairs(ground, row, missing[i] ?? NONE)),
  ];
  const textStarts = new Uint32Array(coded.length + taken.length + 1);
  for (const [i, { left }] of split.entries()) {
    textStarts[coded.length + i + 1] = (textStarts[coded.length + i] ?? 0) + left.length;
  }
  const wordForms = Uint32Array.from(
    split.flatMap(({ left }) => left),
    (word) => ground.counted.wordForms[word] ?? 0,
  );
  return {
    ground: {
      ...ground,
      words: stackRows(words, ground.words.width),
      grams: { ...ground.grams, rows: stackRows(grams, ground.grams.rows.width) },
      pairs: { ...ground.pairs, rows: stackRows(pairs, ground.pairs.rows.width) },
      keywordHits: new Map(
        taken.map(({ row }, i) => [coded.length + i, keepKeywords(ground, row, split[i]?.gone ?? [])]),
      ),
      counted: { ...ground.counted, textStarts, wordForms },
    },
    dimension: { ...dimension, labels: codedLabels, coded: Uint32Array.from(coded, (_, place) => place) },
    models: { ...models, taught: models.taught.map((row) => places.get(row) ?? 0) },
    rows: Uint32Array.from(taken, (_, i) => coded.length + i),
  };
}
