import type { Quote } from '../model/quote.js';
import type { LeftOut, Pick } from '../reporting/report.js';
import type { CountedTexts } from '../text/count-texts.js';
import { type Coverage, coverRows } from '../text/cover-rows.js';
import { leansBack } from '../text/leans-back.js';
import { rowAt, type SparseRows, stackRows } from '../text/sparse-rows.js';
import { TAGGING_WEIGHTS, weighTerms } from '../text/weigh-terms.js';

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

type Candidate = {
  readonly quote: Quote;
  /** Its row in the coverage of the request's quotes. */
  readonly row: number;
  readonly words: number;
  readonly participant: string;
  /** 1, or less for what does not stand alone: a factor on what it would add. */
  readonly weight: number;
};

type Choice = {
  readonly request: PickRequest;
  readonly candidates: readonly Candidate[];
  readonly coverage: Coverage;
  readonly picked: Candidate[];
  /** Quotes picked so far, by participant. */
  readonly turns: Map<string, number>;
};

/** Shorter quotes hardly stand alone, longer ones are not read (in words). */
const FEWEST_WORDS = 8;
const MOST_WORDS = 60;
/** A quote that opens in the middle of something has to add a quarter more to be preferred. */
const LEANING_WEIGHT = 0.8;
/** From this cosine on two quotes say the same in the same words. */
const SAME_WORDS = 1 - 1e-9;

/**
 * Representative and diverse quotes, best first: those marked as important, then greedily those that best stand for
 * all the others (facility location on TF-IDF cosines), one per participant until each had a turn. Quotes under 8 or
 * over 60 words are taken only where nothing else is left. Each with a reason, also those left out; equals by id.
 */
export function pickQuotes(request: PickRequest): Pick {
  const choice = openChoice(request);
  const quotes: { readonly quote: Quote; readonly reason: string }[] = [];
  while (choice.picked.length < request.limit) {
    const next = takeBest(choice, listNext(choice));
    if (next === undefined) break;
    quotes.push({ quote: next.quote, reason: explainPick(choice, next) });
    choice.coverage.choose(next.row);
    choice.picked.push(next);
    choice.turns.set(next.participant, countTurns(choice, next) + 1);
  }
  return { quotes, leftOut: listLeftOut(choice) };
}

function openChoice(request: PickRequest): Choice {
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
  return { request, candidates, coverage, picked: [], turns: new Map() };
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

/** Those whose turn it is: important before others, a length that can be printed before others, fewest turns first. */
function listNext(choice: Choice): readonly Candidate[] {
  const { candidates, coverage, picked, request } = choice;
  const open = candidates.filter(
    (candidate) =>
      !picked.includes(candidate) &&
      countTurns(choice, candidate) < request.maxPerParticipant &&
      !repeats(coverage, candidate),
  );
  const important = open.filter(({ quote }) => quote.important === true);
  const printable = open.filter(({ words }) => words >= FEWEST_WORDS && words <= MOST_WORDS);
  const pool = [important, printable].find(({ length }) => length > 0) ?? open;
  const fewest = pool.reduce((least, candidate) => Math.min(least, countTurns(choice, candidate)), Infinity);
  return pool.filter((candidate) => countTurns(choice, candidate) === fewest);
}

function countTurns({ turns }: Choice, { participant }: Candidate): number {
  return turns.get(participant) ?? 0;
}

function repeats({ covered }: Coverage, { row }: Candidate): boolean {
  return (covered[row] ?? 0) >= SAME_WORDS;
}

/** The one that adds most. A gain of earlier steps is never too low, so none behind the best can overtake it. */
function takeBest({ coverage }: Choice, pool: readonly Candidate[]): Candidate | undefined {
  const rate = ({ row, weight }: Candidate) => weight * (coverage.gains[row] ?? 0);
  let best: Candidate | undefined;
  for (const candidate of pool.toSorted((a, b) => rate(b) - rate(a))) {
    if (best !== undefined && rate(candidate) <= rate(best)) break;
    coverage.refresh(candidate.row);
    if (best === undefined || rate(candidate) > rate(best)) best = candidate;
  }
  return best;
}

function explainPick(choice: Choice, { quote, words, participant }: Candidate): string {
  const { picked, candidates } = choice;
  return [
    quote.important === true ? 'marked as important' : '',
    explainCentrality(picked.length, candidates.length),
    picked.length === 0 ? '' : explainTurn(picked, participant),
    quote.important === true ? '' : explainLength(words),
  ]
    .filter((part) => part !== '')
    .join('; ');
}

function explainCentrality(picked: number, all: number): string {
  if (all === 1) return 'the only one';
  if (picked === 0) return `most central of ${all}`;
  return picked === 1 ? 'adds what the first does not say' : `adds what the first ${picked} do not say`;
}

function explainTurn(picked: readonly Candidate[], participant: string): string {
  return picked.some((earlier) => earlier.participant === participant)
    ? 'a participant quoted above'
    : 'another participant';
}

function explainLength(words: number): string {
  if (words < FEWEST_WORDS) return `short (${countWords(words)}), but nothing longer was left`;
  return words > MOST_WORDS ? `long (${countWords(words)}), but nothing shorter was left` : '';
}

function countWords(words: number): string {
  return words === 1 ? '1 word' : `${words} words`;
}

function listLeftOut(choice: Choice): readonly LeftOut[] {
  return choice.candidates
    .filter((candidate) => !choice.picked.includes(candidate))
    .map((candidate) => ({ quoteId: candidate.quote.id, reason: explainLeftOut(choice, candidate) }));
}

function explainLeftOut(choice: Choice, candidate: Candidate): string {
  const { coverage, request } = choice;
  if (repeats(coverage, candidate)) return 'says the same as one that was taken';
  if (candidate.words < FEWEST_WORDS) return `too short to stand alone (${countWords(candidate.words)})`;
  if (candidate.words > MOST_WORDS) return `too long to print (${countWords(candidate.words)})`;
  return countTurns(choice, candidate) >= request.maxPerParticipant && choice.picked.length < request.limit
    ? `beyond the ${request.maxPerParticipant} asked for of one participant`
    : `beyond the ${request.limit} asked for`;
}
