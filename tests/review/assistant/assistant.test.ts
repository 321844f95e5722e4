import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { initStudy, readStudy } from '../../../src/index.js';
import type { Desk } from '../../../src/review/answers/desk.js';
import { type Assistant, startAssistant } from '../../../src/review/assistant/assistant.js';
import type { Asked } from '../../../src/review/assistant/question.js';

const asker = { coder: 'ana', blind: false };
const queue: Asked = { kind: 'queue', query: { theme: '', count: 5 }, ...asker };

const readDesk = (folder: string, version: number): Desk => ({
  reading: readStudy(folder),
  history: [],
  version,
});

const board: Asked = { kind: 'board', theme: 'fear', ...asker };
const search = (q: string): Asked => ({
  kind: 'search',
  query: { q, in: '', theme: '', coder: '', where: [] },
  ...asker,
});

type Started = { readonly assistant: Assistant; readonly made: (version: number) => Promise<void> };

/** Two threads, which take a second or two to load. */
function start(): Started {
  const waiting: { readonly version: number; readonly resolve: () => void }[] = [];
  const heard: number[] = [];
  const desk = readDesk(folder, 1);
  const assistant = startAssistant({
    readDesk: () => desk,
    today: () => '2026-11-22',
    version: '1.2.3',
    onSuggested: (made) => {
      heard.push(made);
      for (const each of waiting) if (each.version <= made) each.resolve();
    },
  });
  const made = (wanted: number) =>
    new Promise<void>((resolve) => {
      if (heard.some((version) => version >= wanted)) resolve();
      else waiting.push({ version: wanted, resolve });
    });
  return { assistant, made };
}

const scratch = mkdtempSync(join(tmpdir(), 'themeloom-'));
const folder = join(scratch, 'study');
let started: Started;

beforeAll(() => {
  initStudy(folder, { sample: false });
  started = start();
});

afterAll(async () => {
  await started.assistant.close();
  rmSync(scratch, { recursive: true, force: true });
});

const ask = async (asked: Asked) => JSON.parse((await started.assistant.ask(asked)).json);

describe('the assistant', () => {
  it('answers at once, and has suggestions when they are made', async () => {
    expect(await ask(search('desk'))).toMatchObject({ total: 1 });
    await started.made(1);
    expect(await ask(queue)).toMatchObject({ ready: true, version: 1 });
  });

  it('answers from a study as it is after a change, and makes suggestions anew', async () => {
    const changes = [{ kind: 'memo', theme: 'fear', before: null, after: 'Noise.' } as const];
    const action = { kind: 'write-memo', theme: 'fear', text: 'Noise.' } as const;
    const entry = { id: crypto.randomUUID(), at: '2026-11-22T12:00:00Z', by: 'ana', action, changes };
    expect((await ask(board)).memo).toBe('');
    started.assistant.change({ ...readDesk(folder, 2), history: [entry] });
    expect((await ask(board)).memo).toBe('Noise.');
    await started.made(2);
    expect(await ask(queue)).toMatchObject({ ready: true, version: 2 });
  });

  it('refuses a question about what does not exist, and answers the next', async () => {
    const wrong = started.assistant.ask({ kind: 'passages', transcript: 'P99', ...asker });
    await expect(wrong).rejects.toThrow(expect.objectContaining({ code: 'unknown-transcript' }));
    expect(await ask({ kind: 'passages', transcript: 'P01', ...asker })).toHaveProperty('ready');
  });

  it('gives a report as a page, and writes it where the command line does', async () => {
    const request = { report: 'codebook', format: 'html', consent: 'publication' };
    const preview = await started.assistant.ask({
      kind: 'preview-report',
      request,
      path: '/preview/x',
      ...asker,
    });
    expect(JSON.parse(preview.json).path).toBe('/preview/x');
    expect(preview.page).toMatch(/^<!doctype html>/i);
    const written = await ask({ kind: 'write-report', request, ...asker });
    expect(written).toEqual({ folder: join(folder, 'reports'), written: ['codebook.html'], unchanged: [] });
    expect(readFileSync(join(folder, 'reports', 'codebook.html'), 'utf8')).toContain('Room to decide');
  });

  it('gives the bytes of a file for another tool', async () => {
    const { file } = await started.assistant.ask({ kind: 'export', extension: '.jsonl', ...asker });
    expect(new TextDecoder().decode(file)).toContain('the list and the blame');
  });

  it('answers from a study that was read anew', async () => {
    writeFileSync(join(folder, 'transcripts', 'P02.md'), '**P02:** I sleep like a log.\n');
    started.assistant.reload(readDesk(folder, 3));
    expect(await ask(search('log'))).toMatchObject({ total: 1 });
  });

  it('leaves no question open when it ends', async () => {
    const told = expect(started.assistant.ask(queue)).rejects.toThrow(
      expect.objectContaining({ code: 'try-again' }),
    );
    await started.assistant.close();
    await told;
    await expect(started.assistant.ask(queue)).rejects.toThrow(
      expect.objectContaining({ code: 'try-again' }),
    );
  });
});
