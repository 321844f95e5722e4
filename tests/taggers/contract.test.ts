import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { taggers } from '../../src/taggers/index.js';
import { inventDecision, inventInput, inventQuotes, inventTheme } from './invented-study.js';

const shelf = readdirSync('src/taggers', { withFileTypes: true })
  .filter((entry) => entry.isFile() && !['index.ts', 'tagger.ts'].includes(entry.name))
  .map(({ name }) => name.replace('.ts', ''));

const texts = [
  'The pager woke me up that night.',
  'My pager rings at night.',
  'A candidate for the role.',
  'Lunch was fine.',
  '会议很长 🎉',
];
const themes = [
  inventTheme('on-call', { label: 'Pager', keywords: ['pager'], description: 'The pager at night.' }),
  inventTheme('hiring', { label: 'Hiring', keywords: ['candidate*'], dimension: 'voice' }),
  inventTheme('empty'),
];
const decisions = [inventDecision('q1', 'on-call'), inventDecision('q4', 'on-call', false)];

describe('the shelf of taggers', () => {
  it('lists every file on it under its own name', () => {
    expect(taggers.map(({ id }) => id).sort()).toEqual(shelf.sort());
  });

  describe.each(taggers.map((tagger) => [tagger.id, tagger] as const))('%s', (id, tagger) => {
    const input = inventInput(inventQuotes(texts), themes, decisions);
    const suggestions = tagger.suggest(input);

    it('says in one sentence what makes it propose a theme', () => {
      expect(tagger.label).not.toBe('');
      expect(tagger.explanation).toMatch(/^\p{Lu}[^.]*\.$/u);
    });

    it('proposes something here, always with evidence and a confidence between 0 and 1', () => {
      expect(suggestions.length).toBeGreaterThan(0);
      for (const suggestion of suggestions) {
        expect(suggestion.tagger).toBe(id);
        expect(suggestion.evidence.length).toBeGreaterThan(0);
        expect(suggestion.confidence).toBeGreaterThan(0);
        expect(suggestion.confidence).toBeLessThanOrEqual(1);
      }
    });

    it('says how strong a suggestion is, what would have changed it, and measures nothing itself', () => {
      for (const { strength, flip, measured, rule, calibrated } of tagger.explain(input)) {
        expect(['strong', 'medium', 'weak']).toContain(strength);
        expect(flip.without.length).toBeGreaterThan(0);
        expect(measured).toBeNull();
        expect(rule && calibrated).toBe(false);
        expect(rule).toBe(id === 'keyword');
        expect(flip.over === null).toBe(rule);
      }
    });

    it('explains exactly what it suggests', () => {
      expect(tagger.explain(input).map(({ flip: _, ...suggestion }) => suggestion)).toEqual(suggestions);
    });

    it.each([
      ['a theme without words', [inventTheme('bare'), ...themes], []],
      ['only decisions against a theme', themes, [inventDecision('q1', 'on-call', false)]],
      ['one decision', themes, [inventDecision('q1', 'on-call')]],
      [
        'two themes that are the same',
        [...themes, inventTheme('twin', { label: 'Pager', keywords: ['pager'] })],
        [inventDecision('q1', 'on-call'), inventDecision('q1', 'twin')],
      ],
      [
        'keywords that match nothing, or everything',
        [inventTheme('odd', { keywords: ['*', '=', '~3', '', 'the', 'a ~3'] })],
        [],
      ],
    ])('gives numbers with %s', (_, given, decided) => {
      const odd = [
        '',
        'Mm.',
        'pager',
        'pager',
        'The pager at night. '.repeat(1000),
        'Шум ночью',
        '会议很长',
        ...texts,
      ];
      for (const suggestion of tagger.suggest(inventInput(inventQuotes(odd), given, decided))) {
        expect(JSON.stringify(suggestion)).not.toMatch(/NaN|Infinity/);
        expect(listNumbers(suggestion).every(Number.isFinite)).toBe(true);
      }
    });

    it('proposes a theme for a quote at most once, and never where somebody decided', () => {
      const pairs = suggestions.map(({ quoteId, themeId }) => `${quoteId} ${themeId}`);
      expect(new Set(pairs).size).toBe(pairs.length);
      for (const { quoteId, themeId } of decisions) expect(pairs).not.toContain(`${quoteId} ${themeId}`);
    });

    it('gives the same for the same input', () => {
      const again = tagger.suggest(inventInput(inventQuotes(texts), themes, decisions));
      expect(JSON.stringify(again)).toBe(JSON.stringify(suggestions));
    });

    it('has nothing to say without quotes or without themes', () => {
      expect(tagger.suggest(inventInput([], themes))).toEqual([]);
      expect(tagger.suggest(inventInput(inventQuotes(texts), []))).toEqual([]);
    });
  });
});

function listNumbers(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listNumbers) : [];
}
