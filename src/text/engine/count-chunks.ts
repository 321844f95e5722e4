import { countChunk, type FastCounter, openFastCounter, prepareChunk } from './fast-counter.js';
import { openCursor } from './find-next-word.js';
import {
  addChunk,
  addFormCounts,
  countText,
  finishTally,
  type Keeping,
  startTally,
  type Tally,
} from './tally.js';
import type { Vocabulary } from './vocabulary.js';
import { CHUNK_BYTES, CHUNK_TEXTS, STATE, type WordTables } from './word-tables.js';

/** Below this, opening tables takes longer than reading does. */
const WORTH_TABLES = 1 << 14;
/** A UTF-16 unit takes at most three bytes of UTF-8. */
const BYTES_A_UNIT = 3;
const LINE_FEED = 0x0a;
const BLANK = 0x20;

/** Texts on their way into a tally: `texts` of them, `bytes` long, stand in the counter's tables and are not read yet. */
export type Counting = {
  readonly tally: Tally;
  fast: FastCounter | undefined;
  texts: number;
  bytes: number;
};

/** How much there is to read, where it is known, and what of it is kept. */
export type Expected = { readonly bytes?: number } & Keeping;

export function startCounting(vocabulary: Vocabulary, expected: Expected): Counting {
  const tally = startTally(vocabulary, expected);
  const fast = (expected.bytes ?? WORTH_TABLES) < WORTH_TABLES ? undefined : openFastCounter(tally);
  return { tally, fast, texts: 0, bytes: 0 };
}

export function finishCounting(counting: Counting) {
  flush(counting);
  const { tally, fast } = counting;
  if (fast !== undefined) addFormCounts(tally, fast.tables.tallies.subarray(0, fast.known));
  return finishTally(tally);
}

/** Reads what stands in the tables. */
function flush(counting: Counting): void {
  const { fast, tally, texts } = counting;
  if (fast === undefined || texts === 0) return;
  countChunk(fast, texts);
  const { state, forms, columns, counts, closes, rows } = fast.tables;
  const cells = state[STATE.cells] ?? 0;
  addChunk(tally, {
    wordForms: forms.subarray(0, state[STATE.words]),
    columns: columns.subarray(0, cells),
    counts: counts.subarray(0, cells),
    textEnds: closes.subarray(0, texts),
    rowEnds: rows.subarray(0, texts),
  });
  counting.texts = 0;
  counting.bytes = 0;
}

/** Tables for the next text, if it is of at most so many bytes; undefined where it is to be counted without them. */
function makeRoom(counting: Counting, bytes: number): WordTables | undefined {
  const { fast, tally } = counting;
  const isFull = counting.bytes + bytes >= CHUNK_BYTES || counting.texts === CHUNK_TEXTS;
  if (isFull) flush(counting);
  if (fast === undefined || bytes >= CHUNK_BYTES) return undefined;
  if (counting.texts === 0 && !prepareChunk(fast, (tallies) => addFormCounts(tally, tallies))) {
    addFormCounts(tally, fast.tables.tallies.subarray(0, fast.known));
    counting.fast = undefined;
    return undefined;
  }
  return fast.tables;
}

function closeText(counting: Counting, { text, ends }: WordTables, bytes: number): void {
  const end = counting.bytes + bytes;
  text[end] = BLANK;
  ends[counting.texts] = end;
  counting.bytes = end + 1;
  counting.texts += 1;
}

const encoder = new TextEncoder();

/** Adds one text. */
export function addText(counting: Counting, text: string): void {
  const tables = makeRoom(counting, BYTES_A_UNIT * text.length);
  if (tables !== undefined) {
    const { written } = encoder.encodeInto(text, tables.text.subarray(counting.bytes));
    closeText(counting, tables, written);
    return;
  }
  const bytes = encoder.encode(text);
  countText(counting.tally, openCursor(bytes), { start: 0, end: bytes.length });
}

/** Adds one text of UTF-8. */
export function addBytes(counting: Counting, bytes: Uint8Array): void {
  const tables = makeRoom(counting, bytes.length);
  if (tables === undefined) {
    countText(counting.tally, openCursor(bytes), { start: 0, end: bytes.length });
    return;
  }
  tables.text.set(bytes, counting.bytes);
  closeText(counting, tables, bytes.length);
}

/** Adds every line that ends in a line feed, and tells where the one begins that does not. */
export function addLines(counting: Counting, bytes: Uint8Array): number {
  let start = 0;
  for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, start)) {
    addBytes(counting, bytes.subarray(start, end));
    start = end + 1;
  }
  return start;
}
