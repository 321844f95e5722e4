import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Command } from 'commander';
import { createColors } from 'picocolors';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addTag } from '../../src/cli/commands/tag.js';
import type { Door, ExitCode } from '../../src/cli/door.js';
import { runWork } from '../../src/cli/shell.js';
import { fitModel } from '../../src/pipeline/fit-model.js';
import { writeModel } from '../../src/workspace/model-file.js';
import { readStudy } from '../../src/workspace/read-study.js';
import { buildStudy, buildTheme } from '../pipeline/build-study.js';
import { root, runCli } from './run-cli.js';

const folder = mkdtempSync(join(tmpdir(), 'themeloom-tag-'));
const model = join(folder, 'sample.model.json');
const sample = join(root, 'data', 'sample');
/** The command line as a process of its own. */
const program = ['--import', 'tsx', join(root, 'src', 'cli', 'main.ts')];

beforeAll(async () => {
  const { code } = await runCli(folder, 'model', model, '--study', sample, '--quiet');
  expect(code).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const { study } = readStudy(sample);
const lines = study.quotes.map(({ id, exact }) => `${JSON.stringify({ id, text: exact })}\n`);

/** Runs the filter in this process. */
async function tag(input: string, ...args: readonly string[]) {
  let [code, out, told] = [0, '', ''];
  const door: Door = {
    print: () => undefined,
    tell: (message) => {
      told += `${message}\n`;
    },
    isTerminal: false,
    colours: createColors(false),
    now: () => new Date(0),
    folder,
  };
  const run = async (work: () => Promise<ExitCode>) => {
    code = await runWork(work, door);
  };
  const write = async (text: string) => {
    out += text;
  };
  const command = new Command('tag').exitOverride();
  addTag(command, { door, run }, { input: Readable.from([Buffer.from(input)]), write });
  await command.parseAsync(['--model', model, ...args], { from: 'user' });
  return { code, out, told };
}

describe('themeloom model', () => {
  it('tells what the file holds', async () => {
    const run = await runCli(folder, 'model', model, '--study', sample);
    expect(run.code).toBe(0);
    expect(run.out).toContain('of what participants said, no sentence');
    expect(run.told).toContain('[model-left-out]');
  });

  it('tells it as JSON', async () => {
    const run = await runCli(folder, 'model', model, '--study', sample, '--json');
    expect(JSON.parse(run.out)).toMatchObject({ language: 'en', bytes: readFileSync(model).length });
  });
});

describe('themeloom tag', () => {
  it('tags every line in order, and says how many there were', async () => {
    const { code, out, told } = await tag(lines.join(''));
    expect(code).toBe(0);
    expect(told).toBe(`${lines.length} lines\n`);
    const ids = out
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line).id);
    expect(ids).toEqual(study.quotes.map(({ id }) => id));
  });

  it('ends with 1 where a line was bad, and tags the others', async () => {
    const { code, out, told } = await tag(`${lines[0]}nope\n${lines[1]}`);
    expect(code).toBe(1);
    expect(out.split('\n')[1]).toBe('{"error":"the line is not JSON","line":2}');
    expect(out.trimEnd().split('\n')).toHaveLength(3);
    expect(told).toBe('3 lines, 1 of them not usable\n');
  });

  it('reads the text from the field that is named, and leaves out what is below the threshold', async () => {
    const line = '{"quote":"I never know whether I am doing a good job."}\n';
    const { out } = await tag(line, '--text-field', 'quote', '--threshold', '0.99');
    for (const { confidence } of JSON.parse(out).suggestions) expect(confidence).toBeGreaterThanOrEqual(0.99);
  });

  it('gives nothing for nothing', async () => {
    expect(await tag('')).toEqual({ code: 0, out: '', told: '0 lines\n' });
  });

  it('refuses a damaged model in words', async () => {
    const damaged = join(folder, 'damaged.json');
    writeFileSync(damaged, readFileSync(model, 'utf8').slice(0, 1000));
    const { code, told } = await tag('{"text":"a"}\n', '--model', damaged);
    expect(code).toBe(2);
    expect(told).toContain('damaged.json');
    expect(told).toContain('themeloom model FILE');
  });

  it('is quiet where the reader stops early', () => {
    writeFileSync(join(folder, 'many.jsonl'), lines.join('').repeat(20));
    const command = `"$0" ${program.map((part) => `'${part}'`).join(' ')} tag -q -m '${model}' < '${folder}/many.jsonl' | head -n 1`;
    const run = spawnSync('sh', ['-c', command, process.execPath], { cwd: root, encoding: 'utf8' });
    expect(run.stdout.split('\n')).toHaveLength(2);
    expect(run.stderr).toBe('');
  });
});

const hasParallel =
  spawnSync('parallel', ['--version'], { encoding: 'utf8' }).stdout?.includes('GNU') ?? false;

describe('under GNU parallel', () => {
  it.skipIf(!hasParallel)(
    'gives the same bytes as one run (needs the program "parallel")',
    async () => {
      const input = lines.join('').repeat(2);
      const size = String(Math.ceil(Buffer.byteLength(input) / 3));
      const spread = [
        '--will-cite',
        '--pipe',
        '--keep-order',
        '-j2',
        '--block',
        size,
        '-q',
        process.execPath,
      ];
      const out = execFileSync('parallel', [...spread, ...program, 'tag', '--quiet', '--model', model], {
        cwd: root,
        input,
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      });
      expect(out).toBe((await tag(input)).out);
    },
    60_000,
  );
});

/** Kilobytes: the most that a process ever held. */
function readPeak(pid: number): number {
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
}

const LINES = 200_000;
const PADDING = 'x'.repeat(900);

function* makeLines(): Generator<string> {
  for (let line = 0; line < LINES; line += 100) {
    yield Array.from(
      { length: 100 },
      (_, i) => `{"id":${line + i},"text":"The salary was late ${line + i}","note":"${PADDING}"}\n`,
    ).join('');
  }
}

describe.skipIf(!existsSync('/proc/self/status'))('the memory of themeloom tag (needs /proc)', () => {
  it('stays the same over 200,000 lines', async () => {
    const small = join(folder, 'small.json');
    const themes = [buildTheme('pay', { keywords: ['salary'] }), buildTheme('hours')];
    writeModel(small, fitModel(buildStudy({ themes }), '2026-11-25').model);
    // A heap that could not hold what goes through: what is kept ends the process, and garbage is no matter of luck.
    const heap = ['--max-old-space-size=160', '--max-semi-space-size=4'];
    const child = spawn(process.execPath, [...heap, ...program, 'tag', '-q', '-m', small], {
      cwd: root,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    Readable.from(makeLines()).pipe(child.stdin);
    let [count, bytes, early, late] = [0, 0, 0, 0];
    for await (const chunk of child.stdout) {
      bytes += chunk.length;
      for (let at = chunk.indexOf(0x0a); at >= 0; at = chunk.indexOf(0x0a, at + 1)) count += 1;
      if (count < LINES / 4) early = readPeak(child.pid ?? 0);
      else if (count < LINES - 1000) late = readPeak(child.pid ?? 0);
    }
    expect(count).toBe(LINES);
    // Outside the heap are buffers: what came in between is 150 MB and what went out more.
    expect(bytes).toBeGreaterThan(200e6);
    expect(late - early).toBeLessThan(120_000);
  }, 120_000);
});
