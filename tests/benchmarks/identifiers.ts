import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { StudyWords } from '../../src/identifiers/identifier.js';
import { prepareNames } from '../../src/identifiers/names/prepare-names.js';
import { type FoundIdentifier, findAllIdentifiers } from '../../src/pipeline/find-identifiers.js';
import { keyIdentifier } from '../../src/pipeline/list-identifiers.js';
import { parseTranscript } from '../../src/pipeline/parse-transcript.js';
import { findTranscripts } from './find-transcripts.js';
import { isNamed, listRows, measureCover, tellCause } from './identifiers-names.js';
import { hasOrdinaryCasing } from './judge-casing.js';
import { type MarkedText, readMarkedTexts } from './read-marked-texts.js';

// How much of marked identifiers is found, and how many strings a person decides: npm run bench:identifiers -- DIR

/** Words of an interview within which decisions are counted. */
const INTERVIEW = 8000;

type Row = Readonly<Record<string, string | number>>;

type Tally = { marked: number; covered: number; touched: number };

function cover(text: string, found: readonly FoundIdentifier[]): Uint8Array {
  const covered = new Uint8Array(text.length);
  for (const { span } of found) covered.fill(1, span.start, span.end);
  return covered;
}

function tallyRecall(texts: readonly MarkedText[], words: StudyWords): ReadonlyMap<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const { text, spans } of texts) {
    const covered = cover(text, findAllIdentifiers(text, words));
    for (const span of spans) {
      const result = measureCover(text, span, covered);
      for (const label of listRows(text, span)) {
        const tally = tallies.get(label) ?? { marked: 0, covered: 0, touched: 0 };
        tally.marked++;
        if (result === 'full') tally.covered++;
        if (result !== 'none') tally.touched++;
        tallies.set(label, tally);
      }
    }
  }
  return tallies;
}

/** Of what was found of a kind, how much touches something that is marked as anything. */
function tallyPrecision(texts: readonly MarkedText[], words: StudyWords): ReadonlyMap<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const { text, spans } of texts) {
    for (const { kind, span } of findAllIdentifiers(text, words)) {
      const tally = tallies.get(kind) ?? { marked: 0, covered: 0, touched: 0 };
      tally.marked++;
      if (spans.some(({ start, end }) => start < span.end && span.start < end)) tally.touched++;
      tallies.set(kind, tally);
    }
  }
  return tallies;
}

const countWords = (text: string) => text.match(/\S+/g)?.length ?? 0;
const percent = (part: number, whole: number) => (whole === 0 ? '–' : ((100 * part) / whole).toFixed(1));

function printTable(title: string, rows: readonly Row[]): void {
  console.log(`\n${title}`);
  const columns = Object.keys(rows[0] ?? {});
  const width = (column: string) =>
    Math.max(...[column, ...rows.map((row) => `${row[column]}`)].map(({ length }) => length));
  const print = (cell: (column: string) => string) =>
    console.log(
      columns
        .map((column, index) =>
          index === 0 ? cell(column).padEnd(width(column)) : cell(column).padStart(width(column)),
        )
        .join('  '),
    );
  print((column) => column);
  for (const row of rows) print((column) => `${row[column]}`);
}

const isCased = (text: string) => /\p{Lu}/u.test(text);

/**
 * Rules were tuned on every other text of these sets, of Presidio's on those with an even number and of the tweets on those with
 * an odd one; what is counted here is the other half. An earlier state of the rules for names was tuned on all of Presidio's.
 */
const HELD_OUT: readonly (readonly [RegExp, number])[] = [
  [/generated_large/, 1],
  [/wnut17/, 0],
];

function listHeldOut(name: string, all: readonly MarkedText[]): readonly MarkedText[] {
  const half = HELD_OUT.find(([set]) => set.test(name))?.[1];
  return half === undefined ? [] : all.filter(({ text }, index) => index % 2 === half && isCased(text));
}

/** Why names were missed in whole or in part, as far as their form tells. */
function countMisses(texts: readonly MarkedText[], words: StudyWords): readonly Row[] {
  const counts = new Map<string, number>();
  for (const { text, spans } of texts) {
    const covered = cover(text, findAllIdentifiers(text, words));
    for (const span of spans) {
      const result = measureCover(text, span, covered);
      if (!isNamed(span.label) || result === 'full') continue;
      const cause = tellCause(text, span, result === 'part');
      counts.set(cause, (counts.get(cause) ?? 0) + 1);
    }
  }
  return [...counts].toSorted((a, b) => b[1] - a[1]).map(([cause, missed]) => ({ cause, missed }));
}

async function measureSet(name: string, all: readonly MarkedText[]): Promise<void> {
  const words = await prepareNames({ texts: all.map(({ text }) => text), language: 'en' });
  const heldOut = listHeldOut(name, all);
  const parts = [
    ['with capitals', all.filter(({ text }) => isCased(text))],
    ['with capitals, the half that no rule was tuned on', heldOut],
    [
      'with ordinary casing, the half that no rule was tuned on',
      heldOut.filter(({ text }) => hasOrdinaryCasing(text)),
    ],
    ['with ordinary casing (see judge-casing)', all.filter(({ text }) => hasOrdinaryCasing(text))],
    [
      'with capitals, and no ordinary casing',
      all.filter(({ text }) => isCased(text) && !hasOrdinaryCasing(text)),
    ],
    ['without capitals', all.filter(({ text }) => !isCased(text))],
  ] as const;
  for (const [part, texts] of parts) {
    const recall = [...tallyRecall(texts, words)].toSorted((a, b) => a[0].localeCompare(b[0]));
    if (recall.length === 0) continue;
    printTable(
      `${name}, ${texts.length} texts ${part}: recall`,
      recall.map(([label, { marked, covered, touched }]) => ({
        label,
        marked,
        'fully covered %': percent(covered, marked),
        'touched %': percent(touched, marked),
      })),
    );
  }
  const misses = countMisses(heldOut.length > 0 ? heldOut : all.filter(({ text }) => isCased(text)), words);
  if (misses.length > 0)
    printTable(
      `${name}: names missed by cause${heldOut.length > 0 ? ', in the half that no rule was tuned on' : ''}`,
      misses,
    );
  printTable(
    `${name}: precision`,
    [...tallyPrecision(all, words)].map(([kind, { marked, touched }]) => ({
      kind,
      found: marked,
      'touches a marked one %': percent(touched, marked),
    })),
  );
  const distinct = new Set(all.flatMap(({ text }) => findAllIdentifiers(text, words).map(keyIdentifier)));
  const total = all.reduce((sum, { text }) => sum + countWords(text), 0);
  console.log(
    `${distinct.size} distinct strings in ${total} words: ${((1000 * distinct.size) / total).toFixed(1)} per 1,000`,
  );
}

/** The first words of a text, as many as an interview has. */
function cutWords(text: string, most: number): string {
  let seen = 0;
  for (const { index } of text.matchAll(/\S+/g)) if (seen++ === most) return text.slice(0, index);
  return text;
}

type Decisions = { readonly words: number; readonly strings: number };

/** Each interview is a study of its own, which is the hardest case: nothing is learned from others. */
async function countDecisions(text: string, language: 'en' | 'de'): Promise<Decisions> {
  const interview = cutWords(text, INTERVIEW);
  const words = await prepareNames({ texts: [interview], language });
  const strings = new Set(findAllIdentifiers(interview, words).map(keyIdentifier));
  return { words: countWords(interview), strings: strings.size };
}

async function measureInterviews(folder: string): Promise<void> {
  const rules = {
    settings: { coder: 'bench', speakers: {}, transcripts: {} },
    participantIds: new Set<string>(),
  };
  const files = findTranscripts(folder).filter(({ supported }) => supported);
  const rows: Row[] = [];
  for (const set of new Set(files.map((file) => file.set))) {
    const transcripts = files
      .filter((file) => file.set === set)
      .flatMap(
        ({ path }) => parseTranscript({ name: basename(path), bytes: readFileSync(path) }, rules).transcripts,
      );
    const all: Decisions[] = [];
    for (const { transcript } of transcripts)
      all.push(await countDecisions(transcript.text, set.startsWith('german') ? 'de' : 'en'));
    const full = all.filter(({ words }) => words === INTERVIEW).map(({ strings }) => strings);
    const words = all.reduce((sum, each) => sum + each.words, 0);
    rows.push({
      set,
      interviews: all.length,
      words,
      'per 1,000 words': ((1000 * all.reduce((sum, each) => sum + each.strings, 0)) / words).toFixed(1),
      'of 8,000 words': full.length,
      'median strings': full.toSorted((a, b) => a - b)[full.length >> 1] ?? '–',
      'most strings': full.length === 0 ? '–' : Math.max(...full),
    });
  }
  printTable(`Strings to decide in an interview, cut at ${INTERVIEW} words, each a study of its own`, rows);
}

async function main(folder: string): Promise<number> {
  const sets = readMarkedTexts(folder);
  if (sets.length === 0) {
    console.error(`No marked texts in ${folder}: npm run bench:identifiers -- DIR`);
    return 2;
  }
  for (const { name, texts } of sets) await measureSet(name, texts);
  const interviews = join(folder, '..', 'transcripts');
  if (existsSync(interviews)) await measureInterviews(interviews);
  return 0;
}

process.exitCode = await main(
  process.argv[2] ?? join(import.meta.dirname, '..', '..', '..', 'shared', 'corpora', 'identifiers'),
);
