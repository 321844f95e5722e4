import type { Convention } from '../../model/agreement.js';

const landisKoch = 'Landis & Koch 1977, Biometrics 33:159–174';
const krippendorff = 'Krippendorff 2019, Content Analysis, 4th edition';

/** How values of kappa are commonly read. */
export const KAPPA_CONVENTION = `over .60 substantial, over .80 almost perfect (${landisKoch})`;

export const KAPPA_THRESHOLDS: readonly Convention[] = [
  { value: 0.6, label: 'substantial', source: landisKoch },
  { value: 0.8, label: 'almost perfect', source: landisKoch },
];

/** How values of alpha are commonly read. */
export const ALPHA_CONVENTION = `from .800 firm, from .667 tentative conclusions (${krippendorff})`;

export const ALPHA_THRESHOLDS: readonly Convention[] = [
  { value: 0.667, label: 'tentative', source: krippendorff },
  { value: 0.8, label: 'firm', source: krippendorff },
];
