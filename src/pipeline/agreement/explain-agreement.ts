import type { Notice, Severity } from '../../model/notice.js';
import type { Agreement, AgreementUnit } from './agreement.js';

const tell = (severity: Severity, code: string, message: string): Notice => ({
  severity,
  code,
  message,
  place: { file: 'decisions' },
});

/** Why a reflexive study gets no numbers. */
export function explainReflexive(): Notice {
  return {
    ...tell(
      'info',
      'no-agreement-in-reflexive',
      'There are no coefficients, because the approach of this study is reflexive: a reading is the researcher’s own, and agreement is no measure of its quality (Braun & Clarke 2019, Qualitative Research in Sport, Exercise and Health 11:589–597). Where readings differ is listed, to think about. If coders were to agree, set approach to codebook or coding-reliability.',
    ),
    place: { file: 'study.yaml' },
  };
}

const explainApart = {
  quote:
    'No quote was judged by two coders in the same dimension. Let a second coder decide some of the same quotes, or compare passages that coders marked on their own with --unit character.',
  character:
    'There is no transcript in which all coders decided something. Let them work on some of the same transcripts, or choose two of them with --coders.',
};

/** Why nothing could be compared; empty where something could. */
export function explainBasis(
  coders: readonly string[],
  unit: AgreementUnit,
  compared: number,
): readonly Notice[] {
  if (coders.length === 0)
    return [tell('caution', 'nothing-decided', 'Nothing has been decided yet: agreement takes two coders.')];
  if (coders.length === 1) {
    const message = `There is only one coder, ${coders.join()}: agreement takes a second one who decides some of the same quotes.`;
    return [tell('caution', 'one-coder', message)];
  }
  return compared > 0 ? [] : [tell('caution', 'no-overlap', explainApart[unit])];
}

/** That quotes may not be used for research. */
export function explainLeftOut(quotes: number): readonly Notice[] {
  if (quotes === 0) return [];
  const message = `${quotes === 1 ? '1 quote is' : `${quotes} quotes are`} left out: who speaks in them withdrew or gave no consent for research.`;
  return [tell('info', 'no-consent-for-research', message)];
}

/** Of coders who judged the same quotes: that characters are the wrong unit for them. */
export function explainUnit(sharedQuotes: number): readonly Notice[] {
  if (sharedQuotes === 0) return [];
  const message = `${sharedQuotes} quotes of these transcripts were judged by more than one coder. Who judges passages that somebody else marked agrees on where they lie without having looked: compare such coders by quote.`;
  return [tell('caution', 'passages-in-common', message)];
}

/** Of values without an interval: why. */
export function explainIntervals(coefficients: Agreement['coefficients']): readonly Notice[] {
  const bare = coefficients.filter(({ value, interval }) => value !== null && interval === null);
  if (bare.length === 0) return [];
  const themes = [...new Set(bare.map(({ theme }) => theme ?? 'all themes'))];
  const message = `No interval could be told for ${themes.join(', ')}: too little was compared, the theme is too rare in it, or nobody disagreed.`;
  return [tell('info', 'no-interval', message)];
}
