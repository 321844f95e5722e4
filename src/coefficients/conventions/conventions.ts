/** How values of kappa are commonly read. */
export const KAPPA_CONVENTION =
  'over .60 substantial, over .80 almost perfect (Landis & Koch 1977, Biometrics 33:159–174)';

/** How values of alpha are commonly read. */
export const ALPHA_CONVENTION =
  'from .800 firm, from .667 tentative conclusions (Krippendorff 2019, Content Analysis, 4th ed.)';
