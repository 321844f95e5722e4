import { coefficients, passageCoefficients } from '../coefficients/index.js';
import type { Decision } from '../model/decision.js';
import type { Quote } from '../model/quote.js';
import type { Approach } from '../model/settings.js';
import type { Taxonomy } from '../model/theme.js';
import type { Transcript } from '../model/transcript.js';
import type { Agreement, AgreementUnit } from './agreement/agreement.js';
import { chooseCoders } from './agreement/choose-coders.js';
import {
  explainBasis,
  explainIntervals,
  explainReflexive,
  explainUnit,
} from './agreement/explain-agreement.js';
import { listDisputedQuotes, listMissedPassages } from './agreement/list-disagreements.js';
import { findSharedTexts, markThemes } from './agreement/mark-themes.js';
import { rateThemes } from './agreement/rate-themes.js';
import { type Judgements, readJudgements } from './agreement/read-judgements.js';
import { findSharedQuotes, tabulateThemes } from './agreement/tabulate-themes.js';

export type AgreementInput = {
  readonly quotes: readonly Quote[];
  /** Only read by character. */
  readonly transcripts: readonly Transcript[];
  readonly taxonomy: Taxonomy;
  readonly decisions: readonly Decision[];
  readonly approach: Approach;
  /** What is compared; quotes where it is missing. */
  readonly unit?: AgreementUnit;
  /** Names of the coders to compare; everybody who decided anything where it is missing. */
  readonly coders?: readonly string[];
  /** The same seed gives the same intervals; 1 where it is missing. */
  readonly seed?: number;
};

type Options = { readonly seed: number; readonly isReflexive: boolean };
type Comparison = Omit<Agreement, 'unit' | 'coders'>;

function compareQuotes(judgements: Judgements, { seed, isReflexive }: Options): Comparison {
  const units = findSharedQuotes(judgements);
  const themes = isReflexive ? [] : tabulateThemes(judgements, units);
  const work = { themes, coefficients, units: units.length, n: units.length, seed };
  return {
    coefficients: isReflexive ? [] : rateThemes(work),
    basis: { compared: units.length, of: judgements.quotes.length },
    disagreements: listDisputedQuotes(judgements, units),
    notices: [],
  };
}

function comparePassages(
  judgements: Judgements,
  transcripts: readonly Transcript[],
  { seed, isReflexive }: Options,
): Comparison {
  const texts = findSharedTexts(judgements, transcripts);
  const inTexts = new Set(texts.flatMap(({ quotes }) => quotes));
  const shared = findSharedQuotes(judgements).filter((quote) => inTexts.has(quote));
  const themes = isReflexive ? [] : markThemes(judgements, texts);
  const n = texts.reduce((sum, { transcript }) => sum + transcript.text.length, 0);
  const work = { themes, coefficients: passageCoefficients, units: texts.length, n, seed };
  return {
    coefficients: isReflexive ? [] : rateThemes(work),
    basis: { compared: texts.length, of: transcripts.length },
    disagreements: listMissedPassages(judgements, texts),
    notices: explainUnit(shared.length),
  };
}

/**
 * How far coders agree, theme by theme (applies or not) and pooled over the themes, and where they do not.
 *
 * By quote, the units are the quotes that at least two coders judged in the same dimension: whoever decided
 * anything of a quote in a dimension is taken to have judged all its themes for that quote. By character, the units
 * are the transcripts in which all coders decided something, and what is compared is where the passages lie. A
 * child of a theme counts for the theme. For a reflexive study there are no coefficients. Throws `ToolkitError` for
 * a coder who decided nothing.
 */
export function rateAgreement(input: AgreementInput): Agreement {
  const { quotes, decisions, taxonomy, unit = 'quote', seed = 1 } = input;
  const coders = chooseCoders(decisions, input.coders);
  const judgements = readJudgements({ coders, quotes, themes: taxonomy.themes, decisions });
  const isReflexive = input.approach === 'reflexive';
  const options = { seed, isReflexive };
  const comparison =
    unit === 'quote'
      ? compareQuotes(judgements, options)
      : comparePassages(judgements, input.transcripts, options);
  const reasons = isReflexive
    ? [explainReflexive()]
    : [
        ...explainBasis(coders, unit, comparison.basis.compared),
        ...comparison.notices,
        ...explainIntervals(comparison.coefficients),
      ];
  return { unit, coders, ...comparison, notices: reasons };
}
