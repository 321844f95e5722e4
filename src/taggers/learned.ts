import type { Evidence, ExplainedSuggestion, Suggestion } from '../model/suggestion.js';
import { rowAt } from '../text/sparse-rows.js';
import { type Decided, isDecided, readDecided } from './decided/read-decided.js';
import { isCalibrated } from './evidence/check-calibration.js';
import { findFlips, measureOver, type Proposed } from './evidence/find-flips.js';
import { createQuoteFinder } from './evidence/find-similar-quotes.js';
import { rankParts } from './evidence/rank-parts.js';
import { rateStrength } from './evidence/rate-strength.js';
import { explainPair, listSpeaking } from './learning/explain-pair.js';
import { type Judgement, judgeDimension } from './learning/judge-dimension.js';
import { type Ground, layGround } from './learning/lay-ground.js';
import { readDimensions } from './learning/read-dimensions.js';
import { type Part, toProbability } from './learning/score-parts.js';
import { createWordWeigher } from './learning/weigh-words.js';
import type { Tagger, TaggerInput, ThemeScores } from './tagger.js';

/**
 * In log-odds over the cut: odds twice and five times those at which a theme is just worth proposing. That holds up where
 * percentages do not: on four coded studies, with three decided quotes a theme, 3 to 4 in 10 weak, 4 to 6 in 10 medium
 * and 6 to 9 in 10 strong suggestions were what people had decided, on interviews held out.
 */
export const BANDS = { strong: Math.log(5), medium: Math.log(2) };

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

type IsWanted = (row: number, theme: number) => boolean;

/** What is probable enough and can be shown: a theme for which no word speaks is not proposed. */
function findProposed(
  ground: Ground,
  { judgement, part, isWanted }: { judgement: Judgement; part: Part; isWanted: IsWanted },
): readonly Proposed[] {
  const { dimension, scores, cuts, worth } = judgement;
  const outputs = dimension.themes.length;
  const weighWords = createWordWeigher(ground, { ...part, worth });
  const proposed: Proposed[] = [];
  for (const [at, row] of part.rows.entries()) {
    for (let theme = 0; theme < outputs; theme += 1) {
      const score = scores[row * outputs + theme] ?? 0;
      if (toProbability(score) < (cuts[theme] ?? 1) || !isWanted(row, theme)) continue;
      const pair = { row, at, theme, rivals: dimension.rivals[theme] ?? [] };
      const speaking = listSpeaking(weighWords(pair));
      if (speaking.length > 0) proposed.push({ row, at, theme, score, speaking });
    }
  }
  return proposed;
}

/** By theme: the rows of the quotes that coders gave it. */
function listExamples({ quotes }: Ground, decided: Decided, themeIds: readonly string[]) {
  const coded = quotes.flatMap(({ id }, row) => (decided.has(id) ? [row] : []));
  return themeIds.map((themeId) =>
    coded.filter((row) => decided.get(quotes[row]?.id ?? '')?.get(themeId) === 'applies'),
  );
}

function listKeywords({ keywordHits }: Ground, row: number, themeId: string): readonly Evidence[] {
  const held = keywordHits.get(row)?.get(themeId) ?? [];
  return held.flatMap(({ keyword, spans }) =>
    spans.map((span) => ({ kind: 'matched-words' as const, keyword, span })),
  );
}

/** What is shown beside the words: keywords that the quote holds, and coded quotes that it is like. */
type ListOthers = (row: number, theme: number) => readonly Evidence[];

function createOthersLister({ ground, decided }: Learned, { dimension }: Judgement): ListOthers {
  const { themes } = dimension;
  const quoteIds = ground.quotes.map(({ id }) => id);
  const themeIds = themes.map(({ id }) => id);
  const finders = listExamples(ground, decided, themeIds).map((examples) =>
    createQuoteFinder(ground.words, examples, quoteIds),
  );
  return (row, theme) => [
    ...listKeywords(ground, row, themes[theme]?.id ?? ''),
    ...(finders[theme]?.(rowAt(ground.words, row)) ?? []),
  ];
}

/** So many quotes are explained at a time: what that takes is as large as the quotes. */
const EXPLAINED_AT_ONCE = 16_384;

/** The quotes of a part, some at a time. */
function cutPart({ models, rows, features: { width, values } }: Part, outputs: number): readonly Part[] {
  return Array.from({ length: Math.ceil(rows.length / EXPLAINED_AT_ONCE) }, (_, i) => {
    const [from, to] = [i * EXPLAINED_AT_ONCE, (i + 1) * EXPLAINED_AT_ONCE];
    const features = { width, values: values.subarray(from * outputs * width, to * outputs * width) };
    return { models, rows: rows.subarray(from, to), features };
  });
}

type Proposals = { readonly part: Part; readonly proposals: readonly Proposed[] };

/** What nobody has decided yet, some quotes at a time. */
function proposeInDimension({ ground, decided }: Learned, judgement: Judgement): readonly Proposals[] {
  const { themes } = judgement.dimension;
  const isWanted: IsWanted = (row, theme) =>
    !isDecided(decided, ground.quotes[row]?.id ?? '', themes[theme]?.id ?? '');
  const parts = judgement.parts.flatMap((part) => cutPart(part, themes.length));
  return parts.map((part) => ({ part, proposals: findProposed(ground, { judgement, part, isWanted }) }));
}

/** Makes suggestions of what is proposed in one dimension. */
function createTeller(learned: Learned, judgement: Judgement): (proposed: Proposed) => readonly Suggestion[] {
  const { ground } = learned;
  const { cuts, dimension } = judgement;
  const calibrated = isCalibrated(judgement);
  const listOthers = createOthersLister(learned, judgement);
  return ({ row, theme, score, speaking }) => {
    const [first, ...rest] = explainPair(score, speaking, ground.counted);
    if (first === undefined) return [];
    return [
      {
        quoteId: ground.quotes[row]?.id ?? '',
        themeId: dimension.themes[theme]?.id ?? '',
        tagger: 'learned',
        confidence: toProbability(score),
        evidence: [first, ...rest, ...listOthers(row, theme)],
        strength: rateStrength(measureOver(score, cuts[theme]), BANDS),
        calibrated,
        rule: false,
        measured: null,
      },
    ];
  };
}

function suggest(input: TaggerInput): readonly Suggestion[] {
  const learned = learn(input);
  return learned.judgements.flatMap((judgement) => {
    const tell = createTeller(learned, judgement);
    return proposeInDimension(learned, judgement).flatMap(({ proposals }) => proposals.flatMap(tell));
  });
}

function explain(input: TaggerInput): readonly ExplainedSuggestion[] {
  const learned = learn(input);
  const { ground, decided } = learned;
  return learned.judgements.flatMap((judgement) => {
    const tell = createTeller(learned, judgement);
    return proposeInDimension(learned, judgement).flatMap(({ part, proposals }) => {
      const flips = findFlips(ground, { judgement, part, decided }, proposals);
      return proposals.flatMap((proposed, i) => {
        const flip = flips[i];
        return flip === undefined ? [] : tell(proposed).map((suggestion) => ({ ...suggestion, flip }));
      });
    });
  });
}

function rank(input: TaggerInput): ThemeScores {
  const { ground, judgements } = learn(input);
  const width = input.taxonomy.themes.length;
  const scores = new Float64Array(input.quotes.length * width);
  const proposed = new Uint8Array(scores.length);
  const cuts = new Float64Array(width);
  for (const judgement of judgements) {
    const { places } = judgement.dimension;
    for (const [theme, place] of places.entries()) cuts[place] = judgement.cuts[theme] ?? 1;
    for (const [at, score] of judgement.scores.entries()) {
      const row = Math.floor(at / places.length);
      scores[row * width + (places[at % places.length] ?? 0)] = toProbability(score);
    }
    for (const { row, theme } of judgement.parts.flatMap((part) =>
      findProposed(ground, { judgement, part, isWanted: () => true }),
    )) {
      proposed[row * width + (places[theme] ?? 0)] = 1;
    }
  }
  return {
    scores,
    proposed,
    calibrated: new Set(judgements.filter(isCalibrated).map(({ dimension }) => dimension.id)),
    cuts,
    parts: rankParts(ground, judgements, width),
  };
}

/**
 * Learns from the decisions, from the themes' own texts and from the quotes that nobody has coded yet: two logistic
 * regressions (words, runs of four letters), naive Bayes and the likest coded quotes, joined by one logistic regression
 * on quotes held out, and cut where the F1 to be expected is highest. While few are coded, quotes are also alike whose
 * words keep the same company in the study. Works before the first decision, from the themes'
 * words alone. The weights of its `shared-term` evidence sum to the log-odds of the confidence, which is a probability
 * from 50 coded quotes on, where quotes held out bear it out.
 */
export const learnedTagger: Tagger = {
  id: 'learned',
  label: 'Learned from decisions',
  explanation:
    'Proposes a theme when a quote resembles the theme’s description and the quotes that coders gave it, as far as held-out decisions bear that out.',
  suggest,
  explain,
  rank,
};
