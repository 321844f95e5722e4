import { describe, expect, it } from 'vitest';
import { explainThemes, suggestThemes } from '../../src/pipeline/suggest-themes.js';
import type { Tagger } from '../../src/taggers/tagger.js';
import { inventInput, inventQuotes, inventSuggestion, inventTheme } from '../taggers/invented-study.js';

function inventTagger(id: string, proposals: readonly (readonly [string, string, number])[]): Tagger {
  const suggest = () =>
    proposals.map(([quoteId, themeId, confidence]) =>
      inventSuggestion(quoteId, themeId, { tagger: id, confidence }),
    );
  return { id, label: id, explanation: 'Proposes what it is told.', suggest, explain: suggest };
}

describe('suggestThemes', () => {
  const input = inventInput(inventQuotes(['plan', 'goal', 'risk']), [inventTheme('a'), inventTheme('b')]);

  it('keeps the order of the quotes, best first within one, then by theme and tagger', () => {
    const taggers = [
      inventTagger('z', [
        ['q3', 'a', 0.9],
        ['q1', 'b', 0.2],
        ['q1', 'a', 0.5],
      ]),
      inventTagger('k', [
        ['q1', 'a', 0.5],
        ['q1', 'b', 0.5],
        ['q2', 'a', 0.1],
      ]),
    ];
    const order = suggestThemes({ ...input, taggers }).map(
      ({ quoteId, themeId, tagger }) => quoteId + themeId + tagger,
    );
    expect(order).toEqual(['q1ak', 'q1az', 'q1bk', 'q1bz', 'q2ak', 'q3az']);
  });

  it('asks every tagger of the shelf unless told otherwise', () => {
    const theme = inventTheme('a', { label: 'Plan', keywords: ['plan'] });
    const quotes = inventQuotes(['a plan', 'goal', 'planning a goal']);
    const themes = [theme, inventTheme('b', { label: 'Goal' })];
    const suggestions = suggestThemes(inventInput(quotes, themes));
    expect(new Set(suggestions.map(({ tagger }) => tagger))).toEqual(new Set(['keyword', 'learned']));
  });

  it('explains exactly what it suggests, in the same order', () => {
    const theme = inventTheme('a', { label: 'Plan', keywords: ['plan'] });
    const texts = ['a plan', 'goal', 'planning a goal', 'the plan has no goal'];
    const input = inventInput(inventQuotes(texts), [theme, inventTheme('b', { label: 'Goal' })]);
    const explained = explainThemes(input);
    expect(explained.every(({ flip }) => flip.without.length > 0)).toBe(true);
    expect(explained.map(({ flip: _, ...suggestion }) => suggestion)).toEqual(suggestThemes(input));
  });

  it('is silent where nothing speaks for a theme', () => {
    expect(suggestThemes(input)).toEqual([]);
  });
});
