import { brennanPrediger } from './brennan-prediger.js';
import type { Coefficient, MarkedTexts, RatingTable } from './coefficient.js';
import { cohenKappa } from './cohen-kappa.js';
import { congerKappa } from './conger-kappa.js';
import { fleissKappa } from './fleiss-kappa.js';
import { gwetAc1 } from './gwet-ac1.js';
import { krippendorffAlpha } from './krippendorff-alpha.js';
import { percentAgreement } from './percent-agreement.js';
import { scottPi } from './scott-pi.js';
import { unitizingAlpha } from './unitizing-alpha.js';

/** Every coefficient for coders who judged the same units. */
export const coefficients: readonly Coefficient<RatingTable>[] = [
  percentAgreement,
  krippendorffAlpha,
  cohenKappa,
  gwetAc1,
  scottPi,
  fleissKappa,
  congerKappa,
  brennanPrediger,
];

/** Every coefficient for coders who marked passages of their own. */
export const passageCoefficients: readonly Coefficient<MarkedTexts>[] = [unitizingAlpha];
