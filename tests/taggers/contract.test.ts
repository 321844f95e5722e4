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
