import type { Evidence, Suggestion } from '../model/suggestion.js';
import { rowAt } from '../text/sparse-rows.js';
import { type Decided, isDecided, readDecided } from './decided/read-decided.js';
import { explainPair } from './learning/explain-pair.js';
import { type Judgement, judgeDimension } from './learning/judge-dimension.js';
import { type Ground, layGround } from './learning/lay-ground.js';
import { readDimensions } from './learning/read-dimensions.js';
import { type Part, toProbability } from './learning/score-parts.js';
import { weighWords } from './learning/weigh-words.js';
import { createQuoteFinder } from './profiles/explain-score.js';
import type { Tagger, TaggerInput, ThemeScores } from './tagger.js';

/** A quote and a theme of a dimension that are probable enough, by row and position. */
type Candidate = {
  readonly row: number;
  readonly theme: number;
  readonly score: number;
  /** The words that speak for it, and what remains. */
  readonly shown: readonly Evidence[];
};

type Learned = {
  readonly ground: Ground;
  readonly decided: Decided;
  readonly judgements: readonly Judgement[];
};

function learn({ quotes, counted, taxonomy, decisions }: TaggerInput): Learned {
  const decided = readDecided(decisions);
  const ground = layGround({ quotes, counted }, taxonomy.themes, decided);
  const dimensions = readDimensions(taxonomy.themes, { quotes, decided });
  return { ground, decided, judgements: dimensions.map((dimension) => judgeDimension(ground, dimension)) };
}

function findInPart(ground: Ground, judgement: Judgement, { models, rows }: Part): readonly Candidate[] {
  const { dimension, scores, cuts, worth } = judgement;
  const outputs = dimension.themes.length;
  const candidates: Candidate[] = [];
  for (const row of rows) {
    for (let theme = 0; theme < outputs; theme += 1) {
      const score = scores[row * outputs + theme] ?? 0;
      if (toProbability(score) < (cuts[theme] ?? 1)) continue;
      const weights = weighWords(
        ground,
        { row, theme, rivals: dimension.rivals[theme] ?? [] },
        { models, worth },
      );
      const shown = explainPair(score, weights, ground.counted);
      if (shown.length > 0) candidates.push({ row, theme, score, shown });
    }
  }
  return candidates;
}

/** What is probable enough and can be shown: a theme for which no word speaks is not proposed. */
function findCandidates(ground: Ground, judgement: Judgement): readonly Candidate[] {
  return judgement.parts.flatMap((part) => findInPart(ground, judgement, part));
}

function listExamples({ quotes }: Ground, decided: Decided, themeId: string): readonly number[] {
  return quotes.flatMap(({ id }, row) => (decided.get(id)?.get(themeId) === 'applies' ? [row] : []));
}

function listKeywords({ keywordHits }: Ground, row: number, themeId: string): readonly Evidence[] {
  const held = keywordHits.get(row)?.get(themeId) ?? [];
  return held.flatMap(({ keyword, spans }) =>
    spans.map((span) => ({ kind: 'matched-words' as const, keyword, span })),
  );
}

function suggestInDimension({ ground, decided }: Learned, judgement: Judgement): readonly Suggestion[] {
  const { themes } = judgement.dimension;
  const quoteIds = ground.quotes.map(({ id }) => id);
  const finders = themes.map(({ id }) =>
    createQuoteFinder(ground.words, listExamples(ground, decided, id), quoteIds),
  );
  return findCandidates(ground, judgement).flatMap(({ row, theme, score, shown: [first, ...rest] }) => {
    const quoteId = quoteIds[row] ?? '';
    const themeId = themes[theme]?.id ?? '';
    if (first === undefined || isDecided(decided, quoteId, themeId)) return [];
    const similar = finders[theme]?.(rowAt(ground.words, row)) ?? [];
    const evidence = [first, ...rest, ...listKeywords(ground, row, themeId), ...similar] as const;
    return [{ quoteId, themeId, tagger: 'learned', confidence: toProbability(score), evidence }];
  });
}

function suggest(input: TaggerInput): readonly Suggestion[] {
  const learned = learn(input);
  return learned.judgements.flatMap((judgement) => suggestInDimension(learned, judgement));
}

function rank(input: TaggerInput): ThemeScores {
  const { ground, judgements } = learn(input);
  const width = input.taxonomy.themes.length;
  const scores = new Float64Array(input.quotes.length * width);
  const proposed = new Uint8Array(scores.length);
  for (const judgement of judgements) {
    const { places } = judgement.dimension;
    for (const [at, score] of judgement.scores.entries()) {
      const row = Math.floor(at / places.length);
      scores[row * width + (places[at % places.length] ?? 0)] = toProbability(score);
    }
    for (const { row, theme } of findCandidates(ground, judgement)) {
      proposed[row * width + (places[theme] ?? 0)] = 1;
    }
  }
  const calibrated = judgements.filter((judgement) => judgement.calibrated);
  return { scores, proposed, calibrated: new Set(calibrated.map(({ dimension }) => dimension.id)) };
}

/**
 * Learns from the decisions, from the themes' own texts and from the quotes that nobody has coded yet: two logistic
 * regressions (words, runs of four letters), naive Bayes and the likest coded quotes, joined by one logistic regression
 * on quotes held out, and cut where the F1 to be expected is highest. Works from the first decision on. The weights of
 * its `shared-term` evidence sum to the log-odds of the confidence, which is a probability from 50 coded quotes on.
 */
export const learnedTagger: Tagger = {
  id: 'learned',
  label: 'Learned from decisions',
  explanation:
    'Proposes a theme when a quote resembles the theme’s description and the quotes that coders gave it, as far as held-out decisions bear that out.',
  suggest,
  rank,
};
