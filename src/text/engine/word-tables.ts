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
const PHRASE_BYTES = 1 << 13;
const STATE_NUMBERS = 32;

/** The numbers of words.wat's state that change while it reads, by their index. */
export const STATE = { texts: 18, current: 19, at: 20, words: 21, next: 22, cells: 23, row: 24, missing: 25 };

/** How much there is to know: forms, their bytes, and slots (a power of two) to find them by. */
export type Capacity = { readonly forms: number; readonly poolBytes: number; readonly slots: number };

/** In the order in which words.wat's state names them, from 0 on. */
function planTables({ forms, poolBytes, slots }: Capacity) {
  return {
    text: CHUNK_BYTES,
    ends: 4 * CHUNK_TEXTS,
    classes: 256,
    slots: 8 * slots,
    // The next place is the mask, which is a number and no table.
    mask: 0,
    pool: poolBytes,
    starts: 4 * (forms + 1),
    terms: 4 * forms,
    seconds: 4 * forms,
    parts: forms,
    tallies: 4 * forms,
    openers: 4 * (MOST_PARTS + 1),
    forms: 4 * CHUNK_WORDS,
    last: 4 * 2 * (forms + MOST_PARTS),
    columns: 4 * CHUNK_CELLS,
    counts: 4 * CHUNK_CELLS,
    rows: 4 * CHUNK_TEXTS,
    closes: 4 * CHUNK_TEXTS,
    phrases: PHRASE_BYTES,
  };
}

const roundUp = (bytes: number) => Math.ceil(bytes / 8) * 8;

/** The memory of words.wat with views of its tables; all hold 0 but the state, which knows where they are. */
export function openTables(capacity: Capacity) {
  const lengths = planTables(capacity);
  const addresses: number[] = [];
  let bytes = 4 * STATE_NUMBERS;
  for (const length of Object.values(lengths)) {
    addresses.push(bytes);
    bytes += roundUp(length);
  }
  const room = openWordRoom(bytes);
  if (room === undefined) return undefined;
  const state = new Int32Array(room.memory, 0, STATE_NUMBERS);
  // `phrases` is no part of the state: openers point into it.
  state.set(addresses.slice(0, -1));
  const names = Object.keys(lengths);
  const at = (name: keyof typeof lengths) => addresses[names.indexOf(name)] ?? 0;
  const bytesOf = (name: keyof typeof lengths) => new Uint8Array(room.memory, at(name), lengths[name]);
  const numbersOf = (name: keyof typeof lengths) => new Uint32Array(room.memory, at(name), lengths[name] / 4);
  state[names.indexOf('mask')] = capacity.slots - 1;
  return {
    capacity,
    countTexts: room.countTexts,
    state,
    text: bytesOf('text'),
    ends: numbersOf('ends'),
    classes: bytesOf('classes'),
    slots: new Int32Array(room.memory, at('slots'), 2 * capacity.slots),
    pool: bytesOf('pool'),
    starts: numbersOf('starts'),
    terms: numbersOf('terms'),
    seconds: numbersOf('seconds'),
    parts: bytesOf('parts'),
    tallies: numbersOf('tallies'),
    openers: numbersOf('openers'),
    forms: numbersOf('forms'),
    last: numbersOf('last'),
    columns: numbersOf('columns'),
    counts: numbersOf('counts'),
    rows: numbersOf('rows'),
    closes: numbersOf('closes'),
    phrases: new Int32Array(room.memory, at('phrases'), PHRASE_BYTES / 4),
    phrasesAt: at('phrases'),
  };
}
export type WordTables = NonNullable<ReturnType<typeof openTables>>;
