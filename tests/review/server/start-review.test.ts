import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ToolkitError } from '../../../src/errors.js';
import { folderRecorder, type Recorder } from '../../../src/review/server/recorder.js';
import { startReview } from '../../../src/review/server/start-review.js';
import { makeFolder, makeStudy } from '../../workspace/make-study.js';
import { hearEvents } from './hear-events.js';
import { idleAssistant, json, type Opened, openReview, send, signIn } from './open-review.js';

const marker = '.themeloom-review';
const options = { coders: ['ana'], now: () => new Date(), assistant: idleAssistant };

type Headers = Record<string, string>;

async function act(opened: Opened, headers: Headers, action: object, id: string = crypto.randomUUID()) {
  const body = JSON.stringify({ id, action });
  const answered = await send(opened.port, '/api/actions', {
    method: 'POST',
    headers: { ...json, ...headers },
    body,
  });
  return { status: answered.status, message: JSON.parse(answered.text) };
}

const get = async (opened: Opened, headers: Headers, path: string) =>
  JSON.parse((await send(opened.port, `/api/${path}`, { headers })).text);

const memo = (text: string) => ({ kind: 'write-memo', theme: 'sleep', text });

describe('a review', () => {
  it('shows the study, and an action that is acknowledged is in its folder', async () => {
    const folder = makeStudy();
    const opened = await openReview(folder);
    const headers = await signIn(opened);
    const study = await get(opened, headers, 'study');
    expect(study).toMatchObject({ name: 'Night shifts', coder: 'ana', quotes: { total: 1 } });
    const { text, quotes } = await get(opened, headers, 'transcripts/P01');
    const start = text.indexOf('The flat');
    const snapped = await send(opened.port, '/api/snap', {
      method: 'POST',
      headers: { ...json, ...headers },
      body: JSON.stringify({ transcript: 'P01', start: start + 1, end: start + 10 }),
    });
    expect(JSON.parse(snapped.text).span).toEqual({ start, end: start + 'The flat is'.length });
    expect(quotes).toHaveLength(1);
    const marked = await act(opened, headers, {
      kind: 'mark',
      transcript: 'P01',
      start,
      end: start + 'The flat is loud'.length,
      themes: ['pay'],
    });
    expect(marked).toMatchObject({ status: 200, message: { made: expect.stringMatching(/^q_/) } });
    expect(marked.message.version).toBeGreaterThan(study.version);
    expect(readFileSync(join(folder, 'quotes.jsonl'), 'utf8')).toContain(marked.message.made);
    expect(readFileSync(join(folder, 'decisions/ana.jsonl'), 'utf8')).toContain('"theme":"pay"');
    expect((await get(opened, headers, 'study')).quotes.total).toBe(2);
  });

  it('carries the same request out once, however often it comes', async () => {
    const folder = makeStudy();
    const opened = await openReview(folder);
    const headers = await signIn(opened);
    const id = crypto.randomUUID();
    const first = await act(opened, headers, memo('Noise.'), id);
    expect(await act(opened, headers, memo('Noise.'), id)).toEqual(first);
    expect(readFileSync(join(folder, 'history.jsonl'), 'utf8').trim().split('\n')).toHaveLength(1);
  });

  it('says why an action is refused, and does nothing', async () => {
    const folder = makeStudy();
    const opened = await openReview(folder);
    const headers = await signIn(opened);
    const refused = await act(opened, headers, { kind: 'undo' });
    expect(refused.status).toBe(409);
    expect(refused.message).toMatchObject({ code: 'nothing-to-undo', message: expect.any(String) });
    expect(existsSync(join(folder, 'history.jsonl'))).toBe(false);
  });

  it('tells every window what another one did, within a second', async () => {
    const opened = await openReview(makeStudy(), { coders: ['ana', 'ben'] });
    const [ana, ben] = [await signIn(opened, 0), await signIn(opened, 1)];
    const heard = await Promise.all([hearEvents(opened.port, ana), hearEvents(opened.port, ben)]);
    const { message } = await act(opened, ben, memo('Noise.'));
    const events = await Promise.all(
      heard.map(({ find }) => find((event) => event.kind === 'changed' && event.by !== '')),
    );
    for (const event of events)
      expect(event).toEqual({
        kind: 'changed',
        version: message.version,
        by: 'ben',
        told: message.told,
        what: ['memos'],
      });
  });

  it('records each action under the coder whose token opened the window', async () => {
    const folder = makeStudy();
    const opened = await openReview(folder, { coders: ['ana', 'ben'] });
    const [quote] = (await get(opened, await signIn(opened, 0), 'transcripts/P01')).quotes;
    await act(opened, await signIn(opened, 1), {
      kind: 'decide',
      quote: quote.id,
      theme: 'pay',
      applies: true,
    });
    expect(readFileSync(join(folder, 'decisions/ben.jsonl'), 'utf8')).toContain('"theme":"pay"');
    expect(existsSync(join(folder, 'decisions/ana.jsonl'))).toBe(false);
  });

  it('leaves other coders out in blind mode', async () => {
    const opened = await openReview(
      makeStudy({
        'decisions/ben.jsonl': '',
      }),
      { coders: ['ana', 'ben'] },
    );
    const [ana, ben] = [await signIn(opened, 0), await signIn(opened, 1)];
    const [quote] = (await get(opened, ana, 'transcripts/P01')).quotes;
    await act(opened, ben, { kind: 'decide', quote: quote.id, theme: 'pay', applies: true });
    expect(JSON.stringify(await get(opened, ana, 'transcripts/P01'))).toContain('"ben"');
    expect(JSON.stringify((await get(opened, ana, 'transcripts/P01?blind=1')).quotes)).not.toContain('"ben"');
  });

  it('ends every connection, takes its marker away and leaves the port free', async () => {
    const folder = makeStudy();
    const opened = await openReview(folder);
    const heard = await hearEvents(opened.port, await signIn(opened));
    expect(existsSync(join(folder, marker))).toBe(true);
    await opened.review.close();
    await heard.ended;
    expect(existsSync(join(folder, marker))).toBe(false);
    await expect(send(opened.port, '/')).rejects.toThrow(/ECONNREFUSED/);
  });

  it('says so where the page was not built', async () => {
    const opened = await openReview(makeStudy(), { page: new Map() });
    const { status, text } = await send(opened.port, '/');
    expect(status).toBe(503);
    expect(text).toMatch(/npm run build/);
  });
});

describe('a review for others in the network', () => {
  it('gives each coder an address of their own, good on several devices', async () => {
    const opened = await openReview(makeStudy(), { coders: ['ana', 'ben'], host: '0.0.0.0' });
    expect(opened.review.links.map(({ coder }) => coder)).toEqual(['ana', 'ben']);
    expect(new Set(opened.tokens).size).toBe(2);
    for (const coder of [0, 1, 1, 0]) {
      const headers = await signIn(opened, coder);
      expect((await get(opened, headers, 'study')).coder).toBe(['ana', 'ben'][coder]);
    }
  });

  it('knows this machine by its addresses, and by no other name', async () => {
    const opened = await openReview(makeStudy(), { host: '0.0.0.0' });
    for (const { url } of opened.review.links) expect(new URL(url).hostname).not.toBe('0.0.0.0');
    const headers = { host: `attacker.example:${opened.port}` };
    expect((await send(opened.port, '/', { headers })).status).toBe(403);
  });

  it.each(['consensus', 'a/b', '../ana', '', '.hidden', 'a b'])('lets nobody be called %j', async (coder) => {
    const folder = makeStudy();
    await expect(startReview({ ...options, folder, coders: [coder] })).rejects.toThrow(
      expect.objectContaining({ code: 'bad-coder' }),
    );
    expect(existsSync(join(folder, marker))).toBe(false);
  });

  it('takes the coder of study.yaml where none is named', async () => {
    const opened = await openReview(makeStudy(), { coders: [] });
    expect(opened.review.links).toMatchObject([{ coder: 'ana' }]);
  });
});

describe('a second review of the same study', () => {
  it('is refused with the address of the first, which goes on', async () => {
    const folder = makeStudy();
    const opened = await openReview(folder);
    await expect(startReview({ ...options, folder })).rejects.toThrow(
      expect.objectContaining({
        code: 'review-running',
        message: expect.stringContaining(`http://127.0.0.1:${opened.port}`),
      }),
    );
    expect((await send(opened.port, '/')).status).toBe(200);
  });

  it('takes the port of one that crashed, so that its pages find it again', async () => {
    const folder = makeStudy();
    const first = await openReview(folder);
    const { port } = first;
    await first.review.close();
    writeFileSync(join(folder, marker), `${findDeadProcess()} ${hostname()} 127.0.0.1 ${port}\n`);
    expect((await openReview(folder)).port).toBe(port);
  });

  it('takes another port where that one is used by now', async () => {
    const [folder, other] = [makeStudy(), makeStudy()];
    const { port } = await openReview(other);
    writeFileSync(join(folder, marker), `${findDeadProcess()} ${hostname()} 127.0.0.1 ${port}\n`);
    const opened = await openReview(folder);
    expect(opened.port).not.toBe(port);
    expect((await send(opened.port, '/')).status).toBe(200);
  });

  it.each([
    [
      'a process that goes by the number now and serves nothing',
      () => `${process.pid} ${hostname()} 127.0.0.1 1\n`,
    ],
    ['nothing that can be understood', () => 'x'],
  ])('is no hindrance where the marker names %s', async (_what, content) => {
    const folder = makeStudy({ [marker]: content() });
    expect((await send((await openReview(folder)).port, '/')).status).toBe(200);
  });

  it('respects a marker of another machine', async () => {
    const folder = makeStudy({ [marker]: '1 elsewhere 10.0.0.5 4000\n' });
    await expect(startReview({ ...options, folder })).rejects.toThrow(/another machine/);
  });

  it('is told when a port that it asks for is used', async () => {
    const { port } = await openReview(makeStudy());
    const folder = makeStudy();
    await expect(startReview({ ...options, folder, port })).rejects.toThrow(
      expect.objectContaining({ code: 'port-taken' }),
    );
    expect(existsSync(join(folder, marker))).toBe(false);
  });

  it.each(['10.255.255.254', 'no-such-host.invalid'])('cannot listen at %s', async (host) => {
    await expect(startReview({ ...options, folder: makeStudy(), host })).rejects.toThrow(
      expect.objectContaining({ code: 'no-such-address' }),
    );
  });
});

const findDeadProcess = () => spawnSync(process.execPath, ['-e', '']).pid;

/** A disk that can be made to refuse. */
function breakDisk(): { readonly recorder: Recorder; readonly disk: { failure: ToolkitError | undefined } } {
  const disk: { failure: ToolkitError | undefined } = { failure: undefined };
  const perform: Recorder['perform'] = (recording, job) => {
    if (disk.failure !== undefined) throw disk.failure;
    return folderRecorder.perform(recording, job);
  };
  return { disk, recorder: { ...folderRecorder, perform } };
}

describe('when nothing can be written', () => {
  it.each(['disk-full', 'read-only', 'no-permission', 'study-locked'])(
    'every window hears at once of %s, the action may be sent again, and they hear when it is over',
    async (code) => {
      const { recorder, disk } = breakDisk();
      const opened = await openReview(makeStudy(), { recorder });
      const headers = await signIn(opened);
      const heard = await hearEvents(opened.port, headers);
      disk.failure = new ToolkitError(code, 'history.jsonl cannot be written', { hint: 'Free some space.' });
      const id = crypto.randomUUID();
      const failed = await act(opened, headers, memo('Noise.'), id);
      expect(failed).toMatchObject({ status: 503, message: { code } });
      const trouble = await heard.find(({ kind }) => kind === 'trouble');
      expect(trouble).toEqual({
        kind: 'trouble',
        message: 'history.jsonl cannot be written. Free some space.',
      });
      const late = await hearEvents(opened.port, headers);
      await late.find(({ kind }) => kind === 'trouble');
      disk.failure = undefined;
      expect((await act(opened, headers, memo('Noise.'), id)).status).toBe(200);
      await heard.find((event) => event.kind === 'trouble' && event.message === '');
    },
  );

  it('a disk that is full is not told to be well again because a file was changed on it', async () => {
    const { recorder, disk } = breakDisk();
    const folder = makeStudy();
    const opened = await openReview(folder, { recorder });
    const headers = await signIn(opened);
    const heard = await hearEvents(opened.port, headers);
    disk.failure = new ToolkitError('disk-full', 'history.jsonl cannot be written');
    await act(opened, headers, memo('Noise.'));
    await heard.find(({ kind }) => kind === 'trouble');
    writeFileSync(join(folder, 'boards.jsonl'), '');
    await heard.find((event) => event.kind === 'changed' && event.told.includes('outside'));
    const late = await hearEvents(opened.port, headers);
    expect(await late.find(({ kind }) => kind === 'trouble')).toMatchObject({
      message: 'history.jsonl cannot be written',
    });
  });

  it('a fault of ours is told as one, without a word of what was in it', async () => {
    const recorder: Recorder = {
      ...folderRecorder,
      perform: () => {
        throw new Error('secret words of P01');
      },
    };
    const opened = await openReview(makeStudy(), { recorder });
    const failed = await act(opened, await signIn(opened), memo('x'));
    expect(failed).toMatchObject({ status: 500, message: { code: 'fault' } });
    expect(JSON.stringify(failed)).not.toContain('secret');
  });

  it('a lock of another program is waited out', async () => {
    const folder = makeStudy();
    const opened = await openReview(folder);
    const headers = await signIn(opened);
    writeFileSync(join(folder, '.themeloom.lock'), '1 elsewhere\n');
    expect(await act(opened, headers, memo('x'))).toMatchObject({
      status: 503,
      message: { code: 'study-locked' },
    });
    rmSync(join(folder, '.themeloom.lock'));
    expect((await act(opened, headers, memo('x'))).status).toBe(200);
  });
});

describe('edits from outside', () => {
  it('are noticed, and shown', async () => {
    const folder = makeStudy();
    const opened = await openReview(folder);
    const headers = await signIn(opened);
    const heard = await hearEvents(opened.port, headers);
    const before = await get(opened, headers, 'study');
    writeFileSync(join(folder, 'transcripts/P02.md'), '**P02:** I sleep like a log.\n');
    const event = await heard.find((each) => each.kind === 'changed' && each.what.includes('transcripts'));
    expect(event).toMatchObject({ by: '', told: 'transcripts/P02.md was changed outside' });
    const after = await get(opened, headers, 'study');
    expect(after.version).toBeGreaterThan(before.version);
    expect(after.transcripts.map(({ id }: { id: string }) => id)).toEqual(['P01', 'P02']);
  });

  it('are never overwritten by an action that comes before they were noticed', async () => {
    const folder = makeStudy({ 'decisions/ana.jsonl': '' });
    const opened = await openReview(folder);
    const headers = await signIn(opened);
    const [quote] = (await get(opened, headers, 'transcripts/P01')).quotes;
    const line = { quote: quote.id, theme: 'sleep', applies: false, at: '2026-04-02T09:14:20Z' };
    appendFileSync(join(folder, 'decisions/ana.jsonl'), `${JSON.stringify(line)}\n`);
    const taxonomy = readFileSync(join(folder, 'taxonomy.yaml'), 'utf8');
    writeFileSync(join(folder, 'taxonomy.yaml'), `# mine\n${taxonomy.replace('label: Pay', 'label: Wages')}`);
    await act(opened, headers, { kind: 'edit-theme', theme: 'sleep', fields: { label: 'Rest' } });
    await act(opened, headers, { kind: 'decide', quote: quote.id, theme: 'pay', applies: true });
    expect(readFileSync(join(folder, 'taxonomy.yaml'), 'utf8')).toMatch(/^# mine[\s\S]*Rest[\s\S]*Wages/);
    expect(readFileSync(join(folder, 'decisions/ana.jsonl'), 'utf8')).toMatch(
      /"applies":false[^\n]*\n.*"theme":"pay"/,
    );
  });

  it('that break the settings are told, and what was read before is still shown', async () => {
    const folder = makeStudy();
    const opened = await openReview(folder);
    const headers = await signIn(opened);
    const heard = await hearEvents(opened.port, headers);
    const settings = readFileSync(join(folder, 'study.yaml'), 'utf8');
    writeFileSync(join(folder, 'study.yaml'), 'name: [\n');
    await heard.find((event) => event.kind === 'trouble' && event.message.includes('study.yaml'));
    expect((await get(opened, headers, 'study')).name).toBe('Night shifts');
    writeFileSync(join(folder, 'study.yaml'), settings);
    await heard.find((event) => event.kind === 'trouble' && event.message === '');
  });
});

describe('edits from outside that cannot be read', () => {
  it('end no review: every window hears of them, and what was read before is still shown', async () => {
    let isBroken = false;
    const recorder: Recorder = {
      ...folderRecorder,
      findOutsideChanges: () => (isBroken ? ['quotes.jsonl'] : []),
      open: (folder) => {
        if (isBroken) throw new Error('a fault');
        return folderRecorder.open(folder);
      },
    };
    const opened = await openReview(makeStudy(), { recorder });
    const headers = await signIn(opened);
    const heard = await hearEvents(opened.port, headers);
    isBroken = true;
    await heard.find((event) => event.kind === 'trouble' && event.message.includes('cannot be read again'));
    expect((await get(opened, headers, 'study')).name).toBe('Night shifts');
  });
});

describe('a study with errors', () => {
  it('opens with a list of them, and shows all that can be read', async () => {
    const folder = makeStudy({
      'quotes.jsonl': '{"id":\n',
      'transcripts/P02.md': '',
      'decisions/ben.jsonl': 'no json\n',
    });
    const opened = await openReview(folder);
    const headers = await signIn(opened);
    const { problems, transcripts } = await get(opened, headers, 'study');
    expect(problems.errors).toBeGreaterThan(1);
    expect(transcripts.length).toBeGreaterThan(0);
    const { notices } = await get(opened, headers, 'problems');
    expect(notices.map(({ place }: { place: string }) => place)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^quotes\.jsonl:1/),
        expect.stringMatching(/^decisions\/ben\.jsonl:1/),
      ]),
    );
    expect((await get(opened, headers, 'transcripts/P01')).text).toContain('Badly');
  });

  it('is refused where there is no study at all', async () => {
    await expect(startReview({ ...options, folder: makeFolder() })).rejects.toThrow(
      expect.objectContaining({ code: 'no-study' }),
    );
  });
});
