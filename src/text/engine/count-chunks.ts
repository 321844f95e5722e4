import { countChunk, type FastCounter, openFastCounter, prepareChunk } from './fast-counter.js';
import { openCursor } from './find-next-word.js';
import {
  addChunk,
  addFormCounts,
  countText,
  type Keeping,
  MOST_IN_BYTE,
  startTally,
  type Tally,
} from './tally.js';
import type { Vocabulary } from './vocabulary.js';
import { CHUNK_BYTES, CHUNK_TEXTS, STATE, type WordTables } from './word-tables.js';

/** Below this, opening tables takes longer than reading does. */
const WORTH_TABLES = 1 << 14;
/** A UTF-16 unit takes at most three bytes of UTF-8. */
const BYTES_A_UNIT = 3;
export const LINE_FEED = 0x0a;
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
  const { bytes = WORTH_TABLES } = expected;
  const fast = bytes < WORTH_TABLES ? undefined : openFastCounter(tally, bytes);
  return { tally, fast, texts: 0, bytes: 0 };
}

/** Reads what is left, and gives the tally of all texts. */
export function finishCounting(counting: Counting): Tally {
  flush(counting);
  const { tally, fast } = counting;
  if (fast !== undefined) addFormCounts(tally, fast.tables.tallies.subarray(0, fast.known));
  return tally;
}

/** Reads what stands in the tables. */
function flush(counting: Counting): void {
  const { fast, tally, texts } = counting;
  if (fast === undefined || texts === 0) return;
  countChunk(fast, texts);
  const { state, loops, forms, columns, counts, bytes, closes, rows } = fast.tables;
  const cells = state[STATE.cells] ?? 0;
  const fitBytes = loops.narrow_counts() <= MOST_IN_BYTE;
  addChunk(tally, {
    wordForms: forms.subarray(0, state[STATE.words]),
    columns: columns.subarray(0, cells),
    counts: fitBytes ? bytes.subarray(0, cells) : counts.subarray(0, cells),
    textEnds: closes.subarray(0, texts),
    rowEnds: rows.subarray(0, texts),
  });
  counting.texts = 0;
  counting.bytes = 0;
}

/** The tables, ready for the first text of a chunk; undefined where there are none. */
function openChunk(counting: Counting): WordTables | undefined {
  const { fast, tally } = counting;
  if (fast === undefined || prepareChunk(fast, (tallies) => addFormCounts(tally, tallies)))
    return fast?.tables;
  addFormCounts(tally, fast.tables.tallies.subarray(0, fast.known));
  counting.fast = undefined;
  return undefined;
}

/** Tables for the next text, if it is of at most so many bytes; undefined where it is to be counted without them. */
function makeRoom(counting: Counting, bytes: number): WordTables | undefined {
  if (counting.bytes + bytes >= CHUNK_BYTES || counting.texts === CHUNK_TEXTS) flush(counting);
  if (bytes >= CHUNK_BYTES) return undefined;
  return counting.texts === 0 ? openChunk(counting) : counting.fast?.tables;
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

/** Adds the lines that end within a chunk's length, and tells where the next one begins. */
function addBlock(counting: Counting, bytes: Uint8Array): number {
  flush(counting);
  const tables = openChunk(counting);
  if (tables === undefined) return 0;
  const block = bytes.subarray(0, CHUNK_BYTES);
  tables.text.set(block);
  counting.bytes = tables.loops.find_lines(block.length, CHUNK_TEXTS);
  counting.texts = tables.state[STATE.texts] ?? 0;
  return counting.bytes;
}

/** Adds every line that ends in a line feed, and tells where the one begins that does not. */
export function addLines(counting: Counting, bytes: Uint8Array): number {
  let start = 0;
  while (start < bytes.length) {
    const added = addBlock(counting, bytes.subarray(start));
    start += added;
    if (added > 0) continue;
    // The line is longer than a chunk, or there are no tables.
    const end = bytes.indexOf(LINE_FEED, start);
    if (end < 0) break;
    addBytes(counting, bytes.subarray(start, end));
    start = end + 1;
  }
  return start;
}
