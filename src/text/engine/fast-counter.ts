import { NO_TERM } from '../counted-texts.js';
import { type TermKind, termKey } from '../read-term.js';
import { BYTE_CLASSES, type Cursor, findNextWord, hashWord, openCursor } from './find-next-word.js';
import { isCounted } from './tally.js';
import { internForm, internTerm, MOST_LOOKED_AT, mixHash, type Vocabulary } from './vocabulary.js';
import { CHUNK_BYTES, CHUNK_WORDS, MOST_PARTS, openTables, STATE, type WordTables } from './word-tables.js';

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
  readonly cursor: Cursor;
};

const WORD_LEFT = 1;
/** In the place of a phrase's term. */
const MISSING = -1;
const NOT_COUNTED = -2;

function numberParts({ lexicon }: Vocabulary): ReadonlyMap<string, number> {
  const words = new Set([...lexicon.fillerPhrases.values()].flat(2));
  return new Map([...words].map((word, index) => [word, index + 1]));
}

/** Room for what is known, as much again, and all that a chunk may bring. */
function openLargeTables({ forms, byteStarts }: Vocabulary): WordTables | undefined {
  const most = 2 * forms.length + CHUNK_WORDS;
  const poolBytes = 2 * (byteStarts[forms.length] ?? 0) + 4 * CHUNK_WORDS;
  const slots = 2 ** Math.ceil(Math.log2(Math.max(4 * forms.length, 1 << 14)));
  return openTables({ forms: most, poolBytes, slots });
}

/** A counter for the words of a vocabulary; undefined where there is no WebAssembly. */
export function openFastCounter({ vocabulary, kinds }: Counted): FastCounter | undefined {
  const partIds = numberParts(vocabulary);
  if (partIds.size > MOST_PARTS) return undefined;
  const tables = openLargeTables(vocabulary);
  if (tables === undefined) return undefined;
  const cursor = openCursor(tables.text);
  const counter = {
    vocabulary,
    ...(kinds === undefined ? {} : { kinds }),
    tables,
    known: 0,
    partIds,
    phrases: new Map<number, readonly string[]>(),
    cursor,
  };
  fillTables(counter);
  return counter;
}

function fillTables(counter: FastCounter): void {
  counter.tables.classes.set(BYTE_CLASSES);
  counter.cursor.bytes = counter.tables.text;
  layOutPhrases(counter);
  counter.known = 0;
  learnForms(counter);
}

function findPhrase({ termIds }: Vocabulary, words: readonly string[]): number {
  return termIds.get(termKey({ kind: 'filler', text: words.join(' ') })) ?? MISSING;
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
  const count = vocabulary.forms.length;
  if (count === known) return;
  const { pool, byteStarts, formTerms, formSecondTerms, formWords } = vocabulary;
  for (let form = known; form < count; form += 1) {
    const end = byteStarts[form + 1] ?? 0;
    for (let at = byteStarts[form] ?? 0; at < end; at += 1) tables.pool[at] = pool[at] ?? 0;
    tables.starts[form + 1] = end;
    tables.terms[form] = hide(counter, formTerms[form] ?? NO_TERM);
    tables.seconds[form] = hide(counter, formSecondTerms[form] ?? NO_TERM);
    tables.parts[form] = partIds.get(formWords[form] ?? '') ?? 0;
    giveSlot(counter, form);
  }
  counter.known = count;
}

/** A term as the tables have it: none where its kind is not counted. */
function hide(counter: FastCounter, term: number): number {
  return term === NO_TERM || isCounted(counter, term) ? term : NO_TERM;
}

/** A form that finds no slot, or that would crowd them, stays with the caller of words.wat. */
function giveSlot({ tables, vocabulary }: FastCounter, form: number): void {
  const { slots, capacity } = tables;
  if (2 * form >= capacity.slots) return;
  const { pool, byteStarts } = vocabulary;
  const hash = hashWord(pool, byteStarts[form] ?? 0, byteStarts[form + 1] ?? 0);
  let slot = mixHash(hash) & (capacity.slots - 1);
  for (let looked = 0; looked < MOST_LOOKED_AT; looked += 1) {
    if (slots[2 * slot + 1] === 0) {
      slots[2 * slot] = hash;
      slots[2 * slot + 1] = form + 1;
      return;
    }
    slot = (slot + 1) & (capacity.slots - 1);
  }
}

/**
 * Makes room for all that one more chunk may bring. Where the tables are laid out anew, how often each form was met so
 * far goes to `onTallies` first.
 */
export function prepareChunk(counter: FastCounter, onTallies: (tallies: Uint32Array) => void): boolean {
  const { vocabulary, tables } = counter;
  const { forms, poolBytes, slots } = tables.capacity;
  const known = vocabulary.forms.length;
  const bytes = vocabulary.byteStarts[known] ?? 0;
  if (known + CHUNK_WORDS <= forms && bytes + CHUNK_BYTES <= poolBytes && 2 * known < slots) {
    learnForms(counter);
    return true;
  }
  const larger = openLargeTables(vocabulary);
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
  for (let answer = tables.countTexts(); answer !== 0; answer = tables.countTexts()) {
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
  tables.forms[words] = form;
  tallies[form] = (tallies[form] ?? 0) + 1;
  state[STATE.words] = words + 1;
  state[STATE.at] = cursor.wordEnd;
}

function nameMissingTerm({ vocabulary, tables, phrases }: FastCounter): void {
  const address = tables.state[STATE.missing] ?? 0;
  const text = phrases.get(address)?.join(' ') ?? '';
  tables.phrases[(address - tables.phrasesAt) / 4 + 1] = internTerm(vocabulary, { kind: 'filler', text });
}
