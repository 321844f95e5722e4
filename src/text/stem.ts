import type { Language } from '../model/settings.js';
import { loadStemmer } from './load-stemmer.js';
import { stemEnglish } from './stem-english.js';

/** What an apostrophe ties to a word without being part of it: English possessives, elided French and Italian articles. */
const TIED: Readonly<Partial<Record<Language, RegExp>>> = {
  en: /'s$/u,
  fr: /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'/u,
  it: /^(?:[cdlmstv]|un|gl|all|dall|dell|nell|sull|coll|quell|quest|bell)'/u,
};

/** In UTF-16 units. No word is longer; a stemmer need not chew on pasted base64. */
const LONGEST_WORD = 64;

/** A folded word without a possessive `'s` (English) or an elided article (French, Italian): `l'équipe` → `équipe`. */
export function untieWord(word: string, language: Language): string {
  const tied = TIED[language];
  return tied === undefined || !word.includes("'") ? word : word.replace(tied, '') || word;
}

/**
 * The stem of a folded word (see `foldWord`): natural's stemmers take capitals for other letters. Of a hyphenated word
 * the last part alone is stemmed (`tech-leads` → `tech-lead`). A word with an apostrophe is its own stem; a contraction of
 * `not` is split before it comes here (`readTerm`).
 * Whoever stems many words asks once per distinct word: `countTexts` keeps that memo.
 */
export function stemWord(word: string, language: Language): string {
  const bare = untieWord(word, language);
  const lastPart = bare.lastIndexOf('-') + 1;
  const part = bare.slice(lastPart);
  if (part === '' || part.length > LONGEST_WORD || part.includes("'")) return bare;
  return bare.slice(0, lastPart) + (stemPart(part, language) || part);
}

/** English is Porter's algorithm, the others are Snowball's. */
const stemPart = (part: string, language: Language): string =>
  language === 'en' ? stemEnglish(part) : loadStemmer(language).stem(part);
