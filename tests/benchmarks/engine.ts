import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { TfIdf } from 'natural/lib/natural/tfidf/index.js';
import { z } from 'zod';
import { countLines, countTexts, startVocabulary } from '../../src/text/count-texts.js';
import { TAGGING_WEIGHTS, weighTerms } from '../../src/text/weigh-terms.js';
import { makeLines } from './make-lines.js';
import { findMedian } from './measure.js';

const SEED = 5;
const RUNS = 5;

/** Megabytes a second, and milliseconds where it says so; medians of five runs that take turns. */
export type EngineRates = {
  readonly megabytes: number;
  /** Node's own: read as UTF-8, lower-case, split at all that is no letter. */
  readonly split: number;
  /** Words, terms and table of the same file, its words known from an earlier pass. */
  readonly known: number;
  /** The same with every word new. */
  readonly fresh: number;
  /** Of strings that are there already, words known. */
  readonly strings: number;
};

function time(work: () => void): number {
  const from = performance.now();
  work();
  return performance.now() - from;
}

/** Writes quotes of real talk to a file for the time of some work. */
function withLines<Value>(
  corpora: string,
  count: number,
  work: (path: string, lines: Buffer) => Value,
): Value {
  const folder = mkdtempSync(join(tmpdir(), 'themeloom-engine-'));
  try {
    const path = join(folder, 'quotes.txt');
    const lines = makeLines(corpora, count, SEED);
    writeFileSync(path, lines);
    return work(path, lines);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How fast the words of `count` quotes are read, beside what Node takes to split the same file. */
export function measureRates(corpora: string, count = 100_000): EngineRates {
  return withLines(corpora, count, (path, lines) => {
    const vocabulary = startVocabulary('en');
    const texts = lines.toString('utf8').trimEnd().split('\n');
    const works = {
      split: () =>
        readFileSync(path, 'utf8')
          .toLowerCase()
          .split(/[^a-z']+/),
      known: () => countLines(readFileSync(path), vocabulary),
      fresh: () => countLines(readFileSync(path), 'en'),
      strings: () => countTexts(texts, vocabulary),
    };
    for (const work of Object.values(works)) work();
    const rounds = Array.from({ length: RUNS }, () => ({
      split: time(works.split),
      known: time(works.known),
      fresh: time(works.fresh),
      strings: time(works.strings),
    }));
    const megabytes = lines.length / 1e6;
    const rateOf = (work: keyof typeof works) =>
      megabytes / (findMedian(rounds.map((round) => round[work])) / 1000);
    return {
      megabytes,
      split: rateOf('split'),
      known: rateOf('known'),
      fresh: rateOf('fresh'),
      strings: rateOf('strings'),
    };
  });
}

const figuresShape = z.object({
  quotes: z.number(),
  words: z.number(),
  cells: z.number(),
  countMilliseconds: z.number(),
  weighMilliseconds: z.number(),
  megabytes: z.number(),
});

/** What one process took that read a file of quotes and weighed its terms; `megabytes` is its peak of memory. */
export type EngineFigures = z.infer<typeof figuresShape>;

/** Reads and weighs a file of one quote a line in a fresh process. Throws where that fails. */
export function measureFile(path: string): EngineFigures {
  const script = join(import.meta.dirname, 'count-file.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', script, path], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`count-file ended with ${status}: ${stderr.slice(-400)}`);
  return figuresShape.parse(JSON.parse(stdout));
}

/** The figures of every size, medians of `runs` fresh processes; of memory the largest. */
export function measureGrowth(
  corpora: string,
  sizes: readonly number[] = [10_000, 100_000, 1_000_000],
  runs = RUNS,
): readonly EngineFigures[] {
  return sizes.map((size) =>
    withLines(corpora, size, (path) => {
      const figures = Array.from({ length: runs }, () => measureFile(path));
      const first = figures[0] ?? measureFile(path);
      return {
        ...first,
        countMilliseconds: findMedian(figures.map(({ countMilliseconds }) => countMilliseconds)),
        weighMilliseconds: findMedian(figures.map(({ weighMilliseconds }) => weighMilliseconds)),
        megabytes: Math.max(...figures.map(({ megabytes }) => megabytes)),
      };
    }),
  );
}

export type ListTermsFigures = { readonly fresh: number; readonly known: number; readonly natural: number };

/**
 * Milliseconds of the processor for the weights of all terms of all quotes: ours with every word new and with words
 * known, medians of five after one to warm up, and natural's `listTerms`, one run. Minutes for 10,000 quotes.
 */
export function measureListTerms(corpora: string, count: number): ListTermsFigures {
  const texts = makeLines(corpora, count, SEED).toString('utf8').trimEnd().split('\n');
  const vocabulary = startVocabulary('en');
  const works = {
    fresh: () => weighTerms(countTexts(texts, 'en'), TAGGING_WEIGHTS),
    known: () => weighTerms(countTexts(texts, vocabulary), TAGGING_WEIGHTS),
  };
  for (const work of Object.values(works)) work();
  const rounds = Array.from({ length: RUNS }, () => ({
    fresh: timeProcessor(works.fresh),
    known: timeProcessor(works.known),
  }));
  const natural = timeProcessor(() => {
    const table = new TfIdf();
    for (const text of texts) table.addDocument(text);
    for (let row = 0; row < texts.length; row += 1) table.listTerms(row);
  });
  const medianOf = (work: keyof typeof works) => findMedian(rounds.map((round) => round[work]));
  return { fresh: medianOf('fresh'), known: medianOf('known'), natural };
}

/** All threads of the process together: what others run meanwhile does not count. */
function timeProcessor(work: () => void): number {
  const from = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
}

/** Prints all figures but those of natural, which takes minutes. */
export function printEngine(corpora: string): void {
  const rates = measureRates(corpora);
  console.log(`${rates.megabytes.toFixed(1)} MB of quotes, MB/s:`);
  console.log(`  Node reads, lower-cases, splits  ${rates.split.toFixed(1)}`);
  console.log(
    `  words known   ${rates.known.toFixed(1)}, ${(rates.known / rates.split).toFixed(2)} × Node (at least 0.9)`,
  );
  console.log(`  words new     ${rates.fresh.toFixed(1)}, ${(rates.fresh / rates.split).toFixed(2)} × Node`);
  console.log(`  from strings  ${rates.strings.toFixed(1)}`);
  for (const { quotes, countMilliseconds, weighMilliseconds, megabytes } of measureGrowth(corpora)) {
    const micros = ((countMilliseconds + weighMilliseconds) * 1000) / quotes;
    console.log(
      `${quotes} quotes: read ${countMilliseconds.toFixed(0)} ms, weighed ${weighMilliseconds.toFixed(0)} ms, ` +
        `${micros.toFixed(1)} µs a quote, ${megabytes.toFixed(0)} MB`,
    );
  }
}
