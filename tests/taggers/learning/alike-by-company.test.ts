import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../src/model/decision.js';
import { readDecided } from '../../../src/taggers/decided/read-decided.js';
import { takeOutTerms } from '../../../src/taggers/evidence/take-out-terms.js';
import { learnedTagger } from '../../../src/taggers/learned.js';
import { judgeDimension } from '../../../src/taggers/learning/judge-dimension.js';
import { layGround } from '../../../src/taggers/learning/lay-ground.js';
import { FEATURES, FEATURES_WIDTH, listFeatures } from '../../../src/taggers/learning/list-features.js';
import { readDimensions } from '../../../src/taggers/learning/read-dimensions.js';
import { countTexts } from '../../../src/text/count-texts.js';
import { inventDecision, inventQuotes, inventTheme } from '../invented-study.js';

const SUBJECTS = [
  ['pager', 'alarm', 'night', 'woken', 'shift', 'tired'],
  ['salary', 'budget', 'invoice', 'payroll', 'euro', 'bonus'],
  ['garden', 'tulip', 'spade', 'soil', 'seed', 'rain'],
];
const themes = ['on-call', 'pay', 'garden'].map((id) => inventTheme(id, { label: id }));

/** Three of the six words of a subject a quote, the subjects by turns; by number, so that any are alike and none equal. */
function inventTexts(count: number): readonly string[] {
  return Array.from({ length: count }, (_, i) => {
    const words = SUBJECTS[i % 3] ?? [];
    const turn = Math.floor(i / 3);
    return [0, 1, 2 + (turn % 3)].map((step) => words[(turn + step) % 6]).join(' ');
  });
}

/** The first quotes, each with the theme of its subject. */
function decideFirst(count: number): readonly Decision[] {
  return Array.from({ length: count }, (_, i) => inventDecision(`q${i + 1}`, themes[i % 3]?.id ?? ''));
}

function layStudy(texts: readonly string[], decisions: readonly Decision[]) {
  const quotes = inventQuotes(texts);
  const counted = countTexts(texts, 'en');
  const decided = readDecided(decisions);
  return { quotes, counted, decided, ground: layGround({ quotes, counted }, themes, decided) };
}

describe('quotes that are alike by the company of their words', () => {
  it('are known of 300 to 900 quotes, while some but fewer than 25 quotes a theme are decided', () => {
    const isKnown = (quotes: number, decided: number) =>
      layStudy(inventTexts(quotes), decideFirst(decided)).ground.company !== undefined;
    expect(isKnown(299, 30)).toBe(false);
    expect(isKnown(300, 30)).toBe(true);
    expect(isKnown(300, 0)).toBe(false);
    expect(isKnown(300, 74)).toBe(true);
    expect(isKnown(300, 75)).toBe(false);
    expect(isKnown(900, 30)).toBe(true);
    expect(isKnown(901, 30)).toBe(false);
  });

  it('vote for a quote that shares no word with a decided one', () => {
    const decisions = [
      inventDecision('q1', 'on-call'),
      inventDecision('q2', 'pay'),
      inventDecision('q3', 'garden'),
    ];
    const texts = [...inventTexts(299), 'shift tired'];
    const { quotes, ground, decided } = layStudy(texts, decisions);
    expect(texts[0]).toBe('pager alarm night');
    const [dimension] = readDimensions(themes, { quotes, decided });
    if (dimension === undefined) throw new Error('there are themes');
    const models = judgeDimension(ground, dimension).parts.at(-1)?.models;
    if (models === undefined) throw new Error('there are quotes');
    const { values } = listFeatures(ground, dimension, { models, rows: Uint32Array.of(299) });
    const votes = themes.map((_, k) => values[k * FEATURES_WIDTH + FEATURES.neighbours] ?? 0);
    expect(votes[0]).toBeGreaterThan(0.2);
    expect(votes[1]).toBeLessThan(0);
    expect(votes[2]).toBeLessThan(0);
  });

  it('are found anew for a quote from which words are taken out', () => {
    const { quotes, ground, decided } = layStudy(inventTexts(300), decideFirst(30));
    const [dimension] = readDimensions(themes, { quotes, decided });
    if (dimension === undefined) throw new Error('there are themes');
    const models = judgeDimension(ground, dimension).parts.at(-1)?.models;
    if (models === undefined) throw new Error('there are quotes');
    const rows = Uint32Array.of(100, 201, 299);
    const real = listFeatures(ground, dimension, { models, rows }).values;
    const tryWithout = (terms: (row: number) => ReadonlySet<number>) => {
      const taken = [...rows].map((row) => ({ row, terms: terms(row) }));
      const imagined = takeOutTerms(ground, { dimension, models }, taken);
      return listFeatures(imagined.ground, imagined.dimension, imagined).values;
    };
    const same = tryWithout(() => new Set());
    for (const [at, value] of same.entries()) expect(value).toBeCloseTo(real[at] ?? 0, 5);
    const { columns, rowStarts } = ground.counted;
    const bare = tryWithout((row) => new Set(columns.subarray(rowStarts[row], rowStarts[row + 1])));
    for (let at = FEATURES.neighbours; at < bare.length; at += FEATURES_WIDTH) expect(bare[at]).toBe(0);
  });

  it('leave the weights of the evidence summing to the log-odds of the confidence', () => {
    const texts = inventTexts(320);
    const suggestions = learnedTagger.suggest({
      quotes: inventQuotes(texts),
      counted: countTexts(texts, 'en'),
      taxonomy: { dimensions: [{ id: 'theme', label: 'Theme' }], themes },
      decisions: decideFirst(45),
      language: 'en',
    });
    expect(suggestions.length).toBeGreaterThan(200);
    for (const { evidence, confidence } of suggestions) {
      const terms = evidence.flatMap((one) => (one.kind === 'shared-term' ? [one.weight] : []));
      const sum = terms.reduce((before, weight) => before + weight, 0);
      expect(sum).toBeCloseTo(Math.log(confidence / (1 - confidence)), 6);
    }
  });
});
