import { ToolkitError } from '../../errors.js';
import type {
  FittedDimension,
  FittedLinear,
  FittedModel,
  FittedTheme,
  FittedWorth,
} from '../../model/fitted-model.js';
import type { Language } from '../../model/settings.js';
import type { Theme } from '../../model/theme.js';
import type { LinearModel } from '../../text/learning/lessons.js';
import { unpackIntegers, unpackNumbers } from '../../text/pack-numbers.js';
import { type Keyword, readKeywords } from '../keywords/compile-keywords.js';
import type { Models, Reading } from '../learning/fit-models.js';
import { CONTEXT_WIDTH } from '../learning/list-context.js';
import { FEATURES_WIDTH } from '../learning/list-features.js';
import { type CodedDimension, readDimensions } from '../learning/read-dimensions.js';
import type { PartScores } from '../learning/score-parts.js';
import { indexVocabulary, type KnownVocabulary } from './lay-known-ground.js';
import { EDGE } from './vocabulary.js';

/** One dimension, ready to judge texts. */
export type PortableDimension = {
  /** Without labels: nothing is coded here. */
  readonly dimension: CodedDimension;
  readonly models: Models;
  readonly prevalence: Float64Array;
  readonly first: Pick<PartScores, 'worth' | 'offsets'>;
  readonly second: Pick<PartScores, 'worth' | 'offsets'>;
  readonly cuts: Float64Array;
  readonly calibrated: boolean;
};

/** A fitted model, ready to tag texts. */
export type PortableTaggers = {
  readonly language: Language;
  readonly vocabulary: KnownVocabulary;
  readonly keywords: readonly Keyword[];
  readonly keywordWeights: Float64Array;
  readonly dimensions: readonly PortableDimension[];
};

function refuse(what: string): ToolkitError {
  return new ToolkitError('damaged-model', `the model is damaged: ${what}`, {
    hint: 'Write it again with "themeloom model FILE --study DIR".',
  });
}

function unpack(packed: string, length: number, what: string): Float64Array {
  const numbers = unpackNumbers(packed, length);
  if (numbers === undefined) throw refuse(`${what} does not hold the ${length} numbers that belong there`);
  return numbers;
}

function checkLength(numbers: readonly number[], length: number, what: string): Float64Array {
  if (numbers.length !== length) throw refuse(`${what} holds ${numbers.length} numbers, not ${length}`);
  return Float64Array.from(numbers);
}

function unpackVocabulary(vocabulary: FittedModel['vocabulary']): KnownVocabulary {
  const { terms, grams } = vocabulary;
  const count = Math.floor(Buffer.byteLength(vocabulary.pairWeights, 'base64') / 4);
  const pairs = unpackIntegers(vocabulary.pairs, 2 * count);
  if (pairs === undefined || pairs.some((term) => term >= terms.length && term !== EDGE)) {
    throw refuse('its pairs name words that it does not have');
  }
  return indexVocabulary({
    terms,
    termWeights: unpack(vocabulary.termWeights, terms.length, 'vocabulary.termWeights'),
    grams,
    gramWeights: unpack(vocabulary.gramWeights, grams.length, 'vocabulary.gramWeights'),
    pairs,
    pairWeights: unpack(vocabulary.pairWeights, count, 'vocabulary.pairWeights'),
  });
}

/** Of which dimension, and how many numbers its tables are wide. */
type Sizes = { readonly id: string; readonly outputs: number; readonly vocabulary: KnownVocabulary };

function unpackLinear({ weights, biases }: FittedLinear, width: number, { id, outputs }: Sizes): LinearModel {
  return {
    outputs,
    weights: unpack(weights, width * outputs, `dimension ${id}`),
    biases: checkLength(biases, outputs, `dimension ${id}`),
  };
}

function unpackReading(models: readonly [LinearModel, ...LinearModel[]]): Reading {
  return { fit: { model: models[0], logits: new Float64Array(0) }, models };
}

function unpackModels(fitted: FittedDimension, sizes: Sizes): Models {
  const { terms, grams, pairWeights } = sizes.vocabulary;
  const [ofTerms, ofGrams, ofPairs] = [terms.length, grams.length, pairWeights.length];
  return {
    words: unpackReading([unpackLinear(fitted.words, ofTerms, sizes)]),
    pairs: unpackReading([unpackLinear(fitted.pairs, ofPairs, sizes)]),
    joint: unpackReading([
      unpackLinear(fitted.joint.words, ofTerms, sizes),
      unpackLinear(fitted.joint.grams, ofGrams, sizes),
      unpackLinear(fitted.joint.pairs, ofPairs, sizes),
    ]),
    bayes: unpackLinear(fitted.bayes, ofTerms, sizes),
    taught: new Uint32Array(0),
  };
}

function unpackWorth({ bias, weights, offsets }: FittedWorth, width: number, { id, outputs }: Sizes) {
  return {
    worth: { bias, weights: checkLength(weights, width, `dimension ${id}`) },
    offsets: checkLength(offsets, outputs, `dimension ${id}`),
  };
}

function unpackDimension(
  fitted: FittedDimension,
  dimension: CodedDimension,
  vocabulary: KnownVocabulary,
): PortableDimension {
  const { id } = fitted;
  const outputs = dimension.themes.length;
  const sizes = { id, outputs, vocabulary };
  return {
    dimension,
    models: unpackModels(fitted, sizes),
    prevalence: checkLength(fitted.prevalence, outputs, `dimension ${id}`),
    first: unpackWorth(fitted.first, FEATURES_WIDTH, sizes),
    second: unpackWorth(fitted.second, FEATURES_WIDTH + CONTEXT_WIDTH, sizes),
    cuts: checkLength(fitted.cuts, outputs, `dimension ${id}`),
    calibrated: fitted.calibrated,
  };
}

function unpackTheme(theme: FittedTheme): Theme {
  return { ...theme, description: '', include: '', exclude: '', examples: [] };
}

/** Makes a fitted model ready to tag texts. Throws `ToolkitError` `damaged-model` where its parts do not fit together. */
export function unpackModel(model: FittedModel): PortableTaggers {
  const vocabulary = unpackVocabulary(model.vocabulary);
  const themes = model.themes.map(unpackTheme);
  const keywords = themes.flatMap(readKeywords);
  const dimensions = readDimensions(themes, { quotes: [], decided: new Map() });
  return {
    language: model.language,
    vocabulary,
    keywords,
    keywordWeights: checkLength(model.keywordWeights, keywords.length, 'keywordWeights'),
    dimensions: model.dimensions.map((fitted) => {
      const dimension = dimensions.find(({ id }) => id === fitted.id);
      if (dimension === undefined) throw refuse(`dimension ${fitted.id} has no themes`);
      return unpackDimension(fitted, dimension, vocabulary);
    }),
  };
}
