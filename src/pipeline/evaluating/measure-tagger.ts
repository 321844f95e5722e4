import type { Theme } from '../../model/theme.js';
import { findCalibrationError } from '../../text/measures/calibration.js';
import { addHits, rateHits } from '../../text/measures/rate-hits.js';
import { resampleHits } from '../../text/measures/resample-hits.js';
import { countHits, type Origins, rateOverall } from './count-hits.js';
import type { OverallFigures, TaggerFigures } from './evaluation.js';
import { binReliability, findMeanAveragePrecision, findTopOne } from './measure-ranking.js';
import { countSupport, type Truth } from './read-truth.js';
import type { HeldOut } from './score-held-out.js';

/** What taggers are held against. */
export type Standard = {
  readonly truth: Truth;
  readonly themes: readonly Theme[];
  readonly origins: Origins;
  /** Of the drawing anew. */
  readonly seed: number;
};

/** What a tagger said of interviews that it had learned nothing from. */
export type Scored = { readonly id: string; readonly heldOut: HeldOut };

/** How far a tagger matches people over all themes. */
export function measureOverall(
  { id, heldOut }: Scored,
  { truth, themes, origins }: Standard,
): OverallFigures {
  return {
    id,
    topOne: findTopOne(truth, heldOut, themes),
    meanAveragePrecision: findMeanAveragePrecision(truth, heldOut),
    ...rateOverall(countHits(truth, heldOut.proposed, origins), truth),
  };
}

/** The same with its calibration, and theme by theme. */
export function measureTagger(scored: Scored, standard: Standard): TaggerFigures {
  const { truth, themes, origins, seed } = standard;
  const support = countSupport(truth);
  const hits = countHits(truth, scored.heldOut.proposed, origins);
  return {
    ...measureOverall(scored, standard),
    calibrationError: findCalibrationError(binReliability(truth, scored.heldOut)),
    perTheme: themes.map(({ id }, column) => {
      const ofTheme = hits[column] ?? [];
      return {
        theme: id,
        support: support[column] ?? 0,
        ...rateHits(addHits(ofTheme)),
        interval: resampleHits(ofTheme, seed),
      };
    }),
  };
}
