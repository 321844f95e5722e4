import { coefficients, passageCoefficients } from '../coefficients/index.js';
import { CONSENSUS, type Decision } from '../model/decision.js';
import type { Participant } from '../model/participant.js';
import type { Quote } from '../model/quote.js';
import type { Approach } from '../model/settings.js';
import type { Taxonomy } from '../model/theme.js';
import type { Transcript } from '../model/transcript.js';
import type { Agreement, AgreementUnit } from './agreement/agreement.js';
import { chooseCoders } from './agreement/choose-coders.js';
import {
  explainBasis,
  explainIntervals,
  explainLeftOut,
  explainReflexive,
  explainUnit,
} from './agreement/explain-agreement.js';
import { listDisputedQuotes, listMissedPassages } from './agreement/list-disagreements.js';
import { findSharedTexts, markThemes, type SharedText } from './agreement/mark-themes.js';
import { rateThemes } from './agreement/rate-themes.js';
import { type Judgements, readJudgements } from './agreement/read-judgements.js';
import type { Resampling } from './agreement/resample-ratings.js';
import { selectComparable } from './agreement/select-comparable.js';
import { findSharedQuotes, tabulateThemes } from './agreement/tabulate-themes.js';

export type AgreementInput = {
  readonly quotes: readonly Quote[];
  /** Only read by character. */
  readonly transcripts: readonly Transcript[];
  readonly taxonomy: Taxonomy;
  readonly decisions: readonly Decision[];
  /** With `today`, quotes of people who withdrew or did not agree to research are left out, and what was decided of them. */
  readonly participants?: readonly Participant[];
  /** ISO day on which consent to research is judged. */
  readonly today?: string;
  readonly approach: Approach;
  /** What is compared; quotes where it is missing. */
  readonly unit?: AgreementUnit;
  /** Names of the coders to compare; everybody who decided anything where it is missing. */
  readonly coders?: readonly string[];
  /** The same seed gives the same intervals; 1 where it is missing. */
  readonly seed?: number;
  /** Called while quotes are drawn anew for the intervals. */
  readonly onProgress?: (done: number, total: number) => void;
};

type Options = Pick<Resampling, 'seed' | 'onProgress'> & { readonly isReflexive: boolean };
type Comparison = Omit<Agreement, 'unit' | 'coders'>;

function compareQuotes(judgements: Judgements, { isReflexive, ...options }: Options): Comparison {
  const units = findSharedQuotes(judgements);
  const themes = isReflexive ? [] : tabulateThemes(judgements, units);
  const work = { themes, coefficients, units: units.length, n: units.length, ...options };
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
  { isReflexive, ...options }: Options,
): Comparison {
  const texts = findSharedTexts(judgements, transcripts);
  const inTexts = new Set(texts.flatMap(({ quotes }) => quotes));
  const shared = findSharedQuotes(judgements).filter((quote) => inTexts.has(quote));
  const n = texts.reduce((sum, { transcript }) => sum + transcript.text.length, 0);
  const work = { units: texts.length, n, ...options };
  return {
    coefficients: isReflexive ? [] : rateMarks(judgements, texts, work),
    basis: { compared: texts.length, of: transcripts.length },
    disagreements: listMissedPassages(judgements, texts),
    notices: explainUnit(shared.length),
  };
}

/** The quotes on which coders may be compared, and what each of them decided of these: what they settled later is nobody's. */
export function leaveOutRefused(
  input: Pick<AgreementInput, 'quotes' | 'transcripts' | 'decisions' | 'participants' | 'today'>,
): Pick<AgreementInput, 'quotes' | 'decisions'> {
  const { quotes, transcripts, participants, today } = input;
  const decisions = input.decisions.filter(({ coder }) => coder !== CONSENSUS);
  if (participants === undefined || today === undefined) return { quotes, decisions };
  const comparable = selectComparable({ quotes, transcripts, participants, today });
  if (comparable.length === quotes.length) return { quotes, decisions };
  const ids = new Set(comparable.map(({ id }) => id));
  return { quotes: comparable, decisions: decisions.filter(({ quoteId }) => ids.has(quoteId)) };
}

/** Where the passages lie, and after that the coefficients of the quotes with every character as a unit. */
function rateMarks(judgements: Judgements, texts: readonly SharedText[], work: Resampling & { n: number }) {
  const { passages, characters } = markThemes(judgements, texts);
  return [
    ...rateThemes({ ...work, themes: passages, coefficients: passageCoefficients }),
    ...rateThemes({ ...work, themes: characters, coefficients }),
  ];
}

/**
 * How far coders agree, theme by theme (applies or not) and pooled over the themes, and where they do not.
 *
 * By quote, the units are the quotes that at least two coders judged in the same dimension: whoever decided
 * anything of a quote in a dimension is taken to have judged all its themes for that quote. By character, the units
 * are the transcripts in which all coders decided something, and what is compared is where the passages lie, and what
 * is marked character by character. A
 * child of a theme counts for the theme. For a reflexive study there are no coefficients. Throws `ToolkitError` for
 * a coder who decided nothing.
 */
export function rateAgreement(input: AgreementInput): Agreement {
  const { taxonomy, unit = 'quote', seed = 1, onProgress } = input;
  const { quotes, decisions } = leaveOutRefused(input);
  const coders = chooseCoders(decisions, input.coders);
  const judgements = readJudgements({ coders, quotes, themes: taxonomy.themes, decisions });
  const isReflexive = input.approach === 'reflexive';
  const options = { seed, isReflexive, ...(onProgress && { onProgress }) };
  const comparison =
    unit === 'quote'
      ? compareQuotes(judgements, options)
      : comparePassages(judgements, input.transcripts, options);
  const reasons = isReflexive
    ? [explainReflexive()]
    : [
        ...explainBasis(coders, unit, comparison.basis.compared),
        ...explainLeftOut(input.quotes.length - quotes.length),
        ...comparison.notices,
        ...explainIntervals(comparison.coefficients),
      ];
  return { unit, coders, ...comparison, notices: reasons };
}
