import { coefficients, passageCoefficients } from '../coefficients/index.js';
import type { CoefficientNote, StudyAgreement } from '../model/agreement.js';
import type { Study } from '../model/study.js';
import { type AgreementInput, rateAgreement } from './rate-agreement.js';

export type CompareRequest = {
  readonly study: Study;
  /** ISO day on which consent to research is judged. */
  readonly today: string;
  readonly onProgress?: (done: number, total: number) => void;
};

/** What a report tells of each coefficient, in the order in which it is shown. */
const notes: readonly CoefficientNote[] = [...passageCoefficients, ...coefficients].map(
  ({ id, label, source, thresholds = [] }) => ({ id, label, source, conventions: thresholds }),
);

/**
 * How far coders agree in a study: by quote, and by character where nobody judged a quote that somebody else judged
 * too, but coders marked passages in the same transcripts.
 */
export function compareCoders({ study, today, onProgress }: CompareRequest): StudyAgreement {
  const { approach } = study.settings;
  const input: AgreementInput = { ...study, approach, today, ...(onProgress && { onProgress }) };
  const byQuote = rateAgreement(input);
  if (byQuote.basis.compared > 0) return { byQuote, coefficients: notes };
  const byCharacter = rateAgreement({ ...input, unit: 'character' });
  return { byQuote, coefficients: notes, ...(byCharacter.basis.compared > 0 && { byCharacter }) };
}
