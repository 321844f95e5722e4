import { countTexts } from '../../../index.js';
import type { Language } from '../../../model/settings.js';

type Kinds = ReturnType<typeof countTexts>['lexicon']['kinds'];

const known = new Map<Language, Kinds>();

function findKinds(language: Language): Kinds {
  const found = known.get(language) ?? countTexts([], language).lexicon.kinds;
  known.set(language, found);
  return found;
}

/** Whether words are of the kind that every text is full of ("the", "and", "it’s"), so that they are no reason to a reader. */
export function isSmallWord(words: string, language: Language): boolean {
  const kinds = findKinds(language);
  const isSmall = (word: string) => ['function', 'filler'].includes(kinds.get(word) ?? '');
  const parts = words.toLowerCase().replaceAll('’', "'").split(/\s+/u).filter(Boolean);
  return parts.length > 0 && parts.every((word) => isSmall(word) || isSmall(word.replace(/'.*$/u, '')));
}
