import { openWordRoom } from './word-room.js';

/** Bytes of text that are read at a time: with all that is looked up for them they fit a core's own cache. */
export const CHUNK_BYTES = 1 << 17;
/** No word is shorter than a byte, and no two of one byte touch each other. */
export const CHUNK_WORDS = CHUNK_BYTES / 2 + 1;
/** A contraction counts as two terms. */
const CHUNK_CELLS = 2 * CHUNK_WORDS;
/** So many texts at most, since one may be empty. */
export const CHUNK_TEXTS = CHUNK_BYTES / 8;
/** The parts of filler phrases are told apart by a byte. */
export const MOST_PARTS = 255;
/** In bytes; a longer word stays with the caller of words.wat. */
export const LONGEST_TAUGHT = 14;
/** What a slot takes, and how many of them there are beyond the last one, in which no search begins. */
const SLOT_BYTES = 32;
const SLOTS_BEYOND = 64;
/** Words, cells and text are loaded and stored up to so many bytes at a time, beyond the last one too. */
const SPARE = 64;
const PHRASE_BYTES = 1 << 13;
const STATE_NUMBERS = 32;

/** In the place of a mark: the word is not counted, or how takes a closer look. */
export const UNMARKED = -1;
export const LOOK_CLOSER = -2;

/** The numbers of words.wat's state that change while it reads, by their index. */
export const STATE = {
  texts: 19,
  current: 20,
  at: 21,
  words: 22,
  marked: 23,
  next: 24,
  cells: 25,
  row: 26,
  missing: 27,
};

/** In the order in which words.wat's state names them, from 0 on. */
function planTables(slots: number) {
  // At most half of the slots are taken when a chunk begins.
  const forms = slots / 2 + CHUNK_WORDS;
  return {
    text: CHUNK_BYTES + SPARE,
    ends: 4 * CHUNK_TEXTS,
    slots: SLOT_BYTES * (slots + SLOTS_BEYOND),
    // The next place is the shift, which is a number and no table.
    shift: 0,
    word: 16,
    terms: 4 * forms,
    seconds: 4 * forms,
    parts: forms,
    tallies: 4 * forms,
    openers: 4 * (MOST_PARTS + 1),
    forms: 4 * CHUNK_WORDS,
    marks: 4 * CHUNK_WORDS + SPARE,
    places: 4 * CHUNK_WORDS + SPARE,
    last: 4 * 2 * (forms + MOST_PARTS),
    columns: 4 * CHUNK_CELLS,
    counts: 4 * CHUNK_CELLS + SPARE,
    bytes: CHUNK_CELLS + SPARE,
    rows: 4 * CHUNK_TEXTS,
    closes: 4 * CHUNK_TEXTS,
    phrases: PHRASE_BYTES,
  };
}

/** So that no slot lies across two lines of a cache. */
const roundUp = (bytes: number) => Math.ceil(bytes / SLOT_BYTES) * SLOT_BYTES;

/**
 * The memory of words.wat with views of its tables; all hold 0 but the state, which knows where they are. `slots` is a
 * power of two; half as many forms may be known when a chunk begins.
 */
export function openTables(slots: number) {
  const lengths = planTables(slots);
  const addresses: number[] = [];
  let bytes = 4 * STATE_NUMBERS;
  for (const length of Object.values(lengths)) {
    addresses.push(bytes);
    bytes += roundUp(length);
  }
  const room = openWordRoom(bytes);
  if (room === undefined) return undefined;
  const { memory, loops } = room;
  const state = new Int32Array(memory, 0, STATE_NUMBERS);
  // `phrases` is no part of the state: openers point into it.
  state.set(addresses.slice(0, -1));
  const names = Object.keys(lengths);
  const at = (name: keyof typeof lengths) => addresses[names.indexOf(name)] ?? 0;
  const bytesOf = (name: keyof typeof lengths) => new Uint8Array(memory, at(name), lengths[name]);
  const numbersOf = (name: keyof typeof lengths) => new Uint32Array(memory, at(name), lengths[name] / 4);
  state[names.indexOf('shift')] = 64 - Math.log2(slots);
  return {
    slots,
    loops,
    state,
    text: bytesOf('text'),
    ends: numbersOf('ends'),
    word: bytesOf('word'),
    terms: numbersOf('terms'),
    seconds: numbersOf('seconds'),
    parts: bytesOf('parts'),
    tallies: numbersOf('tallies'),
    openers: numbersOf('openers'),
    forms: numbersOf('forms'),
    marks: new Int32Array(memory, at('marks'), CHUNK_WORDS),
    places: numbersOf('places'),
    last: numbersOf('last'),
    columns: numbersOf('columns'),
    counts: numbersOf('counts'),
    bytes: bytesOf('bytes'),
    rows: numbersOf('rows'),
    closes: numbersOf('closes'),
    phrases: new Int32Array(memory, at('phrases'), PHRASE_BYTES / 4),
    phrasesAt: at('phrases'),
  };
}
export type WordTables = NonNullable<ReturnType<typeof openTables>>;
