import type { Evidence, Suggestion } from '../../model/suggestion.js';
import { countTexts } from '../../text/count-texts.js';
import { NO_TERM } from '../../text/counted-texts.js';
import { measureOver } from '../evidence/find-flips.js';
import { rateStrength } from '../evidence/rate-strength.js';
import { groupByTheme, BANDS as KEYWORD_BANDS, listEvidence, rateHits } from '../keyword.js';
import { compileKeywords } from '../keywords/compile-keywords.js';
import { type KeywordHit, matchKeywords } from '../keywords/match-keywords.js';
import { BANDS as LEARNED_BANDS } from '../learned.js';
import { explainPair, listSpeaking, type SpeakingTerm } from '../learning/explain-pair.js';
import { type Ground, groupHits } from '../learning/lay-ground.js';
import { listContext } from '../learning/list-context.js';
import { listFeatures } from '../learning/list-features.js';
import { type Part, scoreAll, toProbability } from '../learning/score-parts.js';
import { createWordWeigher } from '../learning/weigh-words.js';
import { layKnownGround } from './lay-known-ground.js';
import type { PortableDimension, PortableTaggers } from './unpack-model.js';

/** What a fitted model proposes for a text: as a suggestion, of no quote and measured on none. */
export type TextSuggestion = Pick<
  Suggestion,
  'themeId' | 'tagger' | 'confidence' | 'evidence' | 'strength' | 'calibrated' | 'rule'
>;

function suggestByKeywords(
  { keywords, keywordWeights }: PortableTaggers,
  hits: readonly KeywordHit[],
): readonly TextSuggestion[] {
  return [...groupByTheme(hits, keywords)].flatMap(([themeId, ofTheme]) => {
    const [first, ...rest] = listEvidence(ofTheme, keywords);
    if (first === undefined) return [];
    const confidence = rateHits(ofTheme, keywordWeights);
    const strength = rateStrength(confidence, KEYWORD_BANDS);
    const evidence = [first, ...rest] as const;
    return [{ themeId, tagger: 'keyword', confidence, evidence, strength, calibrated: false, rule: true }];
  });
}

/** By term, for some terms of a text: the form in which it has them first, so that nothing is told in others' words. */
function writeAsSaid({ counted }: Ground, row: number, speaking: readonly SpeakingTerm[]): readonly string[] {
  const { wordForms, textStarts, formTerms, formSecondTerms, forms, terms } = counted;
  const written: string[] = [];
  for (const { term } of speaking) written[term] = terms[term] ?? '';
  const open = new Set(speaking.map(({ term }) => term));
  for (let word = textStarts[row] ?? 0; word < (textStarts[row + 1] ?? 0) && open.size > 0; word += 1) {
    const form = wordForms[word] ?? 0;
    const term = formTerms[form] ?? 0;
    if (formSecondTerms[form] === NO_TERM && open.delete(term)) written[term] = forms[form] ?? '';
  }
  return written;
}

/** Texts as one dimension judges them: by text, then by theme, log-odds. */
export function judgeTexts(ground: Ground, portable: PortableDimension): JudgedTexts {
  const { dimension, models, prevalence, first, second } = portable;
  const rows = Uint32Array.from({ length: ground.counted.textStarts.length - 1 }, (_, row) => row);
  const part = { models, rows, features: listFeatures(ground, dimension, { models, rows, prevalence }) };
  const byWords = scoreAll([part], first.worth, { offsets: first.offsets, context: undefined });
  const context = listContext(ground.nearby, dimension, byWords.map(toProbability));
  return { part, scores: scoreAll([part], second.worth, { offsets: second.offsets, context }) };
}

type JudgedTexts = { readonly part: Part; readonly scores: Float64Array };

function listKeywordEvidence({ keywordHits }: Ground, row: number, themeId: string): readonly Evidence[] {
  const held = keywordHits.get(row)?.get(themeId) ?? [];
  return held.flatMap(({ keyword, spans }) =>
    spans.map((span) => ({ kind: 'matched-words' as const, keyword, span })),
  );
}

/** By text: what is probable enough in one dimension, and can be shown. */
function suggestByWords(ground: Ground, portable: PortableDimension): readonly (readonly TextSuggestion[])[] {
  const { dimension, cuts, calibrated, second } = portable;
  const { themes, rivals } = dimension;
  const { part, scores } = judgeTexts(ground, portable);
  const weighWords = createWordWeigher(ground, { ...part, worth: second.worth });
  const explain = (row: number, theme: number, score: number): readonly Evidence[] => {
    const speaking = listSpeaking(weighWords({ row, at: row, theme, rivals: rivals[theme] ?? [] }));
    if (speaking.length === 0) return [];
    return explainPair(score, speaking, { ...ground.counted, surfaces: writeAsSaid(ground, row, speaking) });
  };
  return Array.from(part.rows, (row) =>
    themes.flatMap(({ id: themeId }, theme) => {
      const score = scores[row * themes.length + theme] ?? 0;
      const confidence = toProbability(score);
      const cut = cuts[theme] ?? 1;
      const [first, ...rest] = confidence < cut ? [] : explain(row, theme, score);
      if (first === undefined) return [];
      const evidence = [first, ...rest, ...listKeywordEvidence(ground, row, themeId)] as const;
      const strength = rateStrength(measureOver(score, cut), LEARNED_BANDS);
      return [{ themeId, tagger: 'learned', confidence, evidence, strength, calibrated, rule: false }];
    }),
  );
}

/** Texts and what is known of them by a fitted model's vocabulary, and the keywords that they hold. */
export function layTexts(taggers: PortableTaggers, texts: readonly string[]) {
  const { keywords, vocabulary, language } = taggers;
  const counted = countTexts(texts, language);
  const index = compileKeywords(keywords, counted);
  const hits = texts.map((text, row) => matchKeywords(index, { counted, row, text }));
  return { hits, ground: layKnownGround(vocabulary, counted, groupHits(hits, keywords)) };
}

function compareNames(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * What the fitted taggers propose for each text, best first. A text is judged by itself: the same words give the same
 * suggestions whatever texts stand beside it.
 */
export function tagTexts(
  taggers: PortableTaggers,
  texts: readonly string[],
): readonly (readonly TextSuggestion[])[] {
  const { hits, ground } = layTexts(taggers, texts);
  const learned = taggers.dimensions.map((dimension) => suggestByWords(ground, dimension));
  return texts.map((_, row) =>
    [
      ...suggestByKeywords(taggers, hits[row] ?? []),
      ...learned.flatMap((ofDimension) => ofDimension[row] ?? []),
    ].sort(
      (a, b) =>
        b.confidence - a.confidence || compareNames(a.themeId, b.themeId) || compareNames(a.tagger, b.tagger),
    ),
  );
}
