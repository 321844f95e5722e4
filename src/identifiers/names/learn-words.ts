import type { Language } from '../../model/settings.js';
import { scanWords } from '../../text/tokenise.js';
import type { StudyWords } from '../identifier.js';
import { allowedWords } from '../words/allow-list.js';
import { openDictionary } from '../words/dictionary.js';
import { listPlainWords } from './judge-run.js';
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
  const capitals = new Map<string, number>();
  for (const text of cased) {
    for (const { key, opens, shouts } of scanCapitals(text)) {
      met.add(key);
      if (!opens && !shouts) countOne(capitals, key);
    }
  }
  const small = countLowerCase(cased, met);
  const isUsual = ([key, count]: readonly [string, number]) =>
    count >= (small.get(key) ?? 0) && mayBeName(key, language);
  return {
    language,
    capitalised: new Set(capitals.keys()),
    usuallyCapital: new Set([...capitals].filter(isUsual).map(([key]) => key)),
    lowerCase: new Set(small.keys()),
    known: new Set(knownNames.flatMap(listKnownWords)),
    ...(startsWithProperNoun === undefined ? {} : { startsWithProperNoun }),
  };
}

const countOne = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);

/** How often the words that were met with a capital also stand without one. */
function countLowerCase(texts: readonly string[], met: ReadonlySet<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    scanWords(text, (start, end) => {
      if (holdsCapital(text, start, end)) return;
      const word = text.slice(start, end);
      if (met.has(word)) countOne(counts, word);
    });
  }
  return counts;
}

/** No everyday word, no function word, nothing of the shared lists; only English has a dictionary that tells. */
function mayBeName(key: string, language: Language): boolean {
  if (language !== 'en' || key.length < SHORTEST_KNOWN || !/^\D+$/u.test(key)) return false;
  return !openDictionary().words.has(key) && !listPlainWords(language).has(key) && !allowedWords.has(key);
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
