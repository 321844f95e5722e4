import type { Quote } from '../../model/quote.js';
import type { CountedTexts } from '../../text/count-texts.js';
import { type Coverage, coverRows } from '../../text/cover-rows.js';
import { leansBack } from '../../text/leans-back.js';
import { rowAt, type SparseRows, stackRows } from '../../text/sparse-rows.js';
import { TAGGING_WEIGHTS, weighTerms } from '../../text/weigh-terms.js';

export type PickRequest = {
  /** The quotes to choose from, all of them among `rows`. */
  readonly quotes: readonly Quote[];
  /** The quotes that the rows of `counted` stand for. */
  readonly rows: readonly Quote[];
  readonly counted: CountedTexts;
  /** Participant by quote id. */
  readonly participantOf: ReadonlyMap<string, string>;
  readonly limit: number;
  readonly maxPerParticipant: number;
};

export type Candidate = {
  readonly quote: Quote;
  /** Its row in the coverage of the request's quotes. */
  readonly row: number;
  readonly words: number;
  readonly participant: string;
  /** 1, or less for what does not stand alone: a factor on what it would add. */
  readonly weight: number;
};

/** A choice under way: what there is to choose from, and what was taken so far. */
export type Choice = {
  readonly request: PickRequest;
  /** By id. */
  readonly candidates: readonly Candidate[];
  readonly coverage: Coverage;
  /** In the order in which they were taken. */
  readonly picked: Set<Candidate>;
  /** Quotes taken so far, by participant. */
  readonly turns: Map<string, number>;
};

/** A quote that opens in the middle of something has to add a quarter more to be preferred. */
const LEANING_WEIGHT = 0.8;
/** From this cosine on two quotes say the same in the same words. */
const SAME_WORDS = 1 - 1e-9;

export function openChoice(request: PickRequest): Choice {
  const { counted, participantOf } = request;
  const { rows, rowOf } = weighQuotes(request);
  const sorted = request.quotes.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const numbers = sorted.map((quote) => rowOf.get(quote.id) ?? -1);
  const candidates = sorted.map((quote, row) => {
    const number = numbers[row] ?? -1;
    return {
      quote,
      row,
      words: (counted.textStarts[number + 1] ?? 0) - (counted.textStarts[number] ?? 0),
      participant: participantOf.get(quote.id) ?? '',
      weight: leansBack(quote.exact, counted.lexicon.language) ? LEANING_WEIGHT : 1,
    };
  });
  const vectors = numbers.map((number) => rowAt(rows, number));
  const coverage = coverRows(stackRows(vectors, rows.width));
  return { request, candidates, coverage, picked: new Set(), turns: new Map() };
}

export function countTurns({ turns }: Choice, { participant }: Candidate): number {
  return turns.get(participant) ?? 0;
}

/** Whether a candidate says the same, in the same words, as one that was taken. */
export function repeatsPicked({ coverage: { covered } }: Choice, { row }: Candidate): boolean {
  return (covered[row] ?? 0) >= SAME_WORDS;
}

type WeighedQuotes = { readonly rows: SparseRows; readonly rowOf: ReadonlyMap<string, number> };

/** Every theme of a report picks from the same quotes: they are weighed once. */
const weighed = new WeakMap<CountedTexts, WeighedQuotes>();

function weighQuotes({ rows: quotes, counted }: PickRequest): WeighedQuotes {
  const known = weighed.get(counted);
  if (known !== undefined) return known;
  const made = {
    rows: weighTerms(counted, TAGGING_WEIGHTS).rows,
    rowOf: new Map(quotes.map((quote, row) => [quote.id, row])),
  };
  weighed.set(counted, made);
  return made;
}
