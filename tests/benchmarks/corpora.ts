import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { ToolkitError } from '../../src/errors.js';
import { extractPdfText } from '../../src/formats/pdf/extract-pdf-text.js';
import { type ParsedSource, parseTranscript } from '../../src/pipeline/parse-transcript.js';
import { type FoundFile, findTranscripts } from './find-transcripts.js';

// Parses every transcript below a folder and prints what was read, set by set: npm run corpora -- DIR

const rules = {
  settings: { coder: 'corpora', speakers: {}, transcripts: {} },
  participantIds: new Set<string>(),
};

type Outcome = {
  readonly file: FoundFile;
  readonly bytes: number;
  /** Milliseconds. */
  readonly parseTime: number;
  /** Milliseconds in which Node decodes, lower-cases and splits the same bytes. */
  readonly splitTime: number;
  readonly source?: ParsedSource;
  readonly error?: string;
  /** By its content the file is no transcript at all. */
  readonly isOther?: boolean;
};

/** Why files that are no transcripts by their name are not read, by extension. */
const reasons: Readonly<Record<string, string>> = {
  '.qdpx': 'a study of another tool, for themeloom import',
  '.xsd': 'a schema',
  '.yaml': 'the settings of a study',
};

async function parseFile(file: FoundFile): Promise<Outcome> {
  const bytes = readFileSync(file.path).length;
  const splitTime = time(() => readFileSync(file.path, 'utf8').toLowerCase().split(/\s+/)).ms;
  try {
    const text = file.extension === '.pdf' ? await readPdf(file) : undefined;
    const parsed = time(() =>
      parseTranscript(text ?? { name: file.name, bytes: readFileSync(file.path) }, rules),
    );
    return { file, bytes, parseTime: parsed.ms, splitTime, source: parsed.value };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const isOther = error instanceof ToolkitError && error.code === 'unknown-format';
    return { file, bytes, parseTime: 0, splitTime, error: message, isOther };
  }
}

/** What themeloom import makes of a PDF. */
async function readPdf({
  name,
  path,
}: FoundFile): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const { text } = await extractPdfText({ name, bytes: readFileSync(path) });
  return { name: name.replace(/pdf$/i, 'txt'), bytes: new TextEncoder().encode(text) };
}

async function parseFiles(files: readonly FoundFile[]): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const file of files) outcomes.push(await parseFile(file));
  return outcomes;
}

function time<Value>(work: () => Value): { readonly value: Value; readonly ms: number } {
  const start = performance.now();
  const value = work();
  return { value, ms: performance.now() - start };
}

function sum<Item>(items: readonly Item[], count: (item: Item) => number): number {
  return items.reduce((total, item) => total + count(item), 0);
}

function describeSet(set: string, outcomes: readonly Outcome[]): Record<string, string | number> {
  const read = outcomes.filter(({ source }) => source !== undefined);
  const transcripts = read
    .flatMap(({ source }) => source?.transcripts ?? [])
    .map(({ transcript }) => transcript);
  const utterances = transcripts.flatMap((transcript) => transcript.utterances);
  const unknown = utterances.filter(({ speaker }) => speaker.kind === 'unknown').length;
  return {
    set,
    files: outcomes.length,
    read: read.length,
    transcripts: transcripts.length,
    utterances: utterances.length,
    words: sum(transcripts, ({ text }) => text.match(/\S+/g)?.length ?? 0),
    unknown: `${utterances.length === 0 ? 0 : Math.round((100 * unknown) / utterances.length)} %`,
    notices: sum(read, ({ source }) => source?.notices.length ?? 0),
    ...describeSpeed(read),
  };
}

function describeSpeed(read: readonly Outcome[]): Record<'MB/s' | 'of split', string> {
  const parseTime = sum(read, (outcome) => outcome.parseTime);
  const megabytes = sum(read, ({ bytes }) => bytes) / 1e6;
  if (read.length === 0) return { 'MB/s': '–', 'of split': '–' };
  return {
    'MB/s': (megabytes / (parseTime / 1000)).toFixed(1),
    'of split': (sum(read, ({ splitTime }) => splitTime) / parseTime).toFixed(2),
  };
}

function printTable(rows: readonly Record<string, string | number>[]): void {
  const columns = Object.keys(rows[0] ?? {});
  const width = (column: string) =>
    Math.max(...[column, ...rows.map((row) => `${row[column]}`)].map(({ length }) => length));
  const widths = new Map(columns.map((column) => [column, width(column)]));
  const print = (cells: Record<string, string | number>) =>
    console.log(
      columns
        .map((column, index) => {
          const cell = `${cells[column]}`;
          return index === 0 ? cell.padEnd(widths.get(column) ?? 0) : cell.padStart(widths.get(column) ?? 0);
        })
        .join('  '),
    );
  print(Object.fromEntries(columns.map((column) => [column, column])));
  rows.forEach(print);
}

function printNotReadable(files: readonly FoundFile[]): void {
  const counts = new Map<string, number>();
  for (const { set, extension } of files) {
    const key = `${set} ${extension === '' ? '(no extension)' : extension}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  if (counts.size === 0) return;
  console.log('\nNot read:');
  for (const [key, count] of counts) {
    console.log(
      `  ${key}: ${count} (${reasons[key.slice(key.indexOf(' ') + 1)] ?? 'in no format that is read yet'})`,
    );
  }
}

async function main(folder: string | undefined): Promise<number> {
  if (folder === undefined) {
    console.error('Name a folder: npm run corpora -- DIR');
    return 2;
  }
  const found = findTranscripts(folder);
  const isRead = ({ supported, extension }: FoundFile) => supported || extension === '.pdf';
  const supported = found.filter(isRead);
  // The first pass lets Node compile the parser, so that the second measures reading and not starting.
  await parseFiles(supported);
  const outcomes = await parseFiles(supported);
  const sets = [...new Set(outcomes.map(({ file }) => file.set))];
  const rows = sets.map((set) =>
    describeSet(
      set,
      outcomes.filter(({ file }) => file.set === set),
    ),
  );
  if (rows.length === 0) console.log(`No transcripts in ${folder}`);
  else printTable([...rows, describeSet('all', outcomes)]);
  printNotReadable(found.filter((file) => !isRead(file)));
  for (const { file } of outcomes.filter(({ isOther }) => isOther))
    console.log(`  ${file.path}: no transcript by its content`);
  const failed = outcomes.filter(({ error, isOther }) => error !== undefined && isOther !== true);
  for (const { file, error } of failed) console.error(`not read: ${file.path}: ${error}`);
  return failed.length === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv[2]);
