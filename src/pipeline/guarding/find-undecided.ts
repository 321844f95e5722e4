import { identifierKinds } from '../../identifiers/index.js';
import { learnWords } from '../../identifiers/names/learn-words.js';
import { scanCapitals } from '../../identifiers/names/scan-capitals.js';
import { allowedWords } from '../../identifiers/words/allow-list.js';
import type { Language } from '../../model/settings.js';
import { findAllIdentifiers } from '../find-identifiers.js';
import { type FoundLeak, noWords, type SoughtString } from './find-leaks.js';
import { hideHarmless } from './read-as-published.js';

/** Kinds that need a person's word and no dictionary: ages and dates. */
const plainCandidates = identifierKinds.filter(({ id, candidate }) => candidate && id !== 'name');
/** Ages and dates in a text, by their form. */
export function findDatesAndAges(text: string): readonly FoundLeak[] {
  return plainCandidates.flatMap(({ id, find }) =>
    find(text, noWords).map(({ start, end }) => ({
      kind: id,
      text: text.slice(start, end),
      span: { start, end },
    })),
  );
}

/** Words with a capital inside a sentence that no shared list has: a quick look that needs no dictionary. */
export function findCapitals(text: string): readonly FoundLeak[] {
  return scanCapitals(text)
    .filter(({ key, opens, isTitle }) => !opens && isTitle && !allowedWords.has(key))
    .map(({ start, end }) => ({ kind: 'name', text: text.slice(start, end), span: { start, end } }));
}

/** The names in some texts that are read as one study, each once as it is first written. */
export function listNames(texts: readonly string[], language: Language): readonly SoughtString[] {
  const hidden = texts.map(hideHarmless);
  const words = learnWords({ texts: hidden, language });
  const names = hidden
    .flatMap((text) => findAllIdentifiers(text, words))
    .filter(({ kind }) => kind === 'name');
  return [...new Set(names.map(({ text }) => text))].map((text) => ({
    text,
    kind: 'name',
    needsCapital: /^\p{Lu}/u.test(text),
  }));
}
