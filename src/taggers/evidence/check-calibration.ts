import { UNKNOWN, YES } from '../../text/learning/lessons.js';
import { binProbabilities, findCalibrationError } from '../../text/measures/calibration.js';
import type { Judgement } from '../learning/judge-dimension.js';
import { toProbability } from '../learning/score-parts.js';

/** Beyond ten points in the mean, a percentage tells a reader something false. */
const MOST_ERROR = 0.1;

/**
 * How far probabilities and coders are apart on the coded quotes, each judged by models that were not taught with it:
 * 0 to 1, `null` where nothing was coded. A little kind, since how the models are joined was learned on the same quotes;
 * an evaluation measures it on interviews of which not even that is known.
 */
export function measureCalibration({ dimension, scores }: Judgement): number | null {
  const outputs = dimension.themes.length;
  const probabilities: number[] = [];
  const labels: (0 | 1)[] = [];
  for (const row of dimension.coded) {
    for (let at = row * outputs; at < (row + 1) * outputs; at += 1) {
      const label = dimension.labels[at] ?? UNKNOWN;
      if (label === UNKNOWN) continue;
      probabilities.push(toProbability(scores[at] ?? 0));
      labels.push(label === YES ? 1 : 0);
    }
  }
  return findCalibrationError(binProbabilities(probabilities, labels));
}

/** Whether a confidence may be read as a percentage: enough was coded, and held-out quotes bear it out. */
export function isCalibrated(judgement: Judgement): boolean {
  if (!judgement.calibrated) return false;
  const error = measureCalibration(judgement);
  return error !== null && error <= MOST_ERROR;
}
