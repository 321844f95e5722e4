import type { ThemeView } from '../../../../../src/review/messages/study.js';
import type { Taxonomy } from '../../../../../src/review/page/views/organise/theme-tree.js';

export function makeTheme(id: string, dimension = 'theme', parent: string | null = null): ThemeView {
  return {
    id,
    dimension,
    parent,
    label: id,
    description: '',
    include: '',
    exclude: '',
    keywords: [],
    notKeywords: [],
    examples: [],
    quotes: 0,
    participants: 0,
    disputed: 0,
  };
}

/**
 * Themes: work (success, balance (evening)), people, Élan. Voice: fear, dream.
 */
export const taxonomy: Taxonomy = {
  dimensions: [
    { id: 'theme', label: 'Themes' },
    { id: 'voice', label: 'Voice' },
  ],
  themes: [
    makeTheme('work'),
    makeTheme('success', 'theme', 'work'),
    makeTheme('balance', 'theme', 'work'),
    makeTheme('evening', 'theme', 'balance'),
    makeTheme('people'),
    makeTheme('Élan'),
    makeTheme('fear', 'voice'),
    makeTheme('dream', 'voice'),
  ],
};
