import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import type { Study } from '../../src/model/study.js';
import { countQuotes } from '../../src/pipeline/analyse-study.js';
import { countHits, rateOverall } from '../../src/pipeline/evaluating/count-hits.js';
import { dealFolds, splitDecisions } from '../../src/pipeline/evaluating/deal-folds.js';
import {
  binReliability,
  findMeanAveragePrecision,
  findTopOne,
} from '../../src/pipeline/evaluating/measure-ranking.js';
import { readTruth } from '../../src/pipeline/evaluating/read-truth.js';
import { scoreHeldOut } from '../../src/pipeline/evaluating/score-held-out.js';
import { thinDecisions } from '../../src/pipeline/evaluating/thin-decisions.js';
import { learnedTagger } from '../../src/taggers/learned.js';
import { findCalibrationError } from '../../src/text/measures/calibration.js';

/** Decisions for each theme. */
const FEW = 10;
const SEEDS = [1, 2, 3];
const python = process.env.PYTHON ?? 'python3';
const peer = join(import.meta.dirname, 'peers', 'tagging_peer.py');

const figuresShape = z.object({
  map: z.number(),
  topOne: z.number(),
  microF1: z.number(),
  macroF1: z.number(),
});
const peerShape = z.array(figuresShape.extend({ tuned: z.number() }));
type FewFigures = z.infer<typeof figuresShape>;

/** Means over three draws of ten decisions a theme; `null` where scikit-learn is not there. */
export type FewDecisions = {
  readonly ours: FewFigures & { readonly calibrationError: number | null };
  /** The best of all recipes and thresholds by the answers; `tuned` is micro F1 at thresholds chosen without them. */
  readonly peer: z.infer<typeof peerShape>[number] | null;
};

const findMean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** By seed, then by fold: ten decisions a theme, none of them on an interview of the fold. */
function drawTrainings({ quotes, decisions }: Study) {
  const folds = dealFolds(quotes, decisions);
  const whole = splitDecisions(folds, quotes, decisions);
  const trainings = SEEDS.map((seed) => whole.map((own, fold) => thinDecisions(own, FEW, seed * 100 + fold)));
  return { folds, trainings };
}

function measureOurs(study: Study): FewDecisions['ours'] {
  const { quotes, taxonomy, decisions, settings } = study;
  const { themes } = taxonomy;
  const { folds, trainings } = drawTrainings(study);
  const truth = readTruth({ quoteIds: quotes.map(({ id }) => id), themes, decisions });
  const input = { quotes, counted: countQuotes(study), taxonomy, decisions, language: settings.language };
  const drawn = trainings.map((byFold) => {
    const heldOut = scoreHeldOut(learnedTagger, input, { folds, trainings: byFold, onFold: () => undefined });
    const { micro, macro } = rateOverall(countHits(truth, heldOut.proposed, folds), truth);
    return {
      map: findMeanAveragePrecision(truth, heldOut) ?? 0,
      topOne: findTopOne(truth, heldOut, themes) ?? 0,
      microF1: micro.f1 ?? 0,
      macroF1: macro.f1 ?? 0,
      calibrationError: findCalibrationError(binReliability(truth, heldOut)),
    };
  });
  const errors = drawn.flatMap(({ calibrationError }) => calibrationError ?? []);
  return {
    map: findMean(drawn.map(({ map }) => map)),
    topOne: findMean(drawn.map(({ topOne }) => topOne)),
    microF1: findMean(drawn.map(({ microF1 }) => microF1)),
    macroF1: findMean(drawn.map(({ macroF1 }) => macroF1)),
    calibrationError: errors.length === 0 ? null : findMean(errors),
  };
}

/** The same quotes, themes, folds and decisions as rows and columns. */
function planTask(study: Study) {
  const { quotes, taxonomy, decisions } = study;
  const { folds, trainings } = drawTrainings(study);
  const rows = new Map(quotes.map(({ id }, row) => [id, row]));
  const columns = new Map(taxonomy.themes.map(({ id }, column) => [id, column]));
  const given = quotes.map((): number[] => []);
  for (const { quoteId, themeId, applies } of decisions) {
    const column = columns.get(themeId);
    if (applies && column !== undefined) given[rows.get(quoteId) ?? -1]?.push(column);
  }
  const listRows = (own: (typeof trainings)[number][number]) => [
    ...new Set(own.flatMap(({ quoteId }) => rows.get(quoteId) ?? [])),
  ];
  return {
    texts: quotes.map(({ exact }) => exact),
    themes: taxonomy.themes.map((theme) =>
      [theme.label, theme.description, theme.include, ...theme.keywords].join(' '),
    ),
    given,
    draws: trainings.map((byFold) =>
      byFold.map((own, fold) => ({
        learned: listRows(own),
        asked: quotes.flatMap((_, row) => (folds.foldOf[row] === fold ? [row] : [])),
      })),
    ),
  };
}

function measurePeer(study: Study): FewDecisions['peer'] {
  if (spawnSync(python, ['-c', 'import sklearn']).status !== 0) return null;
  const input = JSON.stringify([planTask(study)]);
  const { status, stdout, stderr } = spawnSync(python, [peer, 'few'], {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`scikit-learn failed: ${stderr.trimEnd().split('\n').at(-1)}`);
  return peerShape.parse(JSON.parse(stdout))[0] ?? null;
}

/** Ten decisions a theme, interviews held out: the learned tagger beside the best of scikit-learn's recipes. */
export function measureFewDecisions(study: Study): FewDecisions {
  return { ours: measureOurs(study), peer: measurePeer(study) };
}
