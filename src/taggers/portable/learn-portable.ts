import { toSparse } from '../../text/similarity.js';
import { readDecided } from '../decided/read-decided.js';
import { weighKeywords } from '../keyword.js';
import { compileKeywords, readKeywords } from '../keywords/compile-keywords.js';
import { matchKeywords } from '../keywords/match-keywords.js';
import { type Judgement, judgeDimension } from '../learning/judge-dimension.js';
import { type Ground, groupHits, weighThemeGrams } from '../learning/lay-ground.js';
import { readDimensions } from '../learning/read-dimensions.js';
import { weighThemeText } from '../profiles/weigh-theme-text.js';
import type { TaggerInput } from '../tagger.js';
import { indexVocabulary, layKnownGround } from './lay-known-ground.js';
import { readVocabulary, type Vocabulary } from './vocabulary.js';

/** What was learned of a study so that it can be used without the study. */
export type Portable = {
  readonly vocabulary: Vocabulary;
  /** By keyword that can match, in the order of the taxonomy. */
  readonly keywordWeights: Float64Array;
  readonly ground: Ground;
  readonly judgements: readonly Judgement[];
  readonly codedQuotes: number;
};

/**
 * Fits both taggers to what can be told of a text by itself: its words as far as at least two people used them, not the
 * coded quotes that it is like, and not what was said nearby. How the parts are joined is learned anew without these.
 * `voices` numbers, by quote, who said it.
 */
export function learnPortable(
  { quotes, counted, taxonomy, decisions }: Omit<TaggerInput, 'language'>,
  voices: Uint32Array,
): Portable {
  const { themes } = taxonomy;
  const decided = readDecided(decisions);
  const taught = new Set(quotes.flatMap(({ id }, row) => (decided.has(id) ? [row] : [])));
  const vocabulary = readVocabulary(counted, { voices, taught });
  const known = indexVocabulary(vocabulary);
  const keywords = themes.flatMap(readKeywords);
  const index = compileKeywords(keywords, counted);
  const hits = quotes.map(({ exact }, row) => matchKeywords(index, { counted, row, text: exact }));
  const laid = layKnownGround(known, counted, groupHits(hits, keywords));
  const ground: Ground = {
    ...laid,
    quotes,
    themeWords: themes.map((theme) => toSparse(weighThemeText(theme, laid.counted, known.termWeights))),
    themeGrams: themes.map((theme) => weighThemeGrams(theme, laid.counted, laid.grams)),
  };
  const dimensions = readDimensions(themes, { quotes, decided });
  return {
    vocabulary,
    keywordWeights: weighKeywords(keywords, hits),
    ground,
    judgements: dimensions.map((dimension) => judgeDimension(ground, dimension)),
    codedQuotes: taught.size,
  };
}
