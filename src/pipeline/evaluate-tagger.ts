import type { Study } from '../model/study.js';
import { taggers as allTaggers } from '../taggers/index.js';
import type { Tagger, TaggerInput } from '../taggers/tagger.js';
import { findMean } from '../text/measures/rate-hits.js';
import { countQuotes } from './analyse-study.js';
import { compareCoders } from './evaluating/compare-coders.js';
import { dealFolds, type Folds, splitDecisions } from './evaluating/deal-folds.js';
import type { CurvePoint, Evaluation } from './evaluating/evaluation.js';
import { explainGaps, explainNoFigures } from './evaluating/explain-gaps.js';
import { binReliability } from './evaluating/measure-ranking.js';
import { measureOverall, measureTagger, type Scored, type Standard } from './evaluating/measure-tagger.js';
import { planTrainings, type Training } from './evaluating/plan-trainings.js';
import { rankPassages } from './evaluating/rank-passages.js';
import { countJudged, countSupport, readTruth } from './evaluating/read-truth.js';
import { scoreHeldOut, uniteHeldOut } from './evaluating/score-held-out.js';
import { isPart, scoreWithParts } from './evaluating/score-parts.js';
import { countDecided } from './evaluating/thin-decisions.js';

/** Everything drawn at random is drawn from it, so that the same study gives the same figures. */
const SEED = 1;

/** Accepted quotes a theme at which the learning curve is measured, before all of them. */
const CURVE_AMOUNTS = [3, 5, 10, 20];

/** Called after each time that a tagger was taught, with its id. */
type OnTaught = (done: number, total: number, tagger: string) => void;

export type EvaluateOptions = {
  /** Which taggers; without it, every one of the shelf. */
  readonly taggers?: readonly Tagger[];
  /** Accepted quotes a theme at the points of the learning curve, before all; without it 3, 5, 10 and 20. */
  readonly amounts?: readonly number[];
  readonly onTaught?: OnTaught;
};

type Work = {
  readonly input: TaggerInput;
  readonly taggers: readonly Tagger[];
  readonly folds: Folds;
  readonly standard: Standard;
  readonly amounts: readonly number[];
};

/** Adds what the taggers say together; their parts say it already. */
function unite(scored: readonly Scored[]): readonly Scored[] {
  const whole = scored.filter(({ id }) => !isPart(id));
  if (whole.length < 2) return scored;
  const heldOut = uniteHeldOut(whole.map((own) => own.heldOut));
  return [...scored, { id: whole.length === 2 ? 'both' : 'all', heldOut }];
}

/** Parts are set beside their tagger only where it learned from all decisions. */
function scoreTaggers(
  { input, taggers, folds }: Work,
  { decisionsPerTheme, byFold }: Training,
  onFold: (tagger: string) => void,
): readonly Scored[] {
  return unite(
    taggers.flatMap((tagger) => {
      const lesson = { folds, trainings: byFold, onFold: () => onFold(tagger.id) };
      return decisionsPerTheme === null
        ? scoreWithParts(tagger, input, lesson)
        : [{ id: tagger.id, heldOut: scoreHeldOut(tagger, input, lesson) }];
    }),
  );
}

function measurePoint(
  { decisionsPerTheme, byFold }: Training,
  scored: readonly Scored[],
  standard: Standard,
): CurvePoint {
  return {
    decisionsPerTheme,
    quotes: findMean(byFold.map(countDecided)) ?? 0,
    taggers: scored.map((own) => measureOverall(own, standard)),
  };
}

function measureTaggers(work: Work, onTaught: OnTaught) {
  const { input, taggers, folds, standard, amounts } = work;
  const trainings = planTrainings(splitDecisions(folds, input.quotes, input.decisions), amounts, SEED);
  const total = trainings.length * taggers.length * folds.count;
  let done = 0;
  const onFold = (tagger: string) => {
    done += 1;
    onTaught(done, total, tagger);
  };
  let whole: readonly Scored[] = [];
  const learningCurve = trainings.map((training) => {
    whole = scoreTaggers(work, training, onFold);
    const shown = whole.filter(({ id }) => !isPart(id));
    return measurePoint(training, shown, standard);
  });
  const { truth } = standard;
  return {
    taggers: whole.map((scored) => measureTagger(scored, standard)),
    learningCurve,
    reliability: whole
      .filter(({ id }) => !isPart(id))
      .map(({ id, heldOut }) => ({ tagger: id, bins: binReliability(truth, heldOut) })),
  };
}

/**
 * How far what the taggers propose matches what people decided, held out by interview: whoever is measured on an
 * interview has learned from no decision on it. Truth is what people accepted, in each dimension on the quotes with at
 * least one decision there; disputed pairs do not count. What cannot be told is `null`, and a notice says why: nothing
 * is measured with fewer than two interviews. A tagger that has parts is followed by them, as `<tagger>:<part>`.
 */
export function evaluateTaggers(
  input: TaggerInput,
  { taggers = allTaggers, amounts = CURVE_AMOUNTS, onTaught = () => undefined }: EvaluateOptions = {},
): Evaluation {
  const { themes } = input.taxonomy;
  const asked = { quoteIds: input.quotes.map(({ id }) => id), themes, decisions: input.decisions };
  const truth = readTruth(asked);
  const folds = dealFolds(input.quotes, input.decisions);
  const quotes = countJudged(truth);
  const used = countSupport(truth).filter((support) => support > 0).length;
  const ceiling = compareCoders(asked);
  if (folds.count < 2) {
    const notices = [explainNoFigures(folds.interviews)];
    return {
      quotes,
      themes: used,
      folds: 0,
      taggers: [],
      learningCurve: [],
      ceiling,
      reliability: [],
      notices,
    };
  }
  const standard = { truth, themes, origins: folds, seed: SEED };
  const {
    taggers: figures,
    learningCurve,
    reliability,
  } = measureTaggers({ input, taggers, folds, standard, amounts }, onTaught);
  const counts = { quotes, themes: used, folds: folds.count };
  const evaluation = { ...counts, taggers: figures, learningCurve, ceiling, reliability };
  return { ...evaluation, notices: explainGaps(evaluation) };
}

/** How far the suggestions for a study, of themes and of passages, match its coders. */
export function evaluateStudy(study: Study, options: EvaluateOptions = {}): Evaluation {
  const { quotes, taxonomy, decisions, settings } = study;
  const counted = countQuotes(study);
  const input = { quotes, counted, taxonomy, decisions, language: settings.language };
  return { ...evaluateTaggers(input, options), quoteSuggestions: rankPassages(study) };
}
