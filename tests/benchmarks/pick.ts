import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { importFiles, readStudy } from '../../src/index.js';
import type { Study } from '../../src/model/study.js';
import { type Ground, layGround, type Ranker, rankByLot } from './rank-quotes.js';
import { type ChoiceFigures, findAuc, findPrecision, mean, rateChoice } from './rate-ranking.js';
import { readArgumentStudy } from './read-argument-study.js';

// Prints how high the quotes that are marked as important rank among those of their theme (the mark is hidden from the
// picking), and how well five picks stand for a theme: npm run bench:pick -- [STUDY…]

const root = join(import.meta.dirname, '..', '..');
const corpora = join(root, '..', 'shared', 'corpora');
const studies = join(corpora, 'studies');
const SEEDS = 200;
const CHOSEN = 5;
/** Shorter and longer quotes are hardly printed, and the longest would be the likest to all by their length alone. */
const FEWEST_WORDS = 8;
const MOST_WORDS = 60;

/** A study as it is; one that has its quotes in a table only is imported in a copy. */
function openStudy(folder: string, scratch: string): Study {
  if (existsSync(join(folder, 'quotes.jsonl')) || !existsSync(join(folder, 'quotes.csv')))
    return readStudy(folder).study;
  const copy = join(scratch, basename(folder));
  cpSync(folder, copy, { recursive: true });
  importFiles(copy, [join(copy, 'quotes.csv')], { at: '2026-01-01T00:00:00Z' });
  return readStudy(copy).study;
}

/** Each way to rank; one by lot with as many seeds as are to be averaged. */
function listRankers({ ours, longest, central }: Ground, seeds: number) {
  const lots = Array.from({ length: seeds }, (_, seed) => rankByLot(seed));
  return [
    { name: 'ours', rankers: [ours] },
    { name: `by lot (${seeds} seeds)`, rankers: lots },
    { name: 'longest first', rankers: [longest] },
    { name: 'centroid only', rankers: [central] },
  ] as const;
}

function printImportant(ground: Ground): void {
  const themes = ground.themes.filter(
    ({ quotes }) =>
      quotes.some(({ important }) => important === true) &&
      quotes.some(({ important }) => important !== true),
  );
  if (themes.length === 0) {
    console.log('  no theme has a quote that is marked as important ("important": true) beside others');
    return;
  }
  const marked = new Set(themes.flatMap(({ quotes }) => quotes.filter((quote) => quote.important === true)));
  console.log(`  ${marked.size} quotes marked as important, in ${themes.length} themes`);
  console.log(`  ${''.padEnd(20)} ${'AUC'.padStart(7)} ${'P at 3'.padStart(7)} ${'of best'.padStart(7)}`);
  for (const { name, rankers } of listRankers(ground, SEEDS)) {
    const rate = (measure: (ranker: Ranker, theme: (typeof themes)[number]) => number) =>
      mean(rankers.map((ranker) => mean(themes.map((theme) => measure(ranker, theme)))));
    const cells = [
      rate((ranker, { quotes }) => findAuc(ranker(quotes))),
      rate((ranker, { quotes }) => countFirst(ranker(quotes), 3)),
      rate((ranker, { quotes }) => findPrecision(ranker(quotes), 3)),
    ];
    console.log(`  ${name.padEnd(20)} ${cells.map((cell) => cell.toFixed(3).padStart(7)).join(' ')}`);
  }
}

/** Share of the first `count` that is important. */
const countFirst = (ranked: ReturnType<Ranker>, count: number) =>
  ranked.slice(0, count).filter(({ important }) => important === true).length / count;

const isPrintable = (words: number) => words >= FEWEST_WORDS && words <= MOST_WORDS;

function printChoice(ground: Ground): void {
  const themes = ground.themes
    .map(({ quotes }) => quotes.filter(({ exact }) => isPrintable(exact.split(/\s+/).length)))
    .filter((quotes) => quotes.length >= 2 * CHOSEN);
  if (themes.length === 0) return;
  console.log(`  ${CHOSEN} of the quotes of each of ${themes.length} themes with ${2 * CHOSEN} or more`);
  const columns = ['coverage', 'redundancy', 'people', 'words'] as const;
  console.log(`  ${''.padEnd(20)} ${columns.map((column) => column.padStart(10)).join(' ')}`);
  for (const { name, rankers } of listRankers(ground, 20)) {
    const figures = rankers.flatMap((ranker) =>
      themes.map((quotes) => rateChoice(quotes, ranker(quotes).slice(0, CHOSEN), ground.personOf)),
    );
    const cell = (column: keyof ChoiceFigures) =>
      mean(figures.map((figure) => figure[column])).toFixed(column === 'words' ? 1 : 3);
    console.log(`  ${name.padEnd(20)} ${columns.map((column) => cell(column).padStart(10)).join(' ')}`);
  }
}

function printStudy(study: Study): void {
  console.log(`${study.settings.name}: ${study.quotes.length} quotes`);
  const ground = layGround(study);
  printImportant(ground);
  printChoice(ground);
}

function listFolders(named: readonly string[]): readonly string[] {
  if (named.length > 0) return named.map((folder) => resolve(folder));
  const beside = ['serdif', 'pdpilot'].map((name) => join(studies, name));
  return [join(root, 'data', 'sample'), ...beside.filter((folder) => existsSync(folder))];
}

const scratch = mkdtempSync(join(tmpdir(), 'themeloom-pick-'));
try {
  for (const folder of listFolders(process.argv.slice(2))) {
    const study = openStudy(folder, scratch);
    printStudy(study);
  }
  if (process.argv.length <= 2 && existsSync(corpora)) printStudy(readArgumentStudy(corpora));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
