import type { CountedTexts } from '../../text/count-texts.js';
import { NO_TERM } from '../../text/counted-texts.js';
import type { Company } from '../../text/meaning/place-by-company.js';
import { rowAt, type SparseRows, stackRows } from '../../text/sparse-rows.js';
import type { Models } from '../learning/fit-models.js';
import type { Ground } from '../learning/lay-ground.js';
import type { CodedDimension } from '../learning/read-dimensions.js';
import { keepKeywords } from './keep-keywords.js';
import { pushRow, type Stack, scaleRow, stackTable } from './stack-table.js';

/** A quote from which every word of some terms is taken out. */
export type TakenOut = { readonly row: number; readonly terms: ReadonlySet<number> };

/** Quotes that nobody said, behind those that were coded: what a model is asked about stands in `rows`. */
export type Imagined = {
  readonly ground: Ground;
  readonly dimension: CodedDimension;
  readonly models: Models;
  readonly rows: Uint32Array;
};

type Words = {
  /** Words of a quote by their place among all words: those that are left, and those that are gone. */
  readonly left: readonly number[];
  readonly gone: readonly number[];
  /** The terms taken out, and those that stood only in words that are gone with them. */
  readonly missing: ReadonlySet<number>;
};

const NOTHING: Words = { left: [], gone: [], missing: new Set() };

/** The second term of a word that counts as two, such as "don't"; else its only term. */
function secondOf({ formTerms, formSecondTerms }: CountedTexts, form: number): number {
  const second = formSecondTerms[form] ?? NO_TERM;
  return second === NO_TERM ? (formTerms[form] ?? 0) : second;
}

function sortWords(counted: CountedTexts, { row, terms }: TakenOut): Words {
  const { wordForms, formTerms, textStarts } = counted;
  const left: number[] = [];
  const gone: number[] = [];
  const missing = new Set(terms);
  for (let word = textStarts[row] ?? 0; word < (textStarts[row + 1] ?? 0); word += 1) {
    const form = wordForms[word] ?? 0;
    const first = formTerms[form] ?? 0;
    const second = secondOf(counted, form);
    if (terms.has(first) || terms.has(second)) {
      gone.push(word);
      missing.add(first).add(second);
    } else left.push(word);
  }
  for (const word of left) {
    const form = wordForms[word] ?? 0;
    missing.delete(formTerms[form] ?? 0);
    missing.delete(secondOf(counted, form));
  }
  return { left, gone, missing };
}

const dampCount = (count: number): number => (count === 0 ? 0 : 1 + Math.log(count));

const NO_GRAMS = new Uint32Array(0);

/** By gram, 0 but while a quote is weighed: how often words that are gone hold it, and words that are left. */
type GramCounts = { readonly lost: Uint32Array; readonly kept: Uint32Array };

function countGrams(
  { counted, grams }: Ground,
  words: readonly number[],
  into: Uint32Array,
  by: 0 | 1,
): void {
  for (const word of words) {
    const held = grams.formGrams[counted.wordForms[word] ?? 0] ?? NO_GRAMS;
    for (let g = 0; g < held.length; g += 1) {
      const gram = held[g] ?? 0;
      into[gram] = by === 0 ? 0 : (into[gram] ?? 0) + 1;
    }
  }
}

/** Writes the grams of a quote: those that the gone words hold weigh less, 1 + ln tf as in a whole quote, or nothing. */
function pushGrams(
  ground: Ground,
  { stack, at }: { readonly stack: Stack; readonly at: number },
  { row, left, gone, lost, kept }: Words & GramCounts & { readonly row: number },
): void {
  countGrams(ground, gone, lost, 1);
  countGrams(ground, left, kept, 1);
  const weigh = (gram: number, value: number): number => {
    if (lost[gram] === 0) return value;
    const after = kept[gram] ?? 0;
    return (value * dampCount(after)) / dampCount((lost[gram] ?? 0) + after);
  };
  pushRow(stack, at, { rows: ground.grams.rows, row, weigh });
  scaleRow(stack, at);
  countGrams(ground, gone, lost, 0);
  countGrams(ground, left, kept, 0);
}

/** The quotes without the words, behind the coded ones: words and grams scaled to length 1, pairs as they were. */
function stackTables(
  ground: Ground,
  { coded, taken, split }: { coded: Uint32Array; taken: readonly TakenOut[]; split: readonly Words[] },
): Pick<Ground, 'words' | 'grams' | 'pairs'> {
  const { words, grams, pairs } = ground;
  const ofWords = stackTable(words, { coded, taken, copied: true }, (stack, at, i) => {
    const missing = split[i]?.missing;
    const weigh = (term: number, value: number) => (missing?.has(term) === true ? 0 : value);
    pushRow(stack, at, { rows: words, row: taken[i]?.row ?? 0, weigh });
    scaleRow(stack, at);
  });
  const { width } = grams.rows;
  const counts = { lost: new Uint32Array(width), kept: new Uint32Array(width) };
  const ofGrams = stackTable(grams.rows, { coded, taken, copied: false }, (stack, at, i) => {
    const words = split[i] ?? NOTHING;
    pushGrams(ground, { stack, at }, { ...words, ...counts, row: taken[i]?.row ?? 0 });
  });
  // What now stands together was not said so.
  const ofPairs = stackTable(pairs.rows, { coded, taken, copied: false }, (stack, at, i) => {
    const missing = split[i]?.missing ?? NOTHING.missing;
    const weigh = (pair: number, value: number) => {
      const [first, second] = [pairs.members[2 * pair] ?? 0, pairs.members[2 * pair + 1] ?? 0];
      return missing.has(first) || missing.has(second) ? 0 : value;
    };
    pushRow(stack, at, { rows: pairs.rows, row: taken[i]?.row ?? 0, weigh });
  });
  return { words: ofWords, grams: { ...grams, rows: ofGrams }, pairs: { ...pairs, rows: ofPairs } };
}

/** Where the coded quotes stand, and where the others stand by the words that are left; they are not drawn to themselves. */
function stackPlaces(
  company: Company,
  words: SparseRows,
  { coded, taken }: { readonly coded: Uint32Array; readonly taken: readonly TakenOut[] },
): Company {
  const places = [
    ...Array.from(coded, (row) => rowAt(company.rows, row)),
    ...taken.map(({ row }, i) => company.place(rowAt(words, coded.length + i), row)),
  ];
  return { ...company, rows: stackRows(places, company.rows.width) };
}

/** The words that are left of each quote, behind coded quotes of none. */
function stackWords({ counted }: Ground, coded: number, split: readonly Words[]): CountedTexts {
  const textStarts = new Uint32Array(coded + split.length + 1);
  for (const [i, { left }] of split.entries()) {
    textStarts[coded + i + 1] = (textStarts[coded + i] ?? 0) + left.length;
  }
  const wordForms = new Uint32Array(textStarts.at(-1) ?? 0);
  for (const [i, { left }] of split.entries()) {
    const from = textStarts[coded + i] ?? 0;
    for (let j = 0; j < left.length; j += 1) wordForms[from + j] = counted.wordForms[left[j] ?? 0] ?? 0;
  }
  return { ...counted, textStarts, wordForms };
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
  const codedLabels = new Int8Array((coded.length + taken.length) * outputs);
  for (const [place, row] of coded.entries()) {
    codedLabels.set(labels.subarray(row * outputs, (row + 1) * outputs), place * outputs);
  }
  const places = new Map(Array.from(coded, (row, place) => [row, place]));
  const keywordHits = taken.map(
    ({ row }, i) => [coded.length + i, keepKeywords(ground, row, split[i]?.gone ?? [])] as const,
  );
  const tables = stackTables(ground, { coded, taken, split });
  const { company } = ground;
  return {
    ground: {
      ...ground,
      ...tables,
      ...(company === undefined ? {} : { company: stackPlaces(company, tables.words, { coded, taken }) }),
      keywordHits: new Map(keywordHits),
      counted: stackWords(ground, coded.length, split),
    },
    dimension: { ...dimension, labels: codedLabels, coded: Uint32Array.from(coded, (_, place) => place) },
    models: { ...models, taught: models.taught.map((row) => places.get(row) ?? 0) },
    rows: Uint32Array.from(taken, (_, i) => coded.length + i),
  };
}
