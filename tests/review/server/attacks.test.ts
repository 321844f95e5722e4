import { Buffer } from 'node:buffer';
import { readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listContents, makeFolder, makeStudy } from '../../workspace/make-study.js';
import { idleAssistant, json, type Opened, openReview, send, signIn } from './open-review.js';

const action = (kind: string, more: object = {}) =>
  JSON.stringify({ id: crypto.randomUUID(), action: { kind, ...more } });

const post = (opened: Opened, path: string, headers: Record<string, string>, body: string | Uint8Array) =>
  send(opened.port, path, { method: 'POST', headers, body });

const codeOf = (text: string): unknown => JSON.parse(text).code;

describe('who a request was sent to and by', () => {
  it.each([
    ['a foreign name, as a page does whose name was pointed here (DNS rebinding)', 'attacker.example'],
    ['a foreign name with this port', 'attacker.example:PORT'],
    ['this address without the port', '127.0.0.1'],
    ['this address with another port', '127.0.0.1:1'],
    ['another address of this machine', '127.0.0.2:PORT'],
    ['a name that begins like this one', 'localhost.attacker.example:PORT'],
    ['a name with a user in it', '127.0.0.1:PORT@attacker.example'],
    ['an address in another writing', '2130706433:PORT'],
  ])('refuses what is sent to %s', async (_what, host) => {
    const opened = await openReview(makeStudy());
    const { authorization = '' } = await signIn(opened);
    const headers = { authorization, host: host.replace('PORT', String(opened.port)) };
    for (const path of ['/', '/api/study', '/preview/x', '/assets/main.js']) {
      const { status, text } = await send(opened.port, path, { headers });
      expect([400, 403]).toContain(status);
      expect(text).not.toContain('Night shifts');
      expect(text).not.toContain('doctype');
    }
  });

  it.each([
    'http://attacker.example',
    'null',
    'https://127.0.0.1:PORT',
    'http://127.0.0.1:1',
    'http://localhost',
  ])('refuses the origin %s, and changes nothing', async (origin) => {
    const folder = makeStudy();
    const opened = await openReview(folder);
    const signed = await signIn(opened);
    const before = listContents(folder);
    const headers = { ...json, ...signed, origin: origin.replace('PORT', String(opened.port)) };
    const { status, text } = await post(opened, '/api/actions', headers, action('write-memo', memo));
    expect(status).toBe(403);
    expect(codeOf(text)).toBe('foreign-request');
    expect(listContents(folder)).toEqual(before);
  });

  it.each(['cross-site', 'same-site'])(
    'refuses what a browser calls %s, but for a click on the link',
    async (site) => {
      const opened = await openReview(makeStudy());
      const signed = await signIn(opened);
      const headers = { ...signed, 'sec-fetch-site': site };
      expect((await send(opened.port, '/api/study', { headers })).status).toBe(403);
      expect((await send(opened.port, '/assets/main.js', { headers })).status).toBe(403);
      const click = { ...headers, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
      expect((await send(opened.port, '/', { headers: click })).status).toBe(200);
      expect((await send(opened.port, '/api/study', { headers: click })).status).toBe(403);
      const frame = { ...click, 'sec-fetch-dest': 'iframe' };
      expect((await send(opened.port, '/', { headers: frame })).status).toBe(403);
    },
  );

  it('refuses what is sent to nobody', async () => {
    const opened = await openReview(makeStudy());
    const { authorization } = await signIn(opened);
    const head = `GET /api/study HTTP/1.0\r\nAuthorization: ${authorization}\r\n\r\n`;
    expect(await drip(opened.port, head)).toMatch(/^HTTP\/1\.1 40[03] /);
  });

  it('answers every name of the loopback address, and its own page', async () => {
    const opened = await openReview(makeStudy());
    const signed = await signIn(opened);
    for (const name of ['127.0.0.1', 'localhost', '[::1]', 'LOCALHOST']) {
      const host = `${name}:${opened.port}`;
      const headers = {
        ...signed,
        host,
        origin: `http://${host.toLowerCase()}`,
        'sec-fetch-site': 'same-origin',
      };
      expect((await send(opened.port, '/api/study', { headers })).status).toBe(200);
    }
  });

  it('offers no other origin anything by CORS', async () => {
    const opened = await openReview(makeStudy());
    const headers = {
      origin: 'http://attacker.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization, content-type',
    };
    const { status, headers: answered } = await send(opened.port, '/api/actions', {
      method: 'OPTIONS',
      headers,
    });
    expect(status).toBe(403);
    expect(Object.keys(answered).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

const memo = { theme: 'sleep', text: 'Noise.' };

describe('who may come in', () => {
  it('a token of this machine is good once', async () => {
    const opened = await openReview(makeStudy());
    const body = JSON.stringify({ token: opened.tokens[0] });
    const first = await post(opened, '/api/session', json, body);
    expect(first.status).toBe(200);
    expect(JSON.parse(first.text)).toEqual({ key: expect.stringMatching(/^[\w-]{43}$/), coder: 'ana' });
    const second = await post(opened, '/api/session', json, body);
    expect(second.status).toBe(401);
    expect(codeOf(second.text)).toBe('signed-out');
  });

  it.each([
    ['nothing', undefined],
    ['an empty key', 'Bearer '],
    ['a key that was never given', `Bearer ${'A'.repeat(43)}`],
    ['the token itself', 'Bearer TOKEN'],
    ['the key in another scheme', 'Basic KEY'],
  ])('nothing under /api is told to a request with %s', async (_what, authorization) => {
    const opened = await openReview(makeStudy());
    const { authorization: own = '' } = await signIn(opened);
    const asked = authorization
      ?.replace('TOKEN', opened.tokens[0] ?? '')
      .replace('KEY', own.slice('Bearer '.length));
    const headers = asked === undefined ? {} : { authorization: asked };
    for (const path of [
      'study',
      'problems',
      'transcripts/P01',
      'queue',
      'search?q=sleep',
      'events',
      'history',
      'nothing',
    ]) {
      const { status, text } = await send(opened.port, `/api/${path}`, { headers });
      expect(status).toBe(401);
      expect(text).not.toMatch(/sleep|Night/);
    }
    const { status } = await post(
      opened,
      '/api/actions',
      { ...json, ...headers },
      action('write-memo', memo),
    );
    expect(status).toBe(401);
  });

  it.each(['', 'x', '__proto__', 'constructor', 'x'.repeat(300)])(
    'the token %j opens nothing',
    async (token) => {
      const opened = await openReview(makeStudy());
      const { status } = await post(opened, '/api/session', json, JSON.stringify({ token }));
      expect([400, 401]).toContain(status);
    },
  );

  it('the key is in no address and no file', async () => {
    const folder = makeStudy();
    const opened = await openReview(folder);
    const { authorization = '' } = await signIn(opened);
    const written = listContents(folder).map(([, content]) => content);
    for (const secret of [authorization.slice('Bearer '.length), opened.tokens[0] ?? ''])
      expect(written.filter((content) => content.includes(secret))).toEqual([]);
  });
});

/** Ways out of a folder, as they have been written against servers. */
const climbs = [
  '../../../../etc/passwd',
  '..%2f..%2f..%2fetc%2fpasswd',
  '%2e%2e/%2e%2e/study.yaml',
  '..%5c..%5cstudy.yaml',
  '....//....//etc/passwd',
  '%252e%252e%252fstudy.yaml',
  '%00',
  'P01%00.md',
  '/etc/passwd',
  'C:%5CWindows%5Cwin.ini',
  '%c0%ae%c0%ae/',
  '__proto__',
];

describe('a path out of its place', () => {
  it.each(climbs)('%s leads nowhere, in every route that has a name in it', async (climb) => {
    const folder = makeStudy();
    const opened = await openReview(folder);
    const headers = await signIn(opened);
    const before = listContents(folder);
    for (const path of [
      `/${climb}`,
      `/assets/${climb}`,
      `/preview/${climb}`,
      `/api/${climb}`,
      `/api/transcripts/${climb}`,
    ]) {
      const { status, text } = await send(opened.port, path, { headers });
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      expect(text).not.toMatch(/root:|coder: ana/);
    }
    expect(listContents(folder)).toEqual(before);
  });

  it.each(climbs)('%s in an action names nothing on the disk', async (climb) => {
    const parent = makeFolder();
    const folder = makeStudy();
    const opened = await openReview(folder);
    const headers = { ...json, ...(await signIn(opened)) };
    const name = decodeURIComponent(climb.replace(/%c0%ae/g, '.'));
    for (const body of [
      action('write-memo', { theme: name, text: 'out' }),
      action('mark', { transcript: name, start: 0, end: 9 }),
      action('decide', { quote: name, theme: name, applies: true }),
      action('create-theme', {
        theme: { id: name, dimension: 'theme', parent: null, fields: { label: 'x' } },
      }),
    ]) {
      const { status } = await post(opened, '/api/actions', headers, body);
      expect(status).toBeLessThan(500);
    }
    const files = listContents(folder).map(([file]) => file);
    expect(
      files.filter(
        (file) => !/^(\.themeloom|decisions\/ana|memos\/[\w-]+\.md|[\w-]+\.|transcripts\/P01)/.test(file),
      ),
    ).toEqual([]);
    expect(listContents(parent)).toEqual([]);
  });

  it('whatever the address, the page is one of its files or there is nothing', async () => {
    const opened = await openReview(makeStudy());
    await fc.assert(
      fc.asyncProperty(fc.webPath(), async (path) => {
        const { status, text } = await send(opened.port, path === '' ? '/x' : path);
        if (status === 200) expect(text).toMatch(/^(<!doctype html>|document\.title)/);
        else expect([400, 401, 403, 404]).toContain(status);
      }),
      { numRuns: 60 },
    );
  });
});

const script = '<script>alert(1)</script><img src=x onerror=alert(2)>"\'&';

describe('script in a study', () => {
  it('in a transcript, a theme, a memo and a file name is answered as data that nobody guesses to be a page', async () => {
    const folder = makeStudy({
      'taxonomy.yaml': `dimensions:\n  - id: theme\n    themes:\n      - id: sleep\n        label: ${JSON.stringify(script)}\n`,
      'transcripts/P01.md': `**Interviewer:** ${script}?\n\n**P01:** Badly ${script} and so on.\n`,
      [`transcripts/${script.replaceAll('/', '')}.md`]: `**P01:** Loud ${script}.\n`,
      'memos/sleep.md': `${script}\n`,
    });
    const opened = await openReview(folder);
    const headers = await signIn(opened);
    for (const path of [
      'study',
      'problems',
      'transcripts/P01',
      `transcripts/${encodeURIComponent(script)}`,
    ]) {
      const answered = await send(opened.port, `/api/${path}`, { headers });
      expect(answered.headers['content-type']).toBe('application/json');
      expect(answered.headers['x-content-type-options']).toBe('nosniff');
      expect(answered.headers['cache-control']).toBe('no-store');
      expect(answered.headers['content-security-policy']).toContain("default-src 'none'");
      expect(() => JSON.parse(answered.text)).not.toThrow();
    }
    const { text } = await send(opened.port, '/api/transcripts/P01', { headers });
    expect(JSON.parse(text).text).toContain(script);
  });

  it('the page may run its own scripts alone, and be framed by nobody', async () => {
    const opened = await openReview(makeStudy());
    const { headers } = await send(opened.port, '/');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
  });
});

describe('a report in its frame', () => {
  it('runs nothing, has an origin of its own, and is gone after a minute', async () => {
    let moment = Date.parse('2026-11-22T12:00:00Z');
    const page = `<!doctype html>${script}`;
    const opened = await openReview(makeStudy(), {
      now: () => new Date(moment),
      assistant: () => ({
        ...idleAssistant(),
        ask: async (asked) =>
          asked.kind === 'preview-report'
            ? { json: JSON.stringify({ path: asked.path }), page }
            : { json: '{}' },
      }),
    });
    const headers = { ...json, ...(await signIn(opened)) };
    const body = JSON.stringify({ report: 'themes', format: 'html', consent: 'publication' });
    const { path } = JSON.parse((await post(opened, '/api/reports/preview', headers, body)).text);
    const shown = await send(opened.port, path);
    expect(shown).toMatchObject({ status: 200, text: page });
    const policy = String(shown.headers['content-security-policy']);
    expect(policy).toMatch(/^sandbox; default-src 'none';/);
    expect(policy).not.toMatch(/script|allow-/);
    expect((await send(opened.port, `${path}x`)).status).toBe(404);
    moment += 61_000;
    expect((await send(opened.port, path)).status).toBe(404);
  });
});

describe('a body that is not what it should be', () => {
  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'application/jsonx',
    '',
  ])('refuses %j, which a form of another site can send', async (type) => {
    const folder = makeStudy();
    const opened = await openReview(folder);
    const before = listContents(folder);
    const headers = { ...(await signIn(opened)), 'content-type': type };
    const { status } = await post(opened, '/api/actions', headers, action('write-memo', memo));
    expect(status).toBe(415);
    const session = await post(opened, '/api/session', { 'content-type': type }, '{"token":"x"}');
    expect(session.status).toBe(415);
    expect(listContents(folder)).toEqual(before);
  });

  it.each([
    ['nothing', ''],
    ['half of it', '{"id":"'],
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0xff, 0x7d])],
    ['another shape', '[]'],
    ['an unknown action', action('explode')],
    ['a key too many', action('undo', { force: true })],
    ['an id that is none', JSON.stringify({ id: '../x', action: { kind: 'undo' } })],
    ['a prototype', '{"__proto__":{"id":1},"id":"x","action":{"kind":"undo"}}'],
    ['a deep nest', `${'['.repeat(50_000)}${']'.repeat(50_000)}`],
  ])('refuses %s', async (_what, body) => {
    const opened = await openReview(makeStudy());
    const headers = { ...json, ...(await signIn(opened)) };
    const { status, text } = await post(opened, '/api/actions', headers, body);
    expect(status).toBe(400);
    expect(codeOf(text)).toBe('bad-request');
  });

  it('refuses one of a hundred megabytes without taking it in', async () => {
    const opened = await openReview(makeStudy());
    const signed = await signIn(opened);
    const before = process.memoryUsage().arrayBuffers;
    const status = await pour(opened.port, signed, { size: 100_000_000, tellsSize: true });
    expect(status).toBe(413);
    const hidden = await pour(opened.port, signed, { size: 100_000_000, tellsSize: false });
    expect(hidden).toBe(413);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50_000_000);
    expect((await send(opened.port, '/api/study', { headers: signed })).status).toBe(200);
  });

  it('cuts off one that comes drop by drop, and goes on', async () => {
    const opened = await openReview(makeStudy(), { slowest: 300 });
    const signed = await signIn(opened);
    const head = `POST /api/actions HTTP/1.1\r\nHost: 127.0.0.1:${opened.port}\r\nAuthorization: ${signed.authorization}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{`;
    expect(await drip(opened.port, head)).toMatch(/^HTTP\/1\.1 408 /);
    expect(await drip(opened.port, 'GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ')).toMatch(/^HTTP\/1\.1 408 /);
    expect((await send(opened.port, '/api/study', { headers: signed })).status).toBe(200);
  });

  it('refuses headers that are too large', async () => {
    const opened = await openReview(makeStudy());
    const { status } = await send(opened.port, '/', { headers: { 'x-large': 'x'.repeat(40_000) } });
    expect(status).toBe(431);
  });

  it.each(['PUT', 'DELETE', 'PATCH', 'TRACE', 'HEAD'])('%s changes nothing', async (method) => {
    const folder = makeStudy();
    const opened = await openReview(folder);
    const headers = { ...json, ...(await signIn(opened)) };
    const before = listContents(folder);
    for (const path of ['/api/actions', '/api/session', '/api/transcripts/P01', '/']) {
      const { status } = await send(opened.port, path, { method, headers });
      expect(status).toBeLessThan(500);
    }
    expect(listContents(folder)).toEqual(before);
  });
});

/** Sends a body as fast as it is taken, and gives the status of the answer. */
function pour(
  port: number,
  signed: Record<string, string>,
  { size, tellsSize }: { readonly size: number; readonly tellsSize: boolean },
): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    const length = tellsSize ? `Content-Length: ${size}` : 'Transfer-Encoding: chunked';
    socket.write(
      `POST /api/actions HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: ${signed.authorization}\r\nContent-Type: application/json\r\n${length}\r\n\r\n`,
    );
    const chunk = Buffer.alloc(64_000, ' ');
    const framed = tellsSize ? chunk : Buffer.concat([Buffer.from('fa00\r\n'), chunk, Buffer.from('\r\n')]);
    let sent = 0;
    const pump = () => {
      while (sent < size && socket.writable) {
        sent += chunk.length;
        if (!socket.write(framed)) return;
      }
    };
    socket.on('connect', pump);
    socket.on('drain', pump);
    let answer = '';
    socket.on('data', (bytes) => {
      answer += bytes.toString('latin1');
    });
    // A connection that is cut while something is sent may be reset: what was answered before that counts.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      const [, status] = /^HTTP\/1\.1 (\d+)/.exec(answer) ?? [];
      if (status === undefined) reject(new Error('cut off without an answer'));
      else resolve(Number(status));
    });
  });
}

/** Sends the beginning of a request and then nothing; gives what is answered before the connection is cut. */
function drip(port: number, head: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(head));
    let answer = '';
    socket.on('data', (bytes) => {
      answer += bytes.toString('latin1');
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(answer));
  });
}

describe('the study on the disk', () => {
  it('is not touched by looking at it', async () => {
    const folder = makeStudy();
    const before = listContents(folder);
    const opened = await openReview(folder);
    const headers = await signIn(opened);
    await send(opened.port, '/api/study', { headers });
    await opened.review.close();
    expect(listContents(folder)).toEqual(before);
    writeFileSync(join(folder, 'notes.txt'), 'mine');
    expect(readFileSync(join(folder, 'notes.txt'), 'utf8')).toBe('mine');
  });
});
