import type { Language } from '../../model/settings.js';
import { germanStopWords } from './de.js';
import { englishStopWords } from './en.js';
import { spanishStopWords } from './es.js';
import { frenchStopWords } from './fr.js';
import { italianStopWords } from './it.js';
import { dutchStopWords } from './nl.js';
import { norwegianStopWords } from './no.js';
import { portugueseStopWords } from './pt.js';
import { russianStopWords } from './ru.js';
import type { StopWords } from './stop-words.js';
import { swedishStopWords } from './sv.js';

/** Function words and spoken fillers of each language. */
export const STOP_WORDS: Readonly<Record<Language, StopWords>> = {
  en: englishStopWords,
  de: germanStopWords,
  es: spanishStopWords,
  fr: frenchStopWords,
  it: italianStopWords,
  nl: dutchStopWords,
  no: norwegianStopWords,
  pt: portugueseStopWords,
  ru: russianStopWords,
  sv: swedishStopWords,
};
