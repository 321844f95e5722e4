import type { Quote } from '../model/quote.js';
import type { Pick } from '../reporting/report.js';
import {
  explainLeftOut,
  explainPick,
  FEWEST_WORDS,
  MOST_CHOSEN,
  MOST_WORDS,
} from './picking/explain-pick.js';
import {
  type Candidate,
  type Choice,
  countTurns,
  openChoice,
  type PickRequest,
  repeatsPicked,
} from './picking/open-choice.js';

/**
 * Representative and diverse quotes, best first: those marked as important, then greedily those that best stand for
 * all the others (facility location on TF-IDF cosines), one per participant until each had a turn. Quotes under 8 or
 * over 60 words are taken only where nothing else is left. Beyond 60 quotes the rest follows by how central it is.
 * Each with a reason, also those left out; equals by id.
 */
export function pickQuotes(request: PickRequest): Pick {
  const choice = openChoice(request);
  const quotes: { readonly quote: Quote; readonly reason: string }[] = [];
  const take = (candidate: Candidate) => {
    quotes.push({ quote: candidate.quote, reason: explainPick(choice, candidate) });
    choice.picked.add(candidate);
    choice.turns.set(candidate.participant, countTurns(choice, candidate) + 1);
  };
  while (choice.picked.size < Math.min(request.limit, MOST_CHOSEN)) {
    const next = takeBest(choice, listNext(choice));
    if (next === undefined) break;
    take(next);
    choice.coverage.choose(next.row);
  }
  for (const next of listRest(choice)) take(next);
  const left = choice.candidates.filter((candidate) => !choice.picked.has(candidate));
  return {
    quotes,
    leftOut: left.map((candidate) => ({
      quoteId: candidate.quote.id,
      reason: explainLeftOut(choice, candidate),
    })),
  };
}

function listOpen(choice: Choice): readonly Candidate[] {
  const { candidates, picked, request } = choice;
  return candidates.filter(
    (candidate) =>
      !picked.has(candidate) &&
      countTurns(choice, candidate) < request.maxPerParticipant &&
      !repeatsPicked(choice, candidate),
  );
}

/** Important quotes go before others, and those of a length that can be printed before the rest. */
function findTier({ quote, words }: Candidate): number {
  if (quote.important === true) return 0;
  return words >= FEWEST_WORDS && words <= MOST_WORDS ? 1 : 2;
}

/** Those whose turn it is: of the first tier that is left, those whose participants had the fewest turns. */
function listNext(choice: Choice): readonly Candidate[] {
  const open = listOpen(choice);
  const tier = open.reduce((first, candidate) => Math.min(first, findTier(candidate)), 2);
  const pool = open.filter((candidate) => findTier(candidate) === tier);
  const fewest = pool.reduce((least, candidate) => Math.min(least, countTurns(choice, candidate)), Infinity);
  return pool.filter((candidate) => countTurns(choice, candidate) === fewest);
}

/** What a candidate would add, or would have added earlier. */
function rate({ coverage }: Choice, { row, weight }: Candidate): number {
  return weight * (coverage.gains[row] ?? 0);
}

/** The one that adds most. A gain of earlier steps is never too low, so none behind the best can overtake it. */
function takeBest(choice: Choice, pool: readonly Candidate[]): Candidate | undefined {
  let best: Candidate | undefined;
  for (const candidate of pool.toSorted((a, b) => rate(choice, b) - rate(choice, a))) {
    if (best !== undefined && rate(choice, candidate) <= rate(choice, best)) break;
    choice.coverage.refresh(candidate.row);
    if (best === undefined || rate(choice, candidate) > rate(choice, best)) best = candidate;
  }
  return best;
}

/** What is still asked for once enough were chosen one by one: by tier, by turn, then by what each adds to those. */
function listRest(choice: Choice): readonly Candidate[] {
  const { request, picked } = choice;
  const wanted = request.limit - picked.size;
  if (wanted <= 0) return [];
  const turns = new Map(choice.turns);
  const queue = listOpen(choice)
    .toSorted((a, b) => findTier(a) - findTier(b) || rate(choice, b) - rate(choice, a))
    .map((candidate) => {
      const turn = turns.get(candidate.participant) ?? 0;
      turns.set(candidate.participant, turn + 1);
      return { candidate, turn };
    })
    .filter(({ turn }) => turn < request.maxPerParticipant);
  return queue
    .toSorted((a, b) => findTier(a.candidate) - findTier(b.candidate) || a.turn - b.turn)
    .slice(0, wanted)
    .map(({ candidate }) => candidate);
}
