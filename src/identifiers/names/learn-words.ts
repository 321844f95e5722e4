import type { Language } from '../../model/settings.js';
import { scanWords } from '../../text/tokenise.js';
import type { StudyWords } from '../identifier.js';
import { allowedWords } from '../words/allow-list.js';
import { openDictionary } from '../words/dictionary.js';
import { measureCasing } from './measure-casing.js';
import { readKey } from './read-key.js';
import { holdsCapital, scanCapitals } from './scan-capitals.js';

export type StudyTexts = {
  readonly texts: readonly string[];
  readonly language: Language;
  /** Names that the study knows already, such as speakers' labels. */
  readonly knownNames?: readonly string[];
  readonly startsWithProperNoun?: (sentence: string) => boolean;
};

/** Shorter words of a known name are initials and particles. */
const SHORTEST_KNOWN = 3;

/** What all texts of a study tell about the words that it writes with capitals. Linear in the texts. */
export function learnWords({
  texts,
  language,
  knownNames = [],
  startsWithProperNoun,
}: StudyTexts): StudyWords {
  const cased = texts.filter((text) => measureCasing(text) === 'cased');
  const met = new Set<string>();
  const capitalised = new Set<string>();
  for (const text of cased) {
    for (const { key, opens, shouts } of scanCapitals(text)) {
      met.add(key);
      if (!opens && !shouts) capitalised.add(key);
    }
  }
  return {
    language,
    capitalised,
    lowerCase: findLowerCase(cased, met),
    known: new Set(knownNames.flatMap(listKnownWords)),
    ...(startsWithProperNoun === undefined ? {} : { startsWithProperNoun }),
  };
}

/** Which of the words that were met with a capital also stand without one. */
function findLowerCase(texts: readonly string[], met: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const text of texts) {
    scanWords(text, (start, end) => {
      if (holdsCapital(text, start, end)) return;
      const word = text.slice(start, end);
      if (met.has(word)) found.add(word);
    });
  }
  return found;
}

/** Of `SPEAKER_01` or `Host` nothing, of `Dana R.` the given name. */
function listKnownWords(name: string): readonly string[] {
  const words: string[] = [];
  scanWords(name, (start, end) => words.push(readKey(name.slice(start, end))));
  const dictionary = openDictionary();
  const tells = (word: string) =>
    !allowedWords.has(word) && (!dictionary.words.has(word) || dictionary.names.has(word));
  return words.filter((word) => word.length >= SHORTEST_KNOWN && /^\D+$/u.test(word) && tells(word));
}
