import type { Decision } from '../../model/decision.js';
import type { Suggestion } from '../../model/suggestion.js';
import type { Tagger, TaggerInput, ThemeScores } from '../../taggers/tagger.js';
import type { Folds } from './deal-folds.js';

/**
 * What a tagger says of every quote and theme when it was taught nothing about that interview. Row-major as `Truth`;
 * rows of quotes in no fold are 0.
 */
export type HeldOut = {
  readonly scores: Float64Array;
  /** 1 where it proposes the theme. */
  readonly proposed: Uint8Array;
  /** 1 where the score is a probability. */
  readonly calibrated: Uint8Array;
};

/** For a tagger that only suggests: a theme that it does not propose scores 0. */
function rankSuggestions(suggestions: readonly Suggestion[], { quotes, taxonomy }: TaggerInput): ThemeScores {
  const rows = new Map(quotes.map(({ id }, row) => [id, row]));
  const columns = new Map(taxonomy.themes.map(({ id }, column) => [id, column]));
  const scores = new Float64Array(quotes.length * columns.size);
  const proposed = new Uint8Array(scores.length);
  for (const { quoteId, themeId, confidence } of suggestions) {
    const row = rows.get(quoteId);
    const column = columns.get(themeId);
    if (row === undefined || column === undefined) continue;
    scores[row * columns.size + column] = confidence;
    proposed[row * columns.size + column] = 1;
  }
  return { scores, proposed, calibrated: new Set() };
}

function rankThemes(tagger: Tagger, input: TaggerInput): ThemeScores {
  return tagger.rank?.(input) ?? rankSuggestions(tagger.suggest(input), input);
}

function makeHeldOut(pairs: number): HeldOut {
  return {
    scores: new Float64Array(pairs),
    proposed: new Uint8Array(pairs),
    calibrated: new Uint8Array(pairs),
  };
}

export type Lesson = {
  readonly folds: Folds;
  /** By fold: what may be learned from. Holds no decision on a quote of the fold. */
  readonly trainings: readonly (readonly Decision[])[];
  /** Called after each fold. */
  readonly onFold: () => void;
};

/**
 * Teaches the tagger once a fold and keeps what it says of the quotes of that fold. It sees the words of all quotes, as
 * it does at work, but no decision on a quote of the interviews held out.
 */
export function scoreHeldOut(
  tagger: Tagger,
  input: TaggerInput,
  { folds, trainings, onFold }: Lesson,
): HeldOut {
  const { themes } = input.taxonomy;
  const kept = makeHeldOut(input.quotes.length * themes.length);
  for (const [fold, decisions] of trainings.entries()) {
    const { scores, proposed, calibrated } = rankThemes(tagger, { ...input, decisions });
    const probable = Uint8Array.from(themes, ({ dimension }) => (calibrated.has(dimension) ? 1 : 0));
    for (const [row, own] of folds.foldOf.entries()) {
      if (own !== fold) continue;
      const from = row * themes.length;
      kept.scores.set(scores.subarray(from, from + themes.length), from);
      kept.proposed.set(proposed.subarray(from, from + themes.length), from);
      kept.calibrated.set(probable, from);
    }
    onFold();
  }
  return kept;
}

/**
 * What all taggers say together, as their suggestions are listed: a theme is proposed if one of them proposes it, and
 * ranks by the highest score. The highest of several scores is no probability.
 */
export function uniteHeldOut(all: readonly HeldOut[]): HeldOut {
  const united = makeHeldOut(all[0]?.scores.length ?? 0);
  united.scores.fill(Number.NEGATIVE_INFINITY);
  for (const { scores, proposed } of all) {
    for (const [pair, score] of scores.entries()) {
      united.scores[pair] = Math.max(united.scores[pair] ?? 0, score);
      if (proposed[pair] === 1) united.proposed[pair] = 1;
    }
  }
  return united;
}
