import type {
  FittedDimension,
  FittedLinear,
  FittedModel,
  FittedTheme,
  FittedWorth,
} from '../../model/fitted-model.js';
import type { Theme } from '../../model/theme.js';
import type { LinearModel } from '../../text/learning/lessons.js';
import { packIntegers, packNumbers } from '../../text/pack-numbers.js';
import { isCalibrated } from '../evidence/check-calibration.js';
import type { Models, Reading } from '../learning/fit-models.js';
import type { Judgement } from '../learning/judge-dimension.js';
import { measurePrevalence } from '../learning/list-features.js';
import type { PartScores } from '../learning/score-parts.js';
import type { Portable } from './learn-portable.js';
import type { Vocabulary } from './vocabulary.js';

/** Any probability lies below it: nothing is proposed. JSON has no infinity. */
const NEVER = 2;

function packLinear(model: LinearModel | undefined): FittedLinear {
  if (model === undefined) return { weights: '', biases: [] };
  return { weights: packNumbers(model.weights), biases: [...model.biases] };
}

/** Only differences between themes count there: what all have in common would cost the weights their precision. */
function dropCommon({ outputs, weights, biases }: LinearModel): LinearModel {
  const own = weights.slice();
  for (let from = 0; from < own.length; from += outputs) {
    const ofColumn = own.subarray(from, from + outputs);
    const mean = ofColumn.reduce((sum, weight) => sum + weight, 0) / outputs;
    for (let k = 0; k < outputs; k += 1) ofColumn[k] = (ofColumn[k] ?? 0) - mean;
  }
  return { outputs, weights: own, biases };
}

function packWorth({ worth, offsets }: Pick<PartScores, 'worth' | 'offsets'>): FittedWorth {
  return { bias: worth.bias, weights: [...worth.weights], offsets: [...offsets] };
}

function packModels({ words, pairs, joint, bayes }: Models) {
  const read = ({ models }: Reading, table: number): FittedLinear => packLinear(models[table]);
  return {
    words: read(words, 0),
    pairs: read(pairs, 0),
    joint: { words: read(joint, 0), grams: read(joint, 1), pairs: read(joint, 2) },
    bayes: packLinear(dropCommon(bayes)),
  };
}

/** The last part judges quotes that nobody coded, by models that were taught with all that are. */
function packDimension(judgement: Judgement, label: string): readonly FittedDimension[] {
  const models = judgement.parts.at(-1)?.models;
  if (models === undefined) return [];
  const { dimension, cuts, first, worth, offsets } = judgement;
  return [
    {
      id: dimension.id,
      label,
      calibrated: isCalibrated(judgement),
      cuts: Array.from(cuts, (cut) => Math.min(cut, NEVER)),
      prevalence: [...measurePrevalence(dimension)],
      first: packWorth(first),
      second: packWorth({ worth, offsets }),
      ...packModels(models),
    },
  ];
}

function packTheme({ id, dimension, label, parentId, keywords, notKeywords }: Theme): FittedTheme {
  return { id, dimension, label, parentId, keywords: [...keywords], notKeywords: [...notKeywords] };
}

function packVocabulary(vocabulary: Vocabulary): FittedModel['vocabulary'] {
  const { terms, termWeights, grams, gramWeights, pairs, pairWeights } = vocabulary;
  return {
    terms: [...terms],
    termWeights: packNumbers(termWeights),
    grams: [...grams],
    gramWeights: packNumbers(gramWeights),
    pairs: packIntegers(pairs),
    pairWeights: packNumbers(pairWeights),
  };
}

/** The parts of a fitted model that hold numbers and names of themes, as plain data. */
export function packModel(
  { vocabulary, keywordWeights, judgements }: Portable,
  taxonomy: { readonly themes: readonly Theme[]; readonly labelOf: (dimension: string) => string },
): Pick<FittedModel, 'themes' | 'keywordWeights' | 'vocabulary' | 'dimensions'> {
  return {
    themes: taxonomy.themes.map(packTheme),
    keywordWeights: [...keywordWeights],
    vocabulary: packVocabulary(vocabulary),
    dimensions: judgements.flatMap((judgement) =>
      packDimension(judgement, taxonomy.labelOf(judgement.dimension.id)),
    ),
  };
}
