import type { FoundSpan, IdentifierKind, StudyWords } from './identifier.js';
import { findCasedNames } from './names/find-cased-names.js';
import { findGermanNames } from './names/find-german-names.js';
import { findSpokenNames } from './names/find-spoken-names.js';
import { measureCasing } from './names/measure-casing.js';
import { openDictionary } from './words/dictionary.js';

/**
 * Names of people, places and organisations, told by capitals; where there are none, by dictionary, lists and
 * introductions, which misses many. What is found waits for a person's word.
 */
export const name: IdentifierKind = { id: 'name', label: 'Name', candidate: true, find: findNames };

function findNames(text: string, study: StudyWords): readonly FoundSpan[] {
  const judged = { text, study, dictionary: openDictionary() };
  if (measureCasing(text) !== 'cased') return findSpokenNames(judged);
  return study.language === 'de' ? findGermanNames(judged) : findCasedNames(judged);
}
