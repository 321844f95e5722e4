import type { Decision } from '../../src/model/decision.js';
import type { Quote } from '../../src/model/quote.js';
import type { Theme } from '../../src/model/theme.js';
import { rateAgreement } from '../../src/pipeline/rate-agreement.js';
import { makeDice } from '../../src/text/measures/draw-numbers.js';

// Prints how long agreement over many quotes and themes takes with a thousand resamples:
// npx tsx tests/benchmarks/agreement.ts

export type AgreementSize = { readonly quotes: number; readonly themes: number; readonly coders: number };

const makeTheme = (number: number): Theme => ({
  id: `t${number}`,
  dimension: 'theme',
  label: `Theme ${number}`,
  description: '',
  include: '',
  exclude: '',
  keywords: [],
  notKeywords: [],
  examples: [],
  parentId: null,
});

const makeQuote = (number: number): Quote => ({
  id: `q${number}`,
  transcriptId: 'P01',
  span: { start: number * 10, end: number * 10 + 8 },
  exact: 'the lamp',
  prefix: '',
  suffix: '',
});

/** Every coder gives each quote its theme four times in five, else another one, and a second theme now and then. */
function decideAll({ quotes, themes, coders }: AgreementSize): readonly Decision[] {
  const roll = makeDice(7);
  const decisions: Decision[] = [];
  for (let quote = 0; quote < quotes; quote += 1) {
    const own = Math.floor((roll(themes) * roll(themes)) / themes);
    for (let coder = 0; coder < coders; coder += 1) {
      const given = new Set([roll(5) === 0 ? roll(themes) : own]);
      if (roll(4) === 0) given.add(roll(themes));
      for (const theme of given)
        decisions.push({
          quoteId: `q${quote}`,
          themeId: `t${theme}`,
          coder: `coder-${coder}`,
          applies: true,
          decidedAt: '2026-04-02T09:14:20Z',
        });
    }
  }
  return decisions;
}

/** Milliseconds of one comparison of all coefficients, every theme and the pooled values, with their intervals. */
export function measureAgreement(size: AgreementSize): number {
  const input = {
    quotes: Array.from({ length: size.quotes }, (_, at) => makeQuote(at)),
    transcripts: [],
    taxonomy: { dimensions: [], themes: Array.from({ length: size.themes }, (_, at) => makeTheme(at)) },
    decisions: decideAll(size),
    approach: 'codebook' as const,
  };
  const from = performance.now();
  rateAgreement(input);
  return performance.now() - from;
}

if (import.meta.filename === process.argv[1]) {
  for (const coders of [2, 4]) {
    const before = process.cpuUsage();
    const seconds = measureAgreement({ quotes: 20_000, themes: 60, coders }) / 1000;
    const { user, system } = process.cpuUsage(before);
    const used = ((user + system) / 1e6).toFixed(2);
    console.log(
      `20,000 quotes × 60 themes × ${coders} coders, all intervals: ${seconds.toFixed(2)} s, ${used} s of processor`,
    );
  }
}
