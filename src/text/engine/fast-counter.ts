import { NO_TERM } from '../counted-texts.js';
import type { TermKind } from '../read-term.js';
import { type Cursor, findNextWord, openCursor } from './find-next-word.js';
import { isCounted } from './tally.js';
import { internForm, internTerm, type Vocabulary } from './vocabulary.js';
import {
  LONGEST_TAUGHT,
  LOOK_CLOSER,
  MOST_PARTS,
  openTables,
  STATE,
  UNMARKED,
  type WordTables,
} from './word-tables.js';

/** The words to count, and of what kinds. */
type Counted = { readonly vocabulary: Vocabulary; readonly kinds?: ReadonlySet<TermKind> };

/** A vocabulary as words.wat sees it. */
export type FastCounter = Counted & {
  tables: WordTables;
  /** How many forms stand in the tables. */
  known: number;
  /** By word of a filler phrase: its number, from 1 on. */
  readonly partIds: ReadonlyMap<string, number>;
  /** By address: the filler phrase that stands there. */
  readonly phrases: Map<number, readonly string[]>;
  cursor: Cursor;
};

/** New forms come every few words in what is short, and ever more seldom: more slots than that only when they do. */
const BYTES_A_SLOT = 16;
const MOST_FIRST_SLOTS = 1 << 16;
const WORD_LEFT = 1;
/** In the place of a phrase's term. */
const MISSING = -1;
const NOT_COUNTED = -2;

function numberParts({ lexicon }: Vocabulary): ReadonlyMap<string, number> {
  const words = new Set([...lexicon.fillerPhrases.values()].flat(2));
  return new Map([...words].map((word, index) => [word, index + 1]));
}

/** Room for what is known and half as much again, and all that a chunk may bring. */
function openLargeTables({ forms }: Vocabulary, fewest: number): WordTables | undefined {
  return openTables(2 ** Math.ceil(Math.log2(Math.max(3 * forms.length, fewest))));
}

/** A counter for the words of a vocabulary, to read about so many bytes; undefined where there is no WebAssembly. */
export function openFastCounter({ vocabulary, kinds }: Counted, bytes: number): FastCounter | undefined {
  const partIds = numberParts(vocabulary);
  if (partIds.size > MOST_PARTS) return undefined;
  const tables = openLargeTables(vocabulary, Math.min(bytes / BYTES_A_SLOT, MOST_FIRST_SLOTS));
  if (tables === undefined) return undefined;
  const counter = {
    vocabulary,
    ...(kinds === undefined ? {} : { kinds }),
    tables,
    known: 0,
    partIds,
    phrases: new Map<number, readonly string[]>(),
    cursor: openCursor(tables.text),
  };
  fillTables(counter);
  return counter;
}

function fillTables(counter: FastCounter): void {
  counter.cursor = openCursor(counter.tables.text);
  layOutPhrases(counter);
  counter.known = 0;
  learnForms(counter);
}

function findPhrase({ termIds }: Vocabulary, words: readonly string[]): number {
  return termIds.filler.get(words.join(' ')) ?? MISSING;
}

function layOutPhrases(counter: FastCounter): void {
  const { vocabulary, tables, partIds, phrases } = counter;
  phrases.clear();
  let place = 0;
  for (const [opener, list] of vocabulary.lexicon.fillerPhrases) {
    tables.openers[partIds.get(opener) ?? 0] = tables.phrasesAt + 4 * place;
    for (const words of list) {
      phrases.set(tables.phrasesAt + 4 * place, words);
      const term = counter.kinds?.has('filler') === false ? NOT_COUNTED : findPhrase(vocabulary, words);
      tables.phrases.set([words.length, term, ...words.map((word) => partIds.get(word) ?? 0)], place);
      place += 2 + words.length;
    }
    // The 0 that ends the list is there.
    place += 1;
  }
}

/** Puts the forms into the tables that the vocabulary has learned since. */
function learnForms(counter: FastCounter): void {
  const { vocabulary, tables, partIds, known } = counter;
  const { forms, formTerms, formSecondTerms, formWords } = vocabulary;
  for (let form = known; form < forms.length; form += 1) {
    tables.terms[form] = hide(counter, formTerms[form] ?? NO_TERM);
    tables.seconds[form] = hide(counter, formSecondTerms[form] ?? NO_TERM);
    tables.parts[form] = partIds.get(formWords[form] ?? '') ?? 0;
    teachForm(counter, form);
  }
  counter.known = forms.length;
}

/** A term as the tables have it: none where its kind is not counted. */
function hide(counter: FastCounter, term: number): number {
  return term === NO_TERM || isCounted(counter, term) ? term : NO_TERM;
}

/** What stands beside a word's form: its term, if that is all. */
function markForm({ tables, vocabulary }: FastCounter, form: number): number {
  if (tables.seconds[form] !== NO_TERM || vocabulary.opensPhrase[form] === 1) return LOOK_CLOSER;
  const term = tables.terms[form] ?? NO_TERM;
  return term === NO_TERM ? UNMARKED : term;
}

/** A form that is long, or that would crowd the slots, stays with the caller of words.wat. */
function teachForm(counter: FastCounter, form: number): void {
  const { tables, vocabulary } = counter;
  const { pool, byteStarts } = vocabulary;
  const start = byteStarts[form] ?? 0;
  const length = (byteStarts[form + 1] ?? 0) - start;
  if (length > LONGEST_TAUGHT || 2 * form >= tables.slots) return;
  for (let i = 0; i < tables.word.length; i += 1) tables.word[i] = i < length ? (pool[start + i] ?? 0) : 0;
  tables.loops.teach_word(form, markForm(counter, form));
}

/**
 * Makes room for all that one more chunk may bring. Where the tables are laid out anew, how often each form was met so
 * far goes to `onTallies` first.
 */
export function prepareChunk(counter: FastCounter, onTallies: (tallies: Uint32Array) => void): boolean {
  const { vocabulary, tables } = counter;
  if (2 * vocabulary.forms.length < tables.slots) {
    learnForms(counter);
    return true;
  }
  const larger = openLargeTables(vocabulary, tables.slots);
  if (larger === undefined) return false;
  onTallies(tables.tallies.subarray(0, counter.known));
  counter.tables = larger;
  fillTables(counter);
  return true;
}

/** Reads the texts whose bytes and ends stand in the tables; what it found stands there then. */
export function countChunk(counter: FastCounter, texts: number): void {
  const { tables, vocabulary } = counter;
  tables.state.fill(0, STATE.texts, STATE.missing + 1);
  tables.state[STATE.texts] = texts;
  tables.last.fill(0, 0, vocabulary.terms.length);
  for (let answer = tables.loops.count_texts(); answer !== 0; answer = tables.loops.count_texts()) {
    if (answer === WORD_LEFT) readLeftWord(counter);
    else nameMissingTerm(counter);
  }
}

function readLeftWord(counter: FastCounter): void {
  const { tables, vocabulary, cursor } = counter;
  const { state, tallies } = tables;
  cursor.wordEnd = state[STATE.at] ?? 0;
  cursor.end = tables.ends[state[STATE.current] ?? 0] ?? 0;
  if (!findNextWord(cursor)) {
    state[STATE.at] = cursor.end;
    return;
  }
  const form = internForm(vocabulary, cursor);
  learnForms(counter);
  const words = state[STATE.words] ?? 0;
  const marked = state[STATE.marked] ?? 0;
  tables.forms[words] = form;
  tables.marks[marked] = LOOK_CLOSER;
  tables.places[marked] = words;
  tallies[form] = (tallies[form] ?? 0) + 1;
  state[STATE.words] = words + 1;
  state[STATE.marked] = marked + 1;
  state[STATE.at] = cursor.wordEnd;
}

function nameMissingTerm({ vocabulary, tables, phrases }: FastCounter): void {
  const address = tables.state[STATE.missing] ?? 0;
  const text = phrases.get(address)?.join(' ') ?? '';
  tables.phrases[(address - tables.phrasesAt) / 4 + 1] = internTerm(vocabulary, { kind: 'filler', text });
}
