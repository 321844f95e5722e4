import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { StudyWords } from '../../src/identifiers/identifier.js';
import { prepareNames } from '../../src/identifiers/names/prepare-names.js';
import { readKey } from '../../src/identifiers/names/read-key.js';
import { allowedWords } from '../../src/identifiers/words/allow-list.js';
import type { Span } from '../../src/model/span.js';
import { type FoundIdentifier, findAllIdentifiers } from '../../src/pipeline/find-identifiers.js';
import { keyIdentifier } from '../../src/pipeline/list-identifiers.js';
import { parseTranscript } from '../../src/pipeline/parse-transcript.js';
import { findTranscripts } from './find-transcripts.js';
import { hasOrdinaryCasing } from './judge-casing.js';
import { type MarkedText, readMarkedTexts } from './read-marked-texts.js';

// How much of marked identifiers is found, and how many strings a person decides: npm run bench:identifiers -- DIR

/** Labels of the corpora by what they are called here; other labels are shown under their own names. */
const NAMES = new Set(['person', 'place', 'organisation']);
/** Words of an interview within which decisions are counted. */
const INTERVIEW = 8000;

type Row = Readonly<Record<string, string | number>>;

type Tally = { marked: number; covered: number; touched: number };

/** Letters and digits of a span that no found span covers, as a share of zero, some or all. */
function measureCover(text: string, span: Span, covered: Uint8Array): 'full' | 'part' | 'none' {
  let open = 0;
  let shut = 0;
  for (let index = span.start; index < span.end; index++) {
    if (!/[\p{L}\p{M}\p{N}]/u.test(text[index] ?? '')) continue;
    if (covered[index] === 1) shut++;
    else open++;
  }
  if (open === 0) return 'full';
  return shut === 0 ? 'none' : 'part';
}

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
      for (const label of listLabels(text, span)) {
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

/** Names are counted together too, and apart where the name itself has no capital. */
function listLabels(text: string, span: MarkedText['spans'][number]): readonly string[] {
  if (!NAMES.has(span.label)) return [span.label];
  const marked = text.slice(span.start, span.end);
  if (!/\p{Lu}/u.test(marked)) return [`${span.label} in lower case`, 'all names in lower case'];
  const isShared = marked.split(/\s+/u).every((word) => allowedWords.has(readKey(word)));
  return [span.label, 'all names', ...(isShared ? [] : ['all names but those of the shared list'])];
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
 * The rules for organisations, addresses and first words were tuned on every other text of this set, and on nothing else; an
 * earlier state of the rules for names was tuned on all of it.
 */
const TUNED_ON = /generated_large/;

function listHeldOut(name: string, all: readonly MarkedText[]): readonly MarkedText[] {
  return TUNED_ON.test(name) ? all.filter(({ text }, index) => index % 2 === 1 && isCased(text)) : [];
}

async function measureSet(name: string, all: readonly MarkedText[]): Promise<void> {
  const words = await prepareNames({ texts: all.map(({ text }) => text), language: 'en' });
  const parts = [
    ['with capitals', all.filter(({ text }) => isCased(text))],
    ['with capitals, the half that no rule was tuned on', listHeldOut(name, all)],
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
