import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseTranscript } from '../../src/pipeline/parse-transcript.js';
import { growCodedStudy } from './grow-coded-study.js';
import { growSources } from './grow-sources.js';
import { growStudy } from './grow-study.js';
import { repeatNode, runNode, timeWork } from './measure.js';
import { measureAnalyses } from './study-analyses.js';

const root = join(import.meta.dirname, '..', '..');
const sample = join(root, 'data', 'sample');
const main = join(root, 'dist', 'cli', 'main.js');
const scratch = mkdtempSync(join(tmpdir(), 'themeloom-bench-'));
const rules = {
  settings: { coder: 'ana', interviewers: undefined, speakers: {}, transcripts: {} },
  participantIds: new Set<string>(),
};
const show = (name: string, figure: string, limit: string) =>
  console.log(`${name.padEnd(46)} ${figure.padEnd(22)} ${limit}`);
const tellRate = (bytes: number, milliseconds: number) =>
  `${(bytes / 1e6 / (milliseconds / 1000)).toFixed(1)} MB/s`;
const inSeconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(2)} s`;

function benchStart(): void {
  const bare = repeatNode(['-e', ''], 7);
  const help = repeatNode([main, '--help'], 7);
  const run = repeatNode([main, 'run', '--study', sample, '--output', join(scratch, 'reports')], 5);
  show('bare Node', inSeconds(bare.milliseconds), '');
  show(
    'themeloom --help',
    inSeconds(help.milliseconds),
    `under 0.15 s; ${(help.milliseconds / bare.milliseconds).toFixed(1)} × bare Node`,
  );
  show(
    'themeloom run on the sample',
    inSeconds(run.milliseconds),
    `under 1.5 s; ${run.megabytes.toFixed(0)} MB`,
  );
}

/** Reads a folder as the parser does, and as Node's own read, lower-case and split would, in one run. */
function benchParsing(folder: string): void {
  const paths = readdirSync(folder).map((name) => ({ name, path: join(folder, name) }));
  const bytes = paths.reduce((sum, { path }) => sum + readFileSync(path).length, 0);
  let seen = 0;
  const split = timeWork(() => {
    for (const { path } of paths)
      seen += readFileSync(path, 'utf8')
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u).length;
  }, 5);
  const parse = timeWork(() => {
    for (const { name, path } of paths)
      seen += parseTranscript({ name, bytes: readFileSync(path) }, rules).transcripts.length;
  }, 5);
  const rate = (milliseconds: number) => tellRate(bytes, milliseconds);
  show('Node reads, lower-cases, splits', rate(split), `${seen} words and transcripts seen`);
  show('parse', rate(parse), `at least 0.33 ×: ${(split / parse).toFixed(2)} ×`);
}

function benchLargeStudy(): void {
  const folder = join(scratch, 'large');
  const grown = growStudy(sample, folder, { transcripts: 1250, words: 2_000_000 });
  const figures = runNode([main, 'run', '--study', folder, '--quiet']);
  const size = `${grown.transcripts} transcripts, ${(grown.words / 1e6).toFixed(1)} M words, ${grown.marks} quotes`;
  show(
    'themeloom run on a large study',
    inSeconds(figures.milliseconds),
    `under 400 MB: ${figures.megabytes.toFixed(0)} MB; ${size}`,
  );
  benchParsing(join(folder, 'transcripts'));
}

/** The analyses of a coded study, and the report of its themes, beside `check` of the same. */
async function benchAnalyses(): Promise<void> {
  const folder = join(scratch, 'coded');
  const dealt = { answersPerMark: 2, themes: 60, attributes: 5, coders: 2 } as const;
  const size = { transcripts: 1250, words: 2_000_000, ...dealt };
  const quotes = growCodedStudy(sample, folder, size);
  const check = runNode([main, 'check', '--study', folder, '--quiet']);
  const times = await measureAnalyses(folder);
  const beyond = [...times].filter(([name]) => name !== 'parsing');
  const all = beyond.reduce((sum, [, time]) => sum + time, 0);
  show('themeloom check on a coded study', inSeconds(check.milliseconds), `${quotes} quotes, 60 themes`);
  show(
    'its analyses and themes report',
    inSeconds(all),
    `under 5 s beyond parsing; ${(all / check.milliseconds).toFixed(2)} × check`,
  );
  for (const [name, time] of beyond)
    show(`  ${name}`, inSeconds(time), `${(time / check.milliseconds).toFixed(2)} × check`);
}

function benchFormats(): void {
  for (const source of growSources(10_000)) {
    let format = '';
    const time = timeWork(() => {
      format = parseTranscript(source, rules).format;
    }, 3);
    const { length } = source.bytes;
    show(`parse ${format}`, tellRate(length, time), `${(length / 1e6).toFixed(2)} MB, 10,000 turns`);
  }
}

/** A project of another tool that our own export stands in for. */
function benchProject(): void {
  const [folder, empty] = [join(scratch, 'exported'), join(scratch, 'empty')];
  const dealt = { answersPerMark: 2, themes: 60, attributes: 5, coders: 1 } as const;
  const size = { transcripts: 200, words: 1_900_000, ...dealt };
  const quotes = growCodedStudy(sample, folder, size);
  const project = join(scratch, 'study.qdpx');
  runNode([main, 'export', project, '--study', folder, '--quiet']);
  mkdirSync(empty);
  writeFileSync(join(empty, 'study.yaml'), 'name: Taken in\ncoder: ana\n');
  const figures = runNode([main, 'import', project, '--study', empty, '--quiet']);
  show(
    'themeloom import of a .qdpx',
    inSeconds(figures.milliseconds),
    `under 5 s and 500 MB: ${figures.megabytes.toFixed(0)} MB; 200 sources, ${quotes} selections`,
  );
}

try {
  benchStart();
  benchLargeStudy();
  benchFormats();
  benchProject();
  await benchAnalyses();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
