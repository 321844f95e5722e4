import type { Study } from '../model/study.js';
import type { MeasuredPrecision } from '../model/suggestion.js';
import { taggers as allTaggers } from '../taggers/index.js';
import type { Tagger, TaggerInput } from '../taggers/tagger.js';
import { addHits, rateHits } from '../text/measures/rate-hits.js';
import { resamplePrecision } from '../text/measures/resample-precision.js';
import { countQuotes } from './analyse-study.js';
import { countHits, type ThemeHits } from './evaluating/count-hits.js';
import { dealFolds, splitDecisions } from './evaluating/deal-folds.js';
import { readTruth } from './evaluating/read-truth.js';
import { scoreHeldOut } from './evaluating/score-held-out.js';

/** Everything drawn at random is drawn from it, so that the same study gives the same figures. */
const SEED = 1;

/** How often each tagger was right about each theme: by id of the tagger, then of the theme. */
export type Precisions = ReadonlyMap<string, ReadonlyMap<string, MeasuredPrecision>>;

export type MeasureOptions = {
  /** Which taggers; without it, every one of the shelf. */
  readonly taggers?: readonly Tagger[];
  /** Called after each time that a tagger was taught, with its id. */
  readonly onTaught?: (done: number, total: number, tagger: string) => void;
};

function readPrecision(hits: ThemeHits): MeasuredPrecision | undefined {
  const all = addHits(hits);
  const { precision } = rateHits(all);
  if (precision === null) return undefined;
  return { precision, n: all.hits + all.extras, interval: resamplePrecision(hits, SEED) };
}

/**
 * How often what each tagger proposes is what people decided, theme by theme, on interviews that nothing was learned
 * from: the precision of `evaluateStudy`, with how many proposals it is the share of. A theme that was never proposed
 * there is missing, and so is everything where fewer than two interviews have decisions.
 */
export function measureSuggestions(
  study: Study,
  { taggers = allTaggers, onTaught = () => undefined }: MeasureOptions = {},
): Precisions {
  const { quotes, taxonomy, decisions, settings } = study;
  const { themes } = taxonomy;
  const folds = dealFolds(quotes, decisions);
  if (folds.count < 2) return new Map();
  const input: TaggerInput = {
    quotes,
    counted: countQuotes(study),
    taxonomy,
    decisions,
    language: settings.language,
  };
  const truth = readTruth({ quoteIds: quotes.map(({ id }) => id), themes, decisions });
  const trainings = splitDecisions(folds, quotes, decisions);
  const total = taggers.length * folds.count;
  let done = 0;
  return new Map(
    taggers.map((tagger) => {
      const onFold = () => {
        done += 1;
        onTaught(done, total, tagger.id);
      };
      const { proposed } = scoreHeldOut(tagger, input, { folds, trainings, onFold });
      const hits = countHits(truth, proposed, folds);
      const measured = themes.flatMap(({ id }, column) => {
        const precision = readPrecision(hits[column] ?? []);
        return precision === undefined ? [] : [[id, precision] as const];
      });
      return [tagger.id, new Map(measured)] as const;
    }),
  );
}
