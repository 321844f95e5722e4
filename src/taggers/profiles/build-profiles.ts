import type { Theme } from '../../model/theme.js';
import type { CountedTexts } from '../../text/count-texts.js';
import { addScaled, normalise, toSparse } from '../../text/similarity.js';
import { rowAt, type SparseVector } from '../../text/sparse-rows.js';
import type { WeighedTexts } from '../../text/weigh-terms.js';
import type { Decided } from '../decided/read-decided.js';
import { weighThemeText } from './weigh-theme-text.js';

/**
 * How long the theme's own text is beside quotes of length 1. Ten quotes of one theme share so few words that their sum
 * is about √10 long: this is what makes the text count as some ten examples.
 */
const THEME_TEXT_LENGTH = 3;
/** Rocchio's β: what the mean of the quotes that are not about the theme is worth against the mean of those that are. */
const PULL_AWAY = 0.75;

/** What a theme looks like in words. */
export type Profile = {
  readonly theme: Theme;
  /** Of length 1; empty where nothing is known of the theme. Negative weights speak against it. */
  readonly vector: SparseVector;
  /** Rows of the quotes that coders gave the theme. */
  readonly examples: readonly number[];
};

type Rows = { readonly examples: readonly number[]; readonly others: readonly number[] };

export type ProfileInput = {
  readonly themes: readonly Theme[];
  readonly quoteIds: readonly string[];
  readonly counted: CountedTexts;
  readonly weighed: WeighedTexts;
  readonly decided: Decided;
};

/**
 * The quotes that are about the theme and those that are not: decided against it, or decided for other themes of its
 * dimension only. Dimensions are apart: a quote's fear says nothing of its subject.
 */
function sortRows(theme: Theme, { themes, quoteIds, decided }: ProfileInput): Rows {
  const dimension = new Set(
    themes.filter((other) => other.dimension === theme.dimension).map(({ id }) => id),
  );
  const examples: number[] = [];
  const others: number[] = [];
  for (const [row, quoteId] of quoteIds.entries()) {
    const verdicts = decided.get(quoteId);
    if (verdicts === undefined) continue;
    const verdict = verdicts.get(theme.id);
    const about = [...verdicts].some(([themeId, other]) => other === 'applies' && dimension.has(themeId));
    if (verdict === 'applies') examples.push(row);
    else if (verdict === 'does-not-apply' || (verdict === undefined && about)) others.push(row);
  }
  return { examples, others };
}

function buildVector(theme: Theme, { examples, others }: Rows, input: ProfileInput): Float64Array {
  const { counted, weighed } = input;
  const vector = weighThemeText(theme, counted, weighed.termWeights);
  const textLength = vector.some((weight) => weight > 0) ? THEME_TEXT_LENGTH : 0;
  const total = textLength + examples.length;
  if (total === 0) return vector;
  for (let term = 0; term < vector.length; term += 1)
    vector[term] = ((vector[term] ?? 0) * textLength) / total;
  for (const row of examples) addScaled(vector, rowAt(weighed.rows, row), 1 / total);
  for (const row of others) addScaled(vector, rowAt(weighed.rows, row), -PULL_AWAY / others.length);
  normalise(vector);
  return vector;
}

/**
 * One profile a theme, after Rocchio (1971): its own text and the mean of its quotes, minus a part of the mean of the
 * quotes that are not about it.
 */
export function buildProfiles(input: ProfileInput): readonly Profile[] {
  return input.themes.map((theme) => {
    const rows = sortRows(theme, input);
    return { theme, vector: toSparse(buildVector(theme, rows, input)), examples: rows.examples };
  });
}
