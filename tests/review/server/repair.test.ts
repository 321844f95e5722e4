import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startReview } from '../../../src/review/server/start-review.js';
import { listContents, makeFolder, makeStudy } from '../../workspace/make-study.js';
import { hearEvents } from './hear-events.js';
import { idleAssistant, json, type Opened, openReview, send, signIn } from './open-review.js';

type Headers = Record<string, string>;

const get = async (opened: Opened, headers: Headers, path: string) =>
  JSON.parse((await send(opened.port, `/api/${path}`, { headers })).text);

async function post(opened: Opened, headers: Headers, path: string, body: object) {
  const sent = { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) };
  const { status, text } = await send(opened.port, `/api/${path}`, sent);
  return { status, message: JSON.parse(text) };
}

const act = (opened: Opened, headers: Headers, action: object, id: string = crypto.randomUUID()) =>
  post(opened, headers, 'actions', { id, action });

const memo = { kind: 'write-memo', theme: 'sleep', text: 'Noise.' };
const settings = 'name: Night shifts\ncoder: ana\n';
const taxonomy = 'dimensions:\n  - id: theme\n    themes:\n      - { id: sleep, label: Sleep }\n';
const listPlaces = async (opened: Opened, headers: Headers): Promise<readonly string[]> =>
  (await get(opened, headers, 'problems')).notices
    .filter(({ severity }: { severity: string }) => severity === 'error')
    .map(({ place }: { place: string }) => place);

type Files = Readonly<Record<string, string | Uint8Array | undefined>>;

/** A study that must be mended first, and where it says so. */
const broken: readonly (readonly [title: string, files: Files, place: string])[] = [
  ['study.yaml is no YAML', { 'study.yaml': 'name: x\ncoder: [ana\n' }, 'study.yaml:3:1'],
  [
    'study.yaml has a value that it cannot have',
    { 'study.yaml': 'name: x\napproach: best\n' },
    'study.yaml:2:11',
  ],
  ['study.yaml lacks its name', { 'study.yaml': 'coder: ana\n' }, 'study.yaml:1:1'],
  ['study.yaml is empty', { 'study.yaml': '' }, 'study.yaml:1:1'],
  ['study.yaml is a list', { 'study.yaml': '- name: x\n' }, 'study.yaml:1:1'],
  ['study.yaml is missing', { 'study.yaml': undefined }, 'study.yaml'],
  ['study.yaml is no text', { 'study.yaml': new Uint8Array([0, 1, 2, 0, 0, 3, 0]) }, 'study.yaml'],
  ['taxonomy.yaml is no YAML', { 'taxonomy.yaml': 'dimensions:\n\t- x\n' }, 'taxonomy.yaml:2:1'],
  ['taxonomy.yaml is something else', { 'taxonomy.yaml': 'themes: sleep\n' }, 'taxonomy.yaml:1:1'],
  [
    'participants.csv names nobody',
    { 'participants.csv': 'code,consent\nP01,research\n' },
    'participants.csv:1',
  ],
  [
    'participants.csv never ends',
    { 'participants.csv': 'id,consent\n"P01,research\n' },
    'participants.csv:2',
  ],
  ['every transcript is empty', { 'transcripts/P01.md': '' }, 'transcripts/P01.md'],
];

describe('a study that cannot be used', () => {
  it.each(broken)('opens, to be looked at and mended, where %s', async (_title, files, place) => {
    const folder = makeStudy(files);
    const before = listContents(folder);
    const opened = await openReview(folder, { coders: [] });
    const headers = await signIn(opened);
    const study = await get(opened, headers, 'study');
    expect(study.repair).toEqual({ files: [expect.stringMatching(/^[\w.]+$/)], isDraft: true });
    expect(place.startsWith(study.repair.files[0])).toBe(true);
    expect(await listPlaces(opened, headers)).toContain(place);
    expect(opened.review.repair).toContain('can only be looked at');
    for (const { id } of study.transcripts)
      expect((await get(opened, headers, `transcripts/${id}`)).text).toContain('I wake up at noon');
    await opened.review.close();
    expect(listContents(folder)).toEqual(before);
  });

  it.each(broken)(
    'is answered that it must be mended, and stays to the byte, where %s',
    async (_title, files) => {
      const folder = makeStudy(files);
      const opened = await openReview(folder);
      const headers = await signIn(opened);
      const before = listContents(folder);
      const report = { report: 'themes', format: 'html', consent: 'publication' };
      for (const { status, message } of [
        await act(opened, headers, memo),
        await act(opened, headers, { kind: 'undo' }),
        await act(opened, headers, { kind: 'mark', transcript: 'P01', start: 20, end: 40 }),
        await post(opened, headers, 'reports/write', report),
        await post(opened, headers, 'reports/preview', report),
        await post(opened, headers, 'export', { extension: '.csv' }),
      ]) {
        expect(status).toBe(503);
        expect(message).toMatchObject({ code: 'study-broken', hint: expect.stringContaining('Mend') });
      }
      expect(listContents(folder)).toEqual(before);
    },
  );

  it.each(broken)('goes on as any other as soon as it is mended, where %s', async (_title, files) => {
    const folder = makeStudy(files);
    const opened = await openReview(folder, { coders: [] });
    const headers = await signIn(opened);
    const heard = await hearEvents(opened.port, headers);
    expect(await heard.find(({ kind }) => kind === 'trouble')).toMatchObject({
      message: expect.stringMatching(/./),
    });
    const id = crypto.randomUUID();
    expect((await act(opened, headers, memo, id)).status).toBe(503);
    mend(folder, files);
    await heard.find((event) => event.kind === 'trouble' && event.message === '');
    const study = await get(opened, headers, 'study');
    expect(study).toMatchObject({ name: 'Night shifts', coder: 'ana', problems: { errors: 0 } });
    expect(study.repair).toBeUndefined();
    expect((await act(opened, headers, memo, id)).status).toBe(200);
    expect(readFileSync(join(folder, 'history.jsonl'), 'utf8')).toContain('"by":"ana"');
    const { text } = await get(opened, headers, 'transcripts/P01');
    const start = text.indexOf('The flat');
    expect(
      (await act(opened, headers, { kind: 'mark', transcript: 'P01', start, end: start + 16 })).status,
    ).toBe(200);
  });

  it('takes an action that comes before anybody noticed that it was mended', async () => {
    const folder = makeStudy({ 'study.yaml': 'name: [\n' });
    const opened = await openReview(folder);
    const headers = await signIn(opened);
    writeFileSync(join(folder, 'study.yaml'), settings);
    expect((await act(opened, headers, memo)).status).toBe(200);
  });

  it('lists what else is wrong while it is mended, step by step', async () => {
    const folder = makeStudy({ 'study.yaml': 'name: [\n', 'quotes.jsonl': 'x\n', 'taxonomy.yaml': 'a: [' });
    const opened = await openReview(folder);
    const headers = await signIn(opened);
    const heard = await hearEvents(opened.port, headers);
    expect(await listPlaces(opened, headers)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^study\.yaml:/),
        expect.stringMatching(/^taxonomy/),
        'quotes.jsonl:1:1',
      ]),
    );
    writeFileSync(join(folder, 'quotes.jsonl'), '');
    await heard.find((event) => event.kind === 'changed' && event.told.startsWith('quotes.jsonl'));
    expect(await listPlaces(opened, headers)).not.toContain('quotes.jsonl:1:1');
    writeFileSync(join(folder, 'study.yaml'), settings);
    await heard.find((event) => event.kind === 'changed' && event.told.startsWith('study.yaml'));
    expect((await get(opened, headers, 'study')).repair).toEqual({ files: ['taxonomy.yaml'], isDraft: true });
  });

  it.each([
    'study.yaml',
    'taxonomy.yaml',
    'participants.csv',
    'quotes.jsonl',
    'history.jsonl',
    'boards.jsonl',
    'withdrawals.jsonl',
    'decisions',
    'memos',
    'transcripts',
    'templates',
  ])('opens where something else stands in the place of %s', async (name) => {
    for (const other of ['folder', 'file', 'link out', 'link to nothing', 'circle'] as const) {
      const folder = makeStudy({ 'decisions/ana.jsonl': '' });
      rmSync(join(folder, name), { recursive: true, force: true });
      place(join(folder, name), other);
      const opened = await openReview(folder);
      const headers = await signIn(opened);
      expect((await get(opened, headers, 'study')).coder).toBe('ana');
      expect(JSON.stringify(await get(opened, headers, 'problems'))).not.toContain('root:');
      expect([200, 503]).toContain((await act(opened, headers, memo)).status);
    }
  });
});

function place(path: string, other: 'folder' | 'file' | 'link out' | 'link to nothing' | 'circle'): void {
  if (other === 'folder') mkdirSync(path);
  else if (other === 'file') writeFileSync(path, '\u0000\u0001 no file of ours\n');
  else symlinkSync(other === 'link out' ? '/etc/passwd' : other === 'circle' ? path : `${path}-gone`, path);
}

const whole: Files = {
  'study.yaml': settings,
  'taxonomy.yaml': taxonomy,
  'participants.csv': 'id,consent\nP01,research;publication\n',
  'transcripts/P01.md':
    '**Interviewer:** How do you sleep?\n\n**P01:** Badly. ==I wake up at noon.=={#sleep} The flat is loud.\n',
};

function mend(folder: string, files: Files): void {
  for (const file of Object.keys(files)) writeFileSync(join(folder, file), whole[file] ?? '');
}

describe('what is shown of a study that cannot be used', () => {
  it('is everybody as the transcript calls them, where it is not known who asks', async () => {
    const folder = makeStudy({
      'study.yaml': 'name: [\n',
      'transcripts/P01.md':
        'INT: How do you sleep?\n\nDana R.: Badly.\n\nINT: Why?\n\nDana R.: The flat is loud.\n',
    });
    const opened = await openReview(folder);
    const headers = await signIn(opened);
    const { utterances } = await get(opened, headers, 'transcripts/P01');
    expect(utterances.map(({ speaker, role }: { speaker: string; role: string }) => [speaker, role])).toEqual(
      [
        ['INT', 'unknown'],
        ['Dana R.', 'unknown'],
        ['INT', 'unknown'],
        ['Dana R.', 'unknown'],
      ],
    );
    const { message } = await post(opened, headers, 'snap', { transcript: 'P01', start: 0, end: 9 });
    expect(message).toEqual({ span: null, cut: false, refused: expect.stringContaining('study.yaml') });
    expect((await get(opened, headers, 'problems')).notices).toHaveLength(1);
  });

  it('is what study.yaml says rightly', async () => {
    const folder = makeStudy({
      'study.yaml': 'name: Night shifts\napproach: best\nspeakers: { Dana R.: P01 }\n',
      'transcripts/P01.md': 'Interviewer: How do you sleep?\n\nDana R.: Badly.\n\nDana R.: It is loud.\n',
    });
    const opened = await openReview(folder);
    const headers = await signIn(opened);
    expect((await get(opened, headers, 'study')).name).toBe('Night shifts');
    const { utterances } = await get(opened, headers, 'transcripts/P01');
    expect(utterances.map(({ speaker }: { speaker: string }) => speaker).slice(0, 2)).toEqual([
      'Interviewer',
      'P01',
    ]);
  });

  it('is what was there before, where it breaks while it is open, with what is wrong now', async () => {
    const folder = makeStudy();
    const opened = await openReview(folder);
    const headers = await signIn(opened);
    const heard = await hearEvents(opened.port, headers);
    writeFileSync(join(folder, 'taxonomy.yaml'), 'dimensions: [\n');
    await heard.find((event) => event.kind === 'trouble' && event.message.includes('taxonomy.yaml'));
    const study = await get(opened, headers, 'study');
    expect(study.repair).toEqual({ files: ['taxonomy.yaml'], isDraft: false });
    expect(study.themes).toHaveLength(2);
    expect(await listPlaces(opened, headers)).toEqual([expect.stringMatching(/^taxonomy\.yaml:/)]);
    const waiting = crypto.randomUUID();
    expect(await act(opened, headers, memo, waiting)).toMatchObject({
      status: 503,
      message: { code: 'study-broken' },
    });
    expect(readFileSync(join(folder, 'taxonomy.yaml'), 'utf8')).toBe('dimensions: [\n');
    writeFileSync(join(folder, 'taxonomy.yaml'), taxonomy);
    await heard.find((event) => event.kind === 'trouble' && event.message === '');
    expect((await act(opened, headers, memo, waiting)).status).toBe(200);
    expect((await get(opened, headers, 'study')).themes).toHaveLength(1);
  });

  it('is no reason to forget an action that comes at the moment in which a file breaks', async () => {
    const folder = makeStudy();
    const opened = await openReview(folder);
    const headers = await signIn(opened);
    const [quote] = (await get(opened, headers, 'transcripts/P01')).quotes;
    const decide = { kind: 'decide', quote: quote.id, theme: 'pay', applies: true };
    const files: readonly (readonly [string, string])[] = [
      ['taxonomy.yaml', 'a: ['],
      ['study.yaml', 'a: ['],
    ];
    for (const [file, content] of files) {
      const before = readFileSync(join(folder, file));
      writeFileSync(join(folder, file), content);
      const id = crypto.randomUUID();
      expect((await act(opened, headers, decide, id)).status).toBe(503);
      writeFileSync(join(folder, file), before);
      expect((await act(opened, headers, decide, id)).status).toBe(200);
    }
  });
});

describe('a transcript that cannot be read any more', () => {
  it('lets what was marked in it wait until it is mended', async () => {
    const second = '**P02:** I sleep like a log. The street is quiet.\n';
    const folder = makeStudy({ 'transcripts/P02.md': second });
    const opened = await openReview(folder);
    const headers = await signIn(opened);
    const heard = await hearEvents(opened.port, headers);
    const mark = { kind: 'mark', transcript: 'P02', start: 0, end: 20 };
    const id = crypto.randomUUID();
    writeFileSync(join(folder, 'transcripts/P02.md'), '');
    await heard.find((event) => event.kind === 'changed' && event.told.includes('P02'));
    expect((await get(opened, headers, 'study')).repair).toBeUndefined();
    expect(await act(opened, headers, mark, id)).toMatchObject({
      status: 503,
      message: { code: 'file-broken' },
    });
    expect((await act(opened, headers, memo)).status).toBe(200);
    writeFileSync(join(folder, 'transcripts/P02.md'), second);
    expect((await act(opened, headers, mark, id)).status).toBe(200);
    expect((await act(opened, headers, { ...mark, transcript: 'P99' })).status).toBe(404);
  });
});

describe('a file with a line that cannot be read', () => {
  const line = '{"id":"q_1","transcript":\n';

  it('is not written to until it is mended, and all else goes on', async () => {
    const folder = makeStudy({ 'quotes.jsonl': line });
    const opened = await openReview(folder);
    const headers = await signIn(opened);
    const [quote] = (await get(opened, headers, 'transcripts/P01')).quotes;
    expect((await get(opened, headers, 'study')).repair).toBeUndefined();
    const mark = { kind: 'mark', transcript: 'P01', start: 20, end: 40 };
    const id = crypto.randomUUID();
    expect(await act(opened, headers, mark, id)).toMatchObject({
      status: 503,
      message: {
        code: 'file-broken',
        message: expect.stringContaining('quotes.jsonl'),
        hint: expect.stringContaining('Mend'),
      },
    });
    const decide = { kind: 'decide', quote: quote.id, theme: 'pay', applies: true };
    expect((await act(opened, headers, decide)).status).toBe(200);
    expect((await act(opened, headers, { ...decide, quote: 'q_1' })).status).toBe(503);
    expect((await act(opened, headers, { ...decide, theme: 'none' })).status).not.toBe(503);
    expect(readFileSync(join(folder, 'quotes.jsonl'), 'utf8')).toBe(line);
    writeFileSync(join(folder, 'quotes.jsonl'), '');
    const heard = await hearEvents(opened.port, headers);
    await heard.find((event) => event.kind === 'changed' && event.told.startsWith('quotes.jsonl'));
    expect((await act(opened, headers, mark, id)).status).toBe(200);
    expect(readFileSync(join(folder, 'quotes.jsonl'), 'utf8')).toMatch(/^\{"id":"q_.*\n$/);
  });

  it('keeps everything from being recorded where it is the history, since each action is written there', async () => {
    const folder = makeStudy({ 'history.jsonl': '{"id":1}\n' });
    const opened = await openReview(folder);
    const headers = await signIn(opened);
    expect((await get(opened, headers, 'study')).repair).toEqual({
      files: ['history.jsonl'],
      isDraft: false,
    });
    expect((await act(opened, headers, memo)).status).toBe(503);
    expect(readFileSync(join(folder, 'history.jsonl'), 'utf8')).toBe('{"id":1}\n');
    rmSync(join(folder, 'history.jsonl'));
    expect((await act(opened, headers, memo)).status).toBe(200);
  });
});

describe('a folder without a study', () => {
  it.each([
    ['nothing', {}],
    ['other things', { 'diary.txt': 'dear diary' }],
    ['no transcript but a note on them', { 'transcripts/README.md': 'put them here' }],
  ])('is refused where there is %s, and stays as it is', async (_what, files) => {
    const folder = makeFolder(files);
    const before = listContents(folder);
    const options = { coders: [], now: () => new Date(), assistant: idleAssistant };
    await expect(startReview({ ...options, folder })).rejects.toThrow(
      expect.objectContaining({ code: 'no-study' }),
    );
    expect(listContents(folder)).toEqual(before);
  });
});
