import { chmodSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ToolkitError } from '../../../src/errors.js';
import { hashIdentifier } from '../../../src/workspace/key-file/hash-identifier.js';
import { holdsKeyFile, openKeyFile, saveKeyFile } from '../../../src/workspace/key-file/key-file.js';
import { readPassphraseFile } from '../../../src/workspace/key-file/read-passphrase-file.js';
import { findSecretPlace } from '../../../src/workspace/key-file/refuse-key-place.js';
import { makeDecision } from '../../pipeline/pseudonyms/make-decision.js';
import { listContents, makeFolder, makeStudy } from '../make-study.js';

/** The cheapest that is allowed. */
const cost = 2 ** 14;
const passphrase = 'correct horse battery';
const decisions = [makeDecision('Tamsin Okafor', '[Person 1]'), makeDecision('Slack')];

function makeKey() {
  const folder = makeFolder();
  const request = { path: join(folder, 'a.key'), study: makeStudy(), passphrase, cost };
  const key = openKeyFile(request);
  saveKeyFile(key, { ...key.contents, decisions });
  return { folder, request };
}

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (!(error instanceof ToolkitError)) throw error;
    expect(`${error.message} ${error.hint} ${error.cause}`).not.toMatch(/tamsin|okafor|horse/i);
    return error.code;
  }
  return 'nothing thrown';
}

describe('the key file', () => {
  it('gives back what was put into it, to its owner alone', () => {
    const { request } = makeKey();
    expect(openKeyFile(request).contents.decisions).toEqual(decisions);
    expect(statSync(request.path).mode % 0o1000).toBe(0o600);
  });

  it('shows nothing of what it holds, and is another file every time', () => {
    const { request } = makeKey();
    const bytes = readFileSync(request.path, 'utf8');
    expect(bytes).not.toMatch(/tamsin|okafor|slack|replace/i);
    const key = openKeyFile(request);
    saveKeyFile(key, key.contents);
    const again = readFileSync(request.path, 'utf8');
    expect(JSON.parse(again).data).not.toBe(JSON.parse(bytes).data);
    expect(JSON.parse(again).cipher.iv).not.toBe(JSON.parse(bytes).cipher.iv);
  });

  it('takes a passphrase in either form of its accents', () => {
    const path = join(makeFolder(), 'a.key');
    const study = makeStudy();
    openKeyFile({ path, study, passphrase: 'Zo\u00eb’s caf\u00e9', cost });
    expect(openKeyFile({ path, study, passphrase: 'Zoe\u0308’s cafe\u0301' }).contents.decisions).toEqual([]);
  });

  it('tells a wrong passphrase, and leaves the file as it is', () => {
    const { folder, request } = makeKey();
    const before = listContents(folder);
    expect(codeOf(() => openKeyFile({ ...request, passphrase: 'correct horse' }))).toBe('wrong-passphrase');
    expect(listContents(folder)).toEqual(before);
  });

  it('calls a file that was cut or changed anywhere damaged, not the passphrase wrong', () => {
    const { request } = makeKey();
    const whole = readFileSync(request.path);
    const { data } = JSON.parse(whole.toString());
    fc.assert(
      fc.property(fc.nat(whole.length - 2), fc.constantFrom('A', '/', '0', '{', ''), (at, put) => {
        const text = whole.toString();
        const changed = text.slice(0, at) + put + text.slice(at + 1);
        fc.pre(
          changed.trim() !== text.trim() &&
            JSON.stringify(tryParse(changed)) !== JSON.stringify(tryParse(text)),
        );
        writeFileSync(request.path, changed);
        expect(codeOf(() => openKeyFile(request))).toBe('key-file-damaged');
      }),
      { numRuns: 60 },
    );
    writeFileSync(request.path, whole.subarray(0, whole.length / 2));
    expect(codeOf(() => openKeyFile(request))).toBe('key-file-damaged');
    for (const other of ['', 'text', '{}', '[]', '\0\u0001', `{"data":"${data}"}`]) {
      writeFileSync(request.path, other);
      expect(codeOf(() => openKeyFile(request))).toBe('key-file-damaged');
    }
  });

  it('refuses settings that would take all memory', () => {
    const { request } = makeKey();
    const envelope = JSON.parse(readFileSync(request.path, 'utf8'));
    writeFileSync(request.path, JSON.stringify({ ...envelope, kdf: { ...envelope.kdf, N: 2 ** 30 } }));
    expect(codeOf(() => openKeyFile(request))).toBe('key-file-damaged');
  });

  it.skipIf(process.getuid?.() === 0)('tells a folder that cannot be written', () => {
    const folder = makeFolder();
    chmodSync(folder, 0o500);
    expect(
      codeOf(() => openKeyFile({ path: join(folder, 'a.key'), study: makeStudy(), passphrase, cost })),
    ).toBe('no-permission');
  });
});

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

describe('where the key file may lie', () => {
  it('not inside the study, nor below it, nor behind a link that leads there', () => {
    const study = makeStudy();
    const outside = makeFolder();
    mkdirSync(join(study, 'deep'));
    symlinkSync(join(study, 'deep'), join(outside, 'link'));
    writeFileSync(join(study, 'deep', 'real.key'), '');
    symlinkSync(join(study, 'deep', 'real.key'), join(outside, 'b.key'));
    symlinkSync(outside, join(study, 'out'));
    for (const path of [
      join(study, 'a.key'),
      join(study, 'deep', 'a.key'),
      join(outside, 'link', 'a.key'),
      join(outside, 'b.key'),
      join(study, 'out', 'a.key'),
    ])
      expect(codeOf(() => holdsKeyFile(path, study))).toBe('key-in-study');
  });

  it.each(['.git', '.hg', '.svn', '.jj'])(
    'not inside a repository with %s, as a folder or as a file',
    (marker) => {
      const repository = makeFolder({ 'deep/er/x': '', [`${marker}/x`]: '' });
      const submodule = makeFolder({ [marker]: 'gitdir: ../elsewhere\n' });
      const study = makeStudy();
      expect(codeOf(() => holdsKeyFile(join(repository, 'deep/er', 'a.key'), study))).toBe(
        'key-in-repository',
      );
      expect(codeOf(() => holdsKeyFile(join(submodule, 'a.key'), study))).toBe('key-in-repository');
    },
  );

  it('not behind a link that leads nowhere, and not in a folder that is not there', () => {
    const folder = makeFolder();
    const study = makeStudy();
    symlinkSync(join(folder, 'nowhere'), join(folder, 'a.key'));
    expect(codeOf(() => holdsKeyFile(join(folder, 'a.key'), study))).toBe('file-missing');
    expect(codeOf(() => holdsKeyFile(join(folder, 'none', 'a.key'), study))).toBe('folder-missing');
  });

  it('beside the study', () => {
    const folder = makeFolder({ 'study/study.yaml': 'name: x\n' });
    expect(holdsKeyFile(join(folder, 'study.key'), join(folder, 'study'))).toBe(false);
    expect(findSecretPlace(join(folder, 'study', '..', 'study.key'), join(folder, 'study'))).toMatch(
      /study\.key$/,
    );
  });
});

describe('the passphrase file', () => {
  const read = (content: string | Uint8Array) =>
    readPassphraseFile(join(makeFolder({ pass: content }), 'pass'), makeStudy());

  it.each([
    ['correct horse\n', 'correct horse'],
    ['correct horse\r\n', 'correct horse'],
    [' spaces stay ', ' spaces stay '],
  ])('%j is %j', (content, expected) => {
    expect(read(content)).toBe(expected);
  });

  it.each([
    ['', 'empty-passphrase'],
    [' \n', 'empty-passphrase'],
    ['horse one\nhorse two\n', 'bad-passphrase-file'],
    [Uint8Array.of(0xff, 0xfe, 0x41, 0), 'bad-passphrase-file'],
    ['horse '.repeat(500), 'bad-passphrase-file'],
  ])('%j is refused: %s', (content, code) => {
    expect(codeOf(() => read(content))).toBe(code);
  });

  it('is refused inside the study', () => {
    const study = makeStudy({ pass: 'correct horse' });
    expect(codeOf(() => readPassphraseFile(join(study, 'pass'), study))).toBe('key-in-study');
  });
});

describe('hashIdentifier', () => {
  const secret = Buffer.alloc(32, 1).toString('base64');

  it('is one for all forms of a string, and another with another secret', () => {
    const hash = hashIdentifier('Tamsin Okafor', { secret });
    expect(hash).toMatch(/^[\da-f]{64}$/);
    expect(hashIdentifier("TAMSIN  okafor's", { secret })).toBe(hash);
    expect(hashIdentifier('Tamsin', { secret })).not.toBe(hash);
    expect(hashIdentifier('Tamsin Okafor', { secret: Buffer.alloc(32, 2).toString('base64') })).not.toBe(
      hash,
    );
  });
});
