import type { Flip } from '../../model/suggestion.js';
import { NO_TERM } from '../../text/counted-texts.js';
import { scorePooled } from '../../text/learning/fit-pooled.js';
import { type Decided, isDecided } from '../decided/read-decided.js';
import { listSpeaking, type SpeakingTerm } from '../learning/explain-pair.js';
import type { Judgement } from '../learning/judge-dimension.js';
import type { Ground } from '../learning/lay-ground.js';
import { listFeatures } from '../learning/list-features.js';
import type { Part } from '../learning/score-parts.js';
import { createWordWeigher } from '../learning/weigh-words.js';
import { takeOutTerms } from './take-out-terms.js';

/** A quote and a theme that is proposed for it. */
export type Proposed = {
  readonly row: number;
  /** Place of the quote among the rows of its part. */
  readonly at: number;
  readonly theme: number;
  /** Log-odds. */
  readonly score: number;
  readonly speaking: readonly SpeakingTerm[];
};

/** In log-odds: beyond it a probability is 0 or 1. */
const FARTHEST = 40;

/** The log-odds of a probability, within ±40; of what is above 1, as of a cut that nothing reaches, 40. */
export function toLogOdds(probability: number): number {
  if (probability >= 1) return FARTHEST;
  if (probability <= 0) return -FARTHEST;
  return Math.min(Math.max(Math.log(probability / (1 - probability)), -FARTHEST), FARTHEST);
}

/** How far a score lies over the cut of its theme, in log-odds; 0 where it lies under it. */
export function measureOver(score: number, cut = 1): number {
  return Math.max(score - toLogOdds(cut), 0);
}

/** How many of the weightiest words have to go by what they weigh; all where that is not enough. */
function guessCount({ score, speaking }: Proposed, cut: number): number {
  let left = score;
  const needed = speaking.findIndex(({ weight }) => {
    left -= weight;
    return left < cut;
  });
  return needed < 0 ? speaking.length : needed + 1;
}

/** A proposal, and how many of its weightiest words are taken out. */
type Trial = { readonly proposed: Proposed; readonly count: number };
type Outcome = Pick<Flip, 'changes' | 'leaves'>;
const UNTRIED: Outcome = { changes: false, leaves: null };
type Judged = { readonly judgement: Judgement; readonly part: Part; readonly decided: Decided };

/** By trial: what the same models say of the quote without the words. */
function tryWithout(
  ground: Ground,
  { judgement, part: { models, features: before } }: Judged,
  trials: readonly Trial[],
): readonly Outcome[] {
  const { dimension, worth, cuts } = judgement;
  const outputs = dimension.themes.length;
  const taken = trials.map(({ proposed: { row, speaking }, count }) => ({
    row,
    terms: new Set(speaking.slice(0, count).map(({ term }) => term)),
  }));
  const imagined = takeOutTerms(ground, { dimension, models }, taken);
  const after = listFeatures(imagined.ground, imagined.dimension, imagined);
  const weighWords = createWordWeigher(imagined.ground, { ...imagined, features: after, worth });
  return trials.map(({ proposed: { at, theme, score, speaking }, count }, i) => {
    const gained =
      scorePooled(worth, after, i * outputs + theme) - scorePooled(worth, before, at * outputs + theme);
    const leaves = score + gained - toLogOdds(cuts[theme] ?? 1);
    const pair = { row: imagined.rows[i] ?? 0, at: i, theme, rivals: dimension.rivals[theme] ?? [] };
    const isSilent = () => listSpeaking(weighWords(pair)).length === 0;
    return { leaves, changes: leaves < 0 || (count === speaking.length && isSilent()) };
  });
}

/** The theme that came nearest to being proposed beside those that are. */
function findRunnerUp(
  { row }: Proposed,
  { dimension, scores, cuts }: Judgement,
  isOpen: (theme: number) => boolean,
): Flip['runnerUp'] {
  const outputs = dimension.themes.length;
  let best: Flip['runnerUp'] = null;
  for (const [theme, { id }] of dimension.themes.entries()) {
    const short = toLogOdds(cuts[theme] ?? 1) - (scores[row * outputs + theme] ?? 0);
    if (short > 0 && short < (best?.short ?? Number.POSITIVE_INFINITY) && isOpen(theme)) {
      best = { themeId: id, short };
    }
  }
  return best;
}

/** First without the fewest words that can be enough by their weights; where they are not, without all that speak. */
function tryAll(ground: Ground, judged: Judged, proposals: readonly Proposed[]) {
  const { cuts } = judged.judgement;
  const guessed = proposals.map((proposed) => ({
    proposed,
    count: guessCount(proposed, toLogOdds(cuts[proposed.theme] ?? 1)),
  }));
  const first = tryWithout(ground, judged, guessed);
  const isOpen = ({ proposed, count }: Trial, i: number): boolean =>
    first[i]?.changes === false && count < proposed.speaking.length;
  const full = guessed.filter(isOpen).map(({ proposed }) => ({ proposed, count: proposed.speaking.length }));
  const second = full.length === 0 ? [] : tryWithout(ground, judged, full);
  let next = 0;
  return guessed.map((trial, i) => {
    if (!isOpen(trial, i)) return { count: trial.count, ...(first[i] ?? UNTRIED) };
    const outcome = { count: trial.proposed.speaking.length, ...(second[next] ?? UNTRIED) };
    next += 1;
    return outcome;
  });
}

/** The words of a quote that count as some terms, as they are written there; a filler phrase as one. */
function writeTerms({ counted }: Ground, row: number, terms: readonly number[]): readonly string[] {
  const written = new Map(terms.map((term) => [term, new Set<string>()]));
  for (const form of counted.wordForms.subarray(counted.textStarts[row], counted.textStarts[row + 1])) {
    const word = counted.forms[form] ?? '';
    written.get(counted.formTerms[form] ?? NO_TERM)?.add(word);
    written.get(counted.formSecondTerms[form] ?? NO_TERM)?.add(word);
  }
  const words = Array.from(written, ([term, forms]) =>
    forms.size > 0 ? [...forms] : [counted.surfaces[term] ?? ''],
  );
  return [...new Set(words.flat())];
}

/**
 * What would have changed each proposal: which of the words that speak for it would have to go. The models are asked anew
 * about the quote without them: what is told was tried, not reckoned. What is said nearby, and what the words make of
 * other themes, stays as it was.
 */
export function findFlips(ground: Ground, judged: Judged, proposals: readonly Proposed[]): readonly Flip[] {
  const { judgement, decided } = judged;
  if (proposals.length === 0) return [];
  const outcomes = tryAll(ground, judged, proposals);
  return proposals.map((proposed, i) => {
    const { count, changes, leaves } = outcomes[i] ?? { count: 0, ...UNTRIED };
    const quoteId = ground.quotes[proposed.row]?.id ?? '';
    const isOpen = (theme: number) =>
      !isDecided(decided, quoteId, judgement.dimension.themes[theme]?.id ?? '');
    const without = proposed.speaking.slice(0, count).map(({ term }) => term);
    return {
      over: measureOver(proposed.score, judgement.cuts[proposed.theme]),
      without: writeTerms(ground, proposed.row, without),
      changes,
      leaves,
      runnerUp: findRunnerUp(proposed, judgement, isOpen),
    };
  });
}
