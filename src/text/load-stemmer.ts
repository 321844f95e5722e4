import { createRequire } from 'node:module';
import type * as Stemmers from 'natural/lib/natural/stemmers/index.js';
import type { Language } from '../model/settings.js';

type Stemmer = { readonly stem: (word: string) => string };

const require = createRequire(import.meta.url);

let stemmers: typeof Stemmers | undefined;

/**
 * Snowball's stemmer of a language other than English, in natural's words. They are read when the first is asked for:
 * all of them take 14 MB and 40 ms, which a study in English need not wait for.
 */
export function loadStemmer(language: Exclude<Language, 'en'>): Stemmer {
  stemmers ??= readStemmers();
  return {
    de: stemmers.PorterStemmerDe,
    es: stemmers.PorterStemmerEs,
    fr: stemmers.PorterStemmerFr,
    it: stemmers.PorterStemmerIt,
    nl: stemmers.PorterStemmerNl,
    no: stemmers.PorterStemmerNo,
    pt: stemmers.PorterStemmerPt,
    ru: stemmers.PorterStemmerRu,
    sv: stemmers.PorterStemmerSv,
  }[language];
}

const readStemmers = (): typeof Stemmers => require('natural/lib/natural/stemmers/index.js');
