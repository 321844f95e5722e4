import type { Pick, PickedQuote } from '../reporting/report.js';
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
  contradicts,
  countTurns,
  openChoice,
  type PickRequest,
  repeatsPicked,
} from './picking/open-choice.js';
import { prepareSpread } from './picking/spread-groups.js';

/** What is like all others keeps this part of its worth when those that were taken say it all: odd ones come last. */
const CENTRAL_PART = 0.1;

/**
 * Representative and diverse quotes, best first: those marked as important, in the order that a researcher gave to them and
 * whatever their participant said before; then
 * greedily those that best stand for all the others (facility location on TF-IDF cosines, and a part of how central each
 * is), one per participant until each had a turn, groups that were quoted less preferred. Where two or more are asked
 * for, one that coders marked as speaking against the theme comes second, or after the important ones. Quotes under 8 or
 * over 60 words are taken only where nothing else is left. Beyond 60 quotes the rest follows by how central it is. Each
 * with a reason, also those left out; equals by id.
 */
export function pickQuotes(request: PickRequest): Pick {
  const choice = openChoice(request);
  const quotes: PickedQuote[] = [];
  const take = (candidate: Candidate) => {
    const against = contradicts(choice, candidate) ? ({ contradicts: true } as const) : {};
    quotes.push({ quote: candidate.quote, reason: explainPick(choice, candidate), ...against });
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
  const { candidates, picked, request, barred } = choice;
  return candidates.filter(
    (candidate) =>
      !picked.has(candidate) &&
      !barred.has(candidate) &&
      (candidate.quote.important === true || countTurns(choice, candidate) < request.maxPerParticipant) &&
      !repeatsPicked(choice, candidate),
  );
}

/** Important quotes go before others, and those of a length that can be printed before the rest. */
function findTier({ quote, words }: Candidate): number {
  if (quote.important === true) return 0;
  return words >= FEWEST_WORDS && words <= MOST_WORDS ? 1 : 2;
}

/** Those whose turn it is. */
function listNext(choice: Choice): readonly Candidate[] {
  const open = listOpen(choice);
  const against = open.some(({ quote }) => quote.important === true) ? [] : listAgainst(choice, open);
  if (against.length === 0) return takeFirst(choice, open);
  if (choice.picked.size > 0) return takeFirst(choice, against);
  const others = open.filter((candidate) => !contradicts(choice, candidate));
  const leavingTurn = others.filter(({ participant }) =>
    against.some((wanted) => wanted.participant !== participant || choice.request.maxPerParticipant > 1),
  );
  return takeFirst(choice, [leavingTurn, others, open].find(({ length }) => length > 0) ?? []);
}

/**
 * Those that speak against the theme, where one is wanted and none was taken; beyond what one participant may say only
 * where nobody else says so.
 */
function listAgainst(choice: Choice, open: readonly Candidate[]): readonly Candidate[] {
  const { request, picked, barred, candidates } = choice;
  const isAgainst = (candidate: Candidate) => contradicts(choice, candidate);
  if (request.limit < 2 || [...picked].some(isAgainst)) return [];
  const within = open.filter(isAgainst);
  if (within.length > 0) return within;
  return candidates.filter(
    (candidate) =>
      isAgainst(candidate) &&
      !picked.has(candidate) &&
      !barred.has(candidate) &&
      !repeatsPicked(choice, candidate),
  );
}

/** Of the first tier that is left, those whose participants had the fewest turns. */
function takeFirst(choice: Choice, open: readonly Candidate[]): readonly Candidate[] {
  const tier = open.reduce((first, candidate) => Math.min(first, findTier(candidate)), 2);
  const pool = open.filter((candidate) => findTier(candidate) === tier);
  const ordered = tier === 0 ? findOrdered(choice, pool) : undefined;
  if (ordered !== undefined) return [ordered];
  const fewest = pool.reduce((least, candidate) => Math.min(least, countTurns(choice, candidate)), Infinity);
  return pool.filter((candidate) => countTurns(choice, candidate) === fewest);
}

/** The first of a pool that a researcher put in order, if any. */
function findOrdered({ request }: Choice, pool: readonly Candidate[]): Candidate | undefined {
  const byId = new Map(pool.map((candidate) => [candidate.quote.id, candidate]));
  const first = (request.order ?? []).find((id) => byId.has(id));
  return first === undefined ? undefined : byId.get(first);
}

/** What a candidate would add, or would have added earlier, and a part of what it says of all by itself. */
function rate({ coverage }: Choice, { row, weight, centrality }: Candidate): number {
  return weight * ((coverage.gains[row] ?? 0) + CENTRAL_PART * centrality);
}

/** The one that adds most. A gain of earlier steps is never too low, so none behind the best can overtake it. */
function takeBest(choice: Choice, pool: readonly Candidate[]): Candidate | undefined {
  const { candidates, picked, request } = choice;
  const rateSpread = prepareSpread({ spread: request.spread ?? [], candidates, picked });
  const rated = pool.map((candidate) => {
    const factor = rateSpread(candidate);
    return { candidate, factor, bound: rate(choice, candidate) * factor };
  });
  let best: Candidate | undefined;
  let most = 0;
  for (const { candidate, factor, bound } of rated.toSorted((a, b) => b.bound - a.bound)) {
    if (best !== undefined && bound <= most) break;
    choice.coverage.refresh(candidate.row);
    const now = rate(choice, candidate) * factor;
    if (best !== undefined && now <= most) continue;
    best = candidate;
    most = now;
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
    .toSorted((a, b) => findTier(a) - findTier(b) || b.weight * b.centrality - a.weight * a.centrality)
    .map((candidate) => {
      const turn = turns.get(candidate.participant) ?? 0;
      turns.set(candidate.participant, turn + 1);
      return { candidate, turn };
    })
    .filter(({ candidate, turn }) => candidate.quote.important === true || turn < request.maxPerParticipant);
  return queue
    .toSorted((a, b) => findTier(a.candidate) - findTier(b.candidate) || a.turn - b.turn)
    .slice(0, wanted)
    .map(({ candidate }) => candidate);
}
