import { describe, expect, it } from 'vitest';
import type { ThemeView } from '../../../../src/review/messages/study.js';
import { foldLetters, rankThemes } from '../../../../src/review/page/parts/rank-themes.js';

const theme = (id: string, label: string, keywords: readonly string[] = []): ThemeView => ({
  id,
  dimension: 'theme',
  parent: null,
  label,
  description: '',
  include: '',
  exclude: '',
  keywords: [...keywords],
  notKeywords: [],
  examples: [],
  quotes: 0,
  participants: 0,
  disputed: 0,
});

const themes = [
  theme('define-success', 'Define success in the role'),
  theme('hard-talks', 'Hard conversations', ['feedback']),
  theme('resume', 'Résumé and career'),
  theme('fear', 'Fear'),
];
const likely = [
  { theme: 'fear', strength: 'strong', why: '“scared”' },
  { theme: 'hard-talks', strength: 'weak', why: '“told me”' },
] as const;
const rank = (query: string) => rankThemes(themes, [...likely], query).map((row) => row.theme.id);

describe('ranking themes', () => {
  it('begins with the likely ones and keeps the others as the taxonomy has them', () => {
    expect(rank('')).toEqual(['fear', 'hard-talks', 'define-success', 'resume']);
  });

  it('gives the reason of a likely one', () => {
    expect(rankThemes(themes, [...likely], '')[0]).toMatchObject({ why: '“scared”', strength: 'strong' });
  });

  it('finds by the beginnings of words, whatever case and accents', () => {
    expect(rank('SUC')).toEqual(['define-success']);
    expect(rank('def role')).toEqual(['define-success']);
    expect(rank('resume')).toEqual(['resume']);
  });

  it('finds by a keyword, after those that match by name', () => {
    expect(rank('fe')).toEqual(['fear', 'hard-talks']);
  });

  it('finds nothing where nothing matches', () => {
    expect(rank('zebra')).toEqual([]);
  });

  it('folds letters without case and accents', () => {
    expect(foldLetters('ÅÉñ')).toBe('aen');
  });
});
