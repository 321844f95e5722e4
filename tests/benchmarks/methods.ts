import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { measureListTerms } from './engine.js';
import { makeLines } from './make-lines.js';
import { findMedian } from './measure.js';
import { measureTaggingSpeed } from './tagging-speed.js';

// Prints what reading, weighing, grouping and tagging quotes of real talk takes beside scikit-learn, with the targets:
// npm run bench:methods -- [--million] [--runs 5] [--skip-natural]. `PYTHON` names a Python that has scikit-learn.

const SEED = 5;
const SIZES = [1000, 10_000, 100_000];
const MILLION = 1_000_000;
const python = process.env.PYTHON ?? 'python3';
const corpora = join(import.meta.dirname, '..', '..', '..', 'shared', 'corpora', 'transcripts');
const ours = join(import.meta.dirname, 'methods-file.mjs');
const peer = join(import.meta.dirname, 'peers', 'methods_peer.py');

const spentShape = z.object({ clock: z.number(), processor: z.number(), megabytes: z.number() });
const figuresShape = z.object({ weighed: spentShape, grouped: spentShape, cosine: z.number() });

/** Milliseconds by the clock and of the processor, and the peak of memory in megabytes. */
type Spent = z.infer<typeof spentShape>;
/** From the start up to the table, and up to the groups; and the mean cosine of quotes with the means of their groups. */
type Figures = z.infer<typeof figuresShape>;
type Stage = 'weighed' | 'grouped';

function runFile(command: string, args: readonly string[]): Figures {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr.slice(-400)}`);
  return figuresShape.parse(JSON.parse(stdout));
}

/** Of times the median, of memory the most. */
function joinSpent(all: readonly Spent[]): Spent {
  return {
    clock: findMedian(all.map(({ clock }) => clock)),
    processor: findMedian(all.map(({ processor }) => processor)),
    megabytes: Math.max(...all.map(({ megabytes }) => megabytes)),
  };
}

function joinFigures(all: readonly Figures[]): Figures {
  return {
    weighed: joinSpent(all.map(({ weighed }) => weighed)),
    grouped: joinSpent(all.map(({ grouped }) => grouped)),
    cosine: findMedian(all.map(({ cosine }) => cosine)),
  };
}

/** What one size took with one thread and with two; scikit-learn takes as many threads as it likes, or is not there. */
type Measured = { readonly one: Figures; readonly two: Figures; readonly peer: Figures | null };

/** Fresh processes that take turns, so that all of them meet the same weather. */
function measureSize(quotes: number, { runs, hasPeer }: { runs: number; hasPeer: boolean }): Measured {
  const folder = mkdtempSync(join(tmpdir(), 'themeloom-methods-'));
  try {
    const path = join(folder, 'quotes.txt');
    writeFileSync(path, makeLines(corpora, quotes, SEED));
    const rounds = Array.from({ length: runs }, () => ({
      one: runFile(process.execPath, [ours, path, '1']),
      two: runFile(process.execPath, [ours, path, '2']),
      peer: hasPeer ? runFile(python, [peer, path]) : null,
    }));
    return {
      one: joinFigures(rounds.map(({ one }) => one)),
      two: joinFigures(rounds.map(({ two }) => two)),
      peer: hasPeer ? joinFigures(rounds.flatMap((round) => round.peer ?? [])) : null,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A line of the table; a cell that nothing is known for is a dash. */
type Row = {
  readonly measure: string;
  readonly ours: string;
  readonly peer?: string;
  /** Theirs ÷ ours by the clock and of the processor; of memory ours ÷ theirs. */
  readonly ratio?: string;
  readonly target?: string;
  readonly reached?: boolean;
};

const WIDTHS = [34, 18, 18, 26, 12] as const;

function printRow({ measure, target = '–', reached, ...row }: Row): void {
  const cells = [measure, row.ours, row.peer ?? '–', row.ratio ?? '–', target];
  const verdict = reached === undefined ? '' : reached ? 'reached' : 'missed';
  console.log(`${cells.map((cell, i) => cell.padEnd(WIDTHS[i] ?? 0)).join(' ')} ${verdict}`.trimEnd());
}

const tellTime = ({ clock, processor }: Spent) =>
  `${(clock / 1000).toFixed(2)} s, ${(processor / 1000).toFixed(2)} s`;

const TWO_THREADS = 'k-means, two threads';

/** What scikit-learn ÷ ours is to reach at a size, as far as something is asked for. */
const SPEED_TARGETS: Readonly<Record<Stage | 'twoThreads', ReadonlyMap<number, number>>> = {
  weighed: new Map([
    [100_000, 3],
    [MILLION, 5],
  ]),
  grouped: new Map([
    [100_000, 3],
    [MILLION, 5],
  ]),
  twoThreads: new Map([[MILLION, 7.5]]),
};
/** What of scikit-learn's memory is to be enough. */
const MEMORY_TARGETS = new Map([
  [100_000, 0.65],
  [MILLION, 0.45],
]);

/**
 * Times are compared by the clock, which is what somebody waits, and by the processor's time, which others on the machine
 * do not change: with one thread the target holds for both, with two for the clock.
 */
function compareTimes(measure: string, own: Spent, theirs: Spent | undefined, target?: number): Row {
  if (theirs === undefined) return { measure, ours: tellTime(own) };
  const ratio = theirs.clock / own.clock;
  const ofProcessor = theirs.processor / own.processor;
  const judged = measure.endsWith(TWO_THREADS) ? ratio : ofProcessor;
  return {
    measure,
    ours: tellTime(own),
    peer: tellTime(theirs),
    ratio: `${ratio.toFixed(2)} ×, processor ${ofProcessor.toFixed(2)} ×`,
    ...(target === undefined ? {} : { target: `≥ ${target} ×`, reached: Math.min(ratio, judged) >= target }),
  };
}

function compareMemory(measure: string, own: Spent, theirs: Spent | undefined, target?: number): Row {
  const tell = ({ megabytes }: Spent) => `${megabytes.toFixed(0)} MB`;
  if (theirs === undefined) return { measure, ours: tell(own) };
  const ratio = own.megabytes / theirs.megabytes;
  return {
    measure,
    ours: tell(own),
    peer: tell(theirs),
    ratio: ratio.toFixed(2),
    ...(target === undefined ? {} : { target: `≤ ${target}`, reached: ratio <= target }),
  };
}

function listRows(quotes: number, { one, two, peer: theirs }: Measured): readonly Row[] {
  const name = quotes.toLocaleString('en');
  const memory = MEMORY_TARGETS.get(quotes);
  const both = ['weighed', 'grouped'] as const;
  const names = { weighed: 'read, TF-IDF', grouped: 'with k-means (50)' };
  return [
    ...both.map((stage) =>
      compareTimes(`${name}: ${names[stage]}`, one[stage], theirs?.[stage], SPEED_TARGETS[stage].get(quotes)),
    ),
    compareTimes(
      `${name}: ${TWO_THREADS}`,
      two.grouped,
      theirs?.grouped,
      SPEED_TARGETS.twoThreads.get(quotes),
    ),
    ...both.map((stage) =>
      compareMemory(`${name}: memory, ${names[stage]}`, one[stage], theirs?.[stage], memory),
    ),
    {
      measure: `${name}: mean cosine in groups`,
      ours: one.cosine.toFixed(3),
      ...(theirs === null ? {} : { peer: theirs.cosine.toFixed(3) }),
    },
  ];
}

/** Cost a quote at one size beside the size before. */
function compareGrowth(before: readonly [number, Measured], after: readonly [number, Measured]): Row {
  const costOf = ([quotes, { one }]: readonly [number, Measured]) => (one.grouped.processor * 1000) / quotes;
  const [[fewer], [more, { one }]] = [before, after];
  const ratio = costOf(after) / costOf(before);
  return {
    measure: `${more.toLocaleString('en')}: cost a quote`,
    ours: `${costOf(after).toFixed(1)} µs, ${one.grouped.megabytes.toFixed(0)} MB`,
    ratio: `${ratio.toFixed(2)} × of ${fewer.toLocaleString('en')}`,
    target: more === MILLION ? '≤ 1.1, 1 GB' : '≤ 1.1',
    reached: ratio <= 1.1 && one.grouped.megabytes < 1024,
  };
}

/** By size: seconds, where it is not scikit-learn's own that is to be reached. */
const TAGGING_TARGETS = new Map([
  [1000, 1],
  [10_000, 2],
]);

/** Of the processor, from strings to suggestions with evidence. */
function listTagging(runs: number): readonly Row[] {
  return measureTaggingSpeed(corpora, SIZES, runs).map(({ quotes, milliseconds, megabytes, ...figures }) => {
    const seconds = milliseconds / 1000;
    const { peerMilliseconds } = figures;
    const theirs = peerMilliseconds === null ? undefined : peerMilliseconds / 1000;
    const most = TAGGING_TARGETS.get(quotes) ?? theirs;
    return {
      measure: `${quotes.toLocaleString('en')}: tagged, 24 themes`,
      ours: `${seconds.toFixed(2)} s, ${megabytes.toFixed(0)} MB`,
      ...(theirs === undefined
        ? {}
        : { peer: `${theirs.toFixed(2)} s`, ratio: `processor ${(theirs / seconds).toFixed(2)} ×` }),
      ...(most === undefined ? {} : { target: `≤ ${most.toFixed(1)} s`, reached: seconds <= most }),
    };
  });
}

function listNatural(): readonly Row[] {
  const count = 10_000;
  const { fresh, known, natural } = measureListTerms(corpora, count);
  const tell = (milliseconds: number) => `${(milliseconds / 1000).toFixed(3)} s`;
  const row = (measure: string, milliseconds: number): Row => ({
    measure: `${count.toLocaleString('en')}: ${measure}`,
    ours: tell(milliseconds),
    peer: `${(natural / 1000).toFixed(0)} s (natural)`,
    ratio: `${(natural / milliseconds).toFixed(0)} ×`,
    target: '≥ 400 ×',
    reached: natural / milliseconds >= 400,
  });
  return [row('listTerms, words known', known), row('listTerms, words new', fresh)];
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      million: { type: 'boolean', default: false },
      runs: { type: 'string', default: '5' },
      'skip-natural': { type: 'boolean', default: false },
    },
  });
  const runs = Number(values.runs);
  if (!Number.isSafeInteger(runs) || runs < 1) throw new Error('--runs takes a whole number above 0');
  return { runs, million: values.million, natural: !values['skip-natural'] };
}

function main(): void {
  if (!existsSync(corpora)) {
    console.log(
      'There is no folder ../shared/corpora/transcripts beside this repository: nothing was measured.',
    );
    return;
  }
  const { runs, million, natural } = readOptions();
  const hasPeer = spawnSync(python, ['-c', 'import sklearn']).status === 0;
  if (!hasPeer) console.log(`scikit-learn was not run: ${python} does not have it (Debian: python3-sklearn)`);
  console.log(
    `Medians of ${runs}; seconds by the clock, then of the processor. --million: ${million ? 'yes' : 'no'}`,
  );
  printRow({ measure: '', ours: 'ours', peer: 'scikit-learn', ratio: 'theirs ÷ ours', target: 'target' });
  const sizes = million ? [...SIZES, MILLION] : SIZES;
  let before: readonly [number, Measured] | undefined;
  for (const quotes of sizes) {
    const measured = measureSize(quotes, { runs, hasPeer });
    for (const row of listRows(quotes, measured)) printRow(row);
    if (before !== undefined) printRow(compareGrowth(before, [quotes, measured]));
    before = [quotes, measured];
  }
  for (const row of listTagging(Math.min(runs, 3))) printRow(row);
  if (natural) for (const row of listNatural()) printRow(row);
}

main();
