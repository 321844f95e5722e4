import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseTranscript } from '../../src/pipeline/parse-transcript.js';
import { growStudy } from './grow-study.js';
import { repeatNode, runNode, timeWork } from './measure.js';

const root = join(import.meta.dirname, '..', '..');
const sample = join(root, 'data', 'sample');
const main = join(root, 'dist', 'cli', 'main.js');
const scratch = mkdtempSync(join(tmpdir(), 'themeloom-bench-'));
const show = (name: string, figure: string, limit: string) =>
  console.log(`${name.padEnd(46)} ${figure.padEnd(22)} ${limit}`);
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
  const rules = {
    settings: { coder: 'ana', interviewers: undefined, speakers: {}, transcripts: {} },
    participantIds: new Set<string>(),
  };
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
  const rate = (milliseconds: number) => `${(bytes / 1e6 / (milliseconds / 1000)).toFixed(0)} MB/s`;
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

try {
  benchStart();
  benchLargeStudy();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
