import type { Decision } from '../../src/model/decision.js';
import type { Quote } from '../../src/model/quote.js';
import { type AgreementInput, rateAgreement } from '../../src/pipeline/rate-agreement.js';
import { buildTheme } from './build-study.js';

export const themes = [
  buildTheme('tide'),
  buildTheme('spring-tide', { parentId: 'tide' }),
  buildTheme('storm'),
  buildTheme('fear', { dimension: 'voice' }),
];
export const buildQuote = (at: number): Quote => ({
  id: `q${at}`,
  transcriptId: 'P01',
  span: { start: at * 10, end: at * 10 + 8 },
  exact: 'the lamp',
  prefix: '',
  suffix: '',
});
export const quotes: readonly Quote[] = Array.from({ length: 10 }, (_, at) => buildQuote(at));

export const decide = (coder: string, quote: number, themeId: string, applies = true): Decision => ({
  quoteId: `q${quote}`,
  themeId,
  coder,
  applies,
  decidedAt: '2026-04-02T09:14:20Z',
});
export const decideAll = (coder: string, places: readonly number[], themeId: string, applies = true) =>
  places.map((quote) => decide(coder, quote, themeId, applies));

export const rate = (decisions: readonly Decision[], rest: Partial<AgreementInput> = {}) =>
  rateAgreement({
    quotes,
    transcripts: [],
    taxonomy: { dimensions: [], themes },
    decisions,
    approach: 'codebook',
    ...rest,
  });
export const find = ({ coefficients }: ReturnType<typeof rateAgreement>, id: string, theme: string | null) =>
  coefficients.find((one) => one.id === id && one.theme === theme);
export const codesOf = ({ notices }: ReturnType<typeof rateAgreement>) => notices.map(({ code }) => code);

// Of ten quotes ana gives the tide to 0–4 and the storm to 5–9; ben takes 4 for a storm too.
export const tenQuotes = [
  ...decideAll('ana', [0, 1, 2, 3, 4], 'tide'),
  ...decideAll('ana', [5, 6, 7, 8, 9], 'storm'),
  ...decideAll('ben', [0, 1, 2, 3], 'tide'),
  ...decideAll('ben', [4, 5, 6, 7, 8, 9], 'storm'),
];
