import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { tabulateLines } from '../../dist/text/count-texts.js';
import { findSparseMeans } from '../../dist/text/sparse-means.js';
import { GROUPING_WEIGHTS, weighTerms } from '../../dist/text/weigh-terms.js';

// Reads a file of one quote a line, weighs its terms, groups the quotes, and prints what that took: a process of its own
// for `methods.ts`, because only a process has a peak of memory, and plain JavaScript over the built library, because a
// loader of TypeScript has a share in both. Named are the file and how many threads may group.

const GROUPS = 50;
const ROUNDS = 25;
/** What these weights leave of the words. */
const KINDS = ['content'];

/** Megabytes; see `readPeak` in `measure.ts`. */
function readPeak() {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? process.resourceUsage().maxRSS) / 1024;
}

/** Milliseconds by the clock and of the processor since the process began, and its peak of memory so far. */
function readClocks() {
  const { user, system } = process.cpuUsage();
  return { clock: performance.now(), processor: (user + system) / 1000, megabytes: readPeak() };
}

function tell(from, to) {
  return {
    clock: to.clock - from.clock,
    processor: to.processor - from.processor,
    megabytes: to.megabytes,
  };
}

/** Memory that was given up goes when the event loop comes round, as it does in a program that goes on. */
const goRound = () => new Promise((resolve) => setImmediate(resolve));

const PIECE_BYTES = 1 << 20;

/** A file in pieces, each good until the next one is asked for. */
function* readPieces(path) {
  const file = openSync(path, 'r');
  const piece = new Uint8Array(PIECE_BYTES);
  try {
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece))
      yield piece.subarray(0, read);
  } finally {
    closeSync(file);
  }
}

async function countFile(path) {
  const counted = tabulateLines(readPieces(path), 'en', { bytes: statSync(path).size, kinds: KINDS });
  await goRound();
  return counted;
}

async function weighFile(path) {
  const { rows } = weighTerms(await countFile(path), GROUPING_WEIGHTS);
  await goRound();
  return rows;
}

const [path = '', threads = '1'] = process.argv.slice(2);
const from = readClocks();
const rows = await weighFile(path);
const weighed = readClocks();
const { cosines } = findSparseMeans(rows, {
  count: GROUPS,
  rounds: ROUNDS,
  seed: 1,
  threads: Number(threads),
});
const grouped = readClocks();
const cosine = cosines.reduce((sum, own) => sum + own, 0) / cosines.length;
process.stdout.write(JSON.stringify({ weighed: tell(from, weighed), grouped: tell(from, grouped), cosine }));
