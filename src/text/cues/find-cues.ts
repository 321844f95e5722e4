import type { WordCue } from '../../model/passage-suggestion.js';
import type { Language } from '../../model/settings.js';
import type { Span } from '../../model/span.js';
import type { CountedTexts } from '../count-texts.js';
import { stemWord } from '../stem.js';
import { type CueWords, WORD_CUES } from './cue-words.js';
import { germanCues } from './de.js';
import { englishCues } from './en.js';

const CUE_WORDS: Readonly<Partial<Record<Language, CueWords>>> = { en: englishCues, de: germanCues };

/** Whether there are cue words for a language. */
export function hasCues(language: Language): boolean {
  return CUE_WORDS[language] !== undefined;
}

/** A cue word or phrase; `words` are counted from 0 within its text, start in, end out. */
export type CueHit = { readonly cue: WordCue; readonly words: Span };

const LONGEST_PHRASE = 3;
/** In UTF-16 units: shorter stems are those of too many words ("us" of "useful"), which then only match as written. */
const SHORTEST_STEM = 4;
const HOLDS_DIGIT = /^\p{N}/u;

/** Cues by word and by stem, and by phrase as it is compared. */
type CueTable = {
  readonly words: ReadonlyMap<string, readonly WordCue[]>;
  readonly stems: ReadonlyMap<string, readonly WordCue[]>;
  readonly phrases: ReadonlyMap<string, WordCue>;
  readonly openings: ReadonlySet<string>;
};

function addCue(table: Map<string, readonly WordCue[]>, key: string, cue: WordCue): void {
  const known = table.get(key) ?? [];
  if (!known.includes(cue)) table.set(key, [...known, cue]);
}

function makeTable(cues: CueWords, language: Language): CueTable {
  const words = new Map<string, readonly WordCue[]>();
  const stems = new Map<string, readonly WordCue[]>();
  const phrases = new Map<string, WordCue>();
  for (const cue of WORD_CUES) {
    for (const word of cues[cue].words.trim().split(/\s+/u)) {
      const stem = stemWord(word, language);
      addCue(words, word, cue);
      if (cue !== 'first-person' && stem.length >= SHORTEST_STEM) addCue(stems, stem, cue);
    }
    for (const phrase of (cues[cue].phrases ?? '').split(',')) {
      if (phrase.trim() !== '') phrases.set(phrase.trim(), cue);
    }
  }
  const openings = new Set([...phrases.keys()].map((phrase) => phrase.split(' ')[0] ?? ''));
  return { words, stems, phrases, openings };
}

/** By form: the cues that the word is; a number is concrete in any language. Only content words have a stem. */
function readForms(
  { formWords, formTerms, termKinds }: CountedTexts,
  table: CueTable | undefined,
  language: Language,
) {
  return formWords.map((word, form): readonly WordCue[] => {
    if (HOLDS_DIGIT.test(word)) return ['concreteness'];
    const known = table?.words.get(word);
    if (known !== undefined || termKinds[formTerms[form] ?? 0] !== 'content') return known ?? [];
    return table?.stems.get(stemWord(word, language)) ?? [];
  });
}

/** The phrase that begins with a word, and how many words it has. */
function findPhrase(
  { formWords, wordForms }: CountedTexts,
  { phrases, openings }: CueTable,
  { at, end }: { readonly at: number; readonly end: number },
): { readonly cue: WordCue; readonly length: number } | undefined {
  let phrase = formWords[wordForms[at] ?? 0] ?? '';
  if (!openings.has(phrase)) return undefined;
  for (let length = 2; length <= LONGEST_PHRASE && at + length <= end; length += 1) {
    phrase += ` ${formWords[wordForms[at + length - 1] ?? 0] ?? ''}`;
    const cue = phrases.get(phrase);
    if (cue !== undefined) return { cue, length };
  }
  return undefined;
}

/**
 * By text: its cue words and phrases in order. For languages without cue words only numbers are found. Linear in the
 * number of words.
 */
export function findCues(counted: CountedTexts): readonly (readonly CueHit[])[] {
  const { language } = counted.lexicon;
  const words = CUE_WORDS[language];
  const table = words === undefined ? undefined : makeTable(words, language);
  const byForm = readForms(counted, table, language);
  const { textStarts, wordForms } = counted;
  return Array.from({ length: textStarts.length - 1 }, (_, row) => {
    const hits: CueHit[] = [];
    const from = textStarts[row] ?? 0;
    const end = textStarts[row + 1] ?? 0;
    for (let at = from; at < end; at += 1) {
      const start = at - from;
      for (const cue of byForm[wordForms[at] ?? 0] ?? []) {
        // The number of a list item says nothing that the speaker said.
        if (start > 0 || cue !== 'concreteness') hits.push({ cue, words: { start, end: start + 1 } });
      }
      const found = table === undefined ? undefined : findPhrase(counted, table, { at, end });
      if (found !== undefined) hits.push({ cue: found.cue, words: { start, end: start + found.length } });
    }
    return hits;
  });
}
