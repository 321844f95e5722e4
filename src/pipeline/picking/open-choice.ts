import type { Quote } from '../../model/quote.js';
import type { Language } from '../../model/settings.js';
import type { CountedTexts } from '../../text/count-texts.js';
import { type Coverage, coverRows } from '../../text/cover-rows.js';
import { isFragment } from '../../text/is-fragment.js';
import { leansBack } from '../../text/leans-back.js';
import { rowAt, type SparseRows, stackRows } from '../../text/sparse-rows.js';
import { TAGGING_WEIGHTS, weighTerms } from '../../text/weigh-terms.js';
import type { Contradicting } from './find-contradicting.js';
import type { SpreadAttribute } from './spread-groups.js';

export type PickRequest = {
  /** The quotes to choose from, all of them among `rows`. */
  readonly quotes: readonly Quote[];
  /** The quotes that the rows of `counted` stand for. */
  readonly rows: readonly Quote[];
  readonly counted: CountedTexts;
  /** Participant by quote id. */
  readonly participantOf: ReadonlyMap<string, string>;
  readonly limit: number;
  /** Ids in the order that a researcher gave: important quotes are taken in it. */
  readonly order?: readonly string[];
  readonly maxPerParticipant: number;
  /** Over whose values the quotes are spread. */
  readonly spread?: readonly SpreadAttribute[];
  /** The quotes that speak against what the others say: one of them is taken where two or more are asked for. */
  readonly contradicting?: Contradicting;
  /** Why a quote would keep all from being published, by quote id: it gives way to any other that does not. */
  readonly identifying?: ReadonlyMap<string, string>;
};

export type Candidate = {
  readonly quote: Quote;
  /** Its row in the coverage of the request's quotes. */
  readonly row: number;
  readonly words: number;
  readonly participant: string;
  /** 1, or less for what does not stand alone: a factor on what it would add. */
  readonly weight: number;
  /** Sum of its cosines with all candidates. */
  readonly centrality: number;
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
  /** What is not to be taken, and why. */
  readonly barred: ReadonlyMap<Candidate, string>;
};

/** A quote that opens in the middle of something has to add a quarter more to be preferred. */
const LEANING_WEIGHT = 0.8;
/** So has a piece of a sentence. */
const FRAGMENT_WEIGHT = 0.8;
/** From this cosine on two quotes say the same in the same words. */
const SAME_WORDS = 1 - 1e-9;

export function openChoice(request: PickRequest): Choice {
  const { counted, participantOf } = request;
  const { rows, rowOf } = weighQuotes(request);
  const sorted = request.quotes.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const numbers = sorted.map((quote) => rowOf.get(quote.id) ?? -1);
  const vectors = numbers.map((number) => rowAt(rows, number));
  const coverage = coverRows(stackRows(vectors, rows.width));
  const candidates = sorted.map((quote, row) => {
    const number = numbers[row] ?? -1;
    return {
      quote,
      row,
      words: (counted.textStarts[number + 1] ?? 0) - (counted.textStarts[number] ?? 0),
      participant: participantOf.get(quote.id) ?? '',
      weight: weighWhole(quote.wording ?? quote.exact, counted.lexicon.language),
      centrality: coverage.gains[row] ?? 0,
    };
  });
  const barred = barIdentifying(candidates, request.identifying);
  return { request, candidates, coverage, picked: new Set(), turns: new Map(), barred };
}

/** How well words stand alone, as a factor. */
function weighWhole(words: string, language: Language): number {
  return (
    (leansBack(words, language) ? LEANING_WEIGHT : 1) * (isFragment(words, language) ? FRAGMENT_WEIGHT : 1)
  );
}

/** What is marked as important stays, and so do all where there is no other: the gate then says what to do. */
function barIdentifying(
  candidates: readonly Candidate[],
  identifying: PickRequest['identifying'] = new Map(),
): ReadonlyMap<Candidate, string> {
  const barred = new Map(
    candidates.flatMap((candidate) => {
      const reason = identifying.get(candidate.quote.id);
      return reason === undefined || candidate.quote.important === true ? [] : [[candidate, reason] as const];
    }),
  );
  return barred.size === candidates.length ? new Map() : barred;
}

export function countTurns({ turns }: Choice, { participant }: Candidate): number {
  return turns.get(participant) ?? 0;
}

/** Whether a coder marked that a candidate speaks against the theme. */
export function contradicts({ request }: Choice, { quote }: Candidate): boolean {
  return request.contradicting?.has(quote.id) === true;
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
