import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ToolkitError } from '../../../src/errors.js';
import type { Answer } from '../../../src/pipeline/pseudonyms/apply-answer.js';
import { openKeyFile, saveKeyFile } from '../../../src/workspace/key-file/key-file.js';
import {
  type Asking,
  type AskingRequest,
  openAsking,
  saveAnswer,
  undoAnswer,
} from '../../../src/workspace/pseudonymising/ask-strings.js';
import { pseudonymiseFiles } from '../../../src/workspace/write-pseudonymised.js';
import { makeDecision } from '../../pipeline/pseudonyms/make-decision.js';
import { listContents, makeFolder } from '../make-study.js';

/** Bytes that the disk still takes before it is full. */
const disk = vi.hoisted(() => ({ free: Number.POSITIVE_INFINITY }));

vi.mock('node:fs', async (importOriginal) => {
  const real = await importOriginal<typeof import('node:fs')>();
  return {
    ...real,
    writeSync: (descriptor: number, bytes: Uint8Array, offset = 0) => {
      const length = Math.min(bytes.length - offset, disk.free);
      if (length === 0 && bytes.length > 0) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
      disk.free -= length;
      return real.writeSync(descriptor, bytes, offset, length);
    },
  };
});

afterEach(() => {
  disk.free = Number.POSITIVE_INFINITY;
});

const at = '2026-11-22T12:00:00Z';
const names = /tamsin|okafor|branagh|nortech|ullapool|dana/i;
const original = `Interviewer: Welcome. You work at Nortech Ltd in Ullapool?
Tamsin Okafor: Yes. Mr Branagh hired me; Branagh's team is great. Okafor, he says, you are 34 years old.
Interviewer: Good.
Tamsin Okafor: Very.
`;

function makePlace() {
  const folder = makeFolder({
    'study/study.yaml': 'name: Harbours\ncoder: ana\nspeakers: { Dana R.: P03 }\n',
    'raw.txt': original,
  });
  const request: AskingRequest = {
    folder: join(folder, 'study'),
    files: [join(folder, 'raw.txt')],
    key: { path: join(folder, 'a.key'), passphrase: 'correct horse', cost: 2 ** 14 },
    at,
  };
  const readKey = () => openKeyFile({ ...request.key, study: request.folder }).contents;
  return { folder, request, readKey };
}

function answer(asking: Asking, text: string, given: Answer): Asking {
  const questions = asking.questions.filter(({ row }) => row.text === text);
  expect(questions).toHaveLength(1);
  return saveAnswer(asking, { questions, answer: given, at });
}

const asProposed = { verdict: 'as-proposed' } as const;
const textsOf = ({ questions }: Asking) => questions.map(({ row }) => row.text);

function catchError(work: () => unknown): ToolkitError {
  try {
    work();
  } catch (error) {
    if (error instanceof ToolkitError) return error;
    throw error;
  }
  throw new Error('nothing thrown');
}

describe('saveAnswer', () => {
  it('writes each answer into the key file at once, and nothing into the study', async () => {
    const { request, readKey } = makePlace();
    let asking = await openAsking(request);
    const before = listContents(request.folder);
    const total = asking.questions.length;
    for (let answered = 1; asking.questions.length > 0; answered++) {
      asking = saveAnswer(asking, { questions: asking.questions.slice(0, 1), answer: asProposed, at });
      expect(readKey().decisions).toEqual(asking.decisions);
      expect(asking.decisions).toHaveLength(answered);
    }
    expect(asking.decisions).toHaveLength(total);
    expect(listContents(request.folder)).toEqual(before);
  });

  it('leaves nothing to ask, so that the transcripts are written with the pseudonyms that were shown', async () => {
    const { request } = makePlace();
    let asking = await openAsking(request);
    asking = saveAnswer(asking, { questions: asking.questions, answer: asProposed, at });
    const result = await pseudonymiseFiles(request);
    expect(result).toMatchObject({ sheet: null, undecided: 0, written: [{ file: 'transcripts/raw.txt' }] });
    expect(readFileSync(join(request.folder, 'transcripts/raw.txt'), 'utf8')).toBe(
      `Interviewer: Welcome. You work at [Employer A] in [Place 1]?
Person 1: Yes. Mr [Person 2] hired me; [Person 2]'s team is great. [Person 1], he says, you are [in the thirties].
Interviewer: Good.
Person 1: Very.
`,
    );
  });

  it('goes on from what is decided when the same is asked again', async () => {
    const { request } = makePlace();
    const first = await openAsking(request);
    const left = textsOf(answer(first, 'Branagh', { verdict: 'keep' }));
    expect(textsOf(await openAsking(request))).toEqual(left);
  });

  it('takes one answer for many, numbered, and a part stays a part of its name', async () => {
    const { request } = makePlace();
    const asking = await openAsking(request);
    const people = asking.questions.filter(({ group }) => group === 'People');
    const saved = saveAnswer(asking, {
      questions: people,
      answer: { verdict: 'replace', words: 'Colleague' },
      at,
    });
    expect(saved.decisions.map(({ text, replacement }) => [text, replacement])).toEqual([
      ['Tamsin Okafor', '[Colleague 1]'],
      ['Okafor', '[Colleague 1]'],
      ['Branagh', '[Colleague 2]'],
    ]);
  });

  it.each(['Tamsin Okafor', 'tamsin okafor', 'Person 1', '[person 1]'])(
    'takes %j for the same one',
    async (words) => {
      const { request } = makePlace();
      const asking = answer(await openAsking(request), 'Tamsin Okafor', asProposed);
      const saved = answer(asking, 'Branagh', { verdict: 'same-as', words });
      expect(saved.decisions.at(-1)).toMatchObject({ replacement: '[Person 1]', sameAs: 'Tamsin Okafor' });
    },
  );

  it.each<readonly [code: string, text: string, answer: Answer]>([
    ['pseudonym-shared', 'Branagh', { verdict: 'replace', words: 'Person 1' }],
    ['pseudonym-shared', 'Branagh', { verdict: 'generalise', words: 'person 1' }],
    ['pseudonym-holds-name', 'Branagh', { verdict: 'replace', words: 'Tamsin Okafor' }],
    ['pseudonym-holds-name', 'Branagh', { verdict: 'generalise', words: 'Friend of TAMSIN OKAFOR' }],
    ['pseudonym-holds-name', 'Branagh', { verdict: 'replace', words: 'Ullapool' }],
    ['pseudonym-holds-name', 'Branagh', { verdict: 'generalise', words: 'Man from Ullapool' }],
    ['pseudonym-holds-name', 'Branagh', { verdict: 'generalise', words: 'Dana R.' }],
    ['bad-replacement', 'Branagh', { verdict: 'replace', words: '<b>Nortech</b>' }],
    ['bad-replacement', 'Branagh', { verdict: 'replace', words: '=Nortech\u001b[2J' }],
    ['missing-replacement', '34 years old', { verdict: 'generalise', words: ' ' }],
    ['unknown-same-as', 'Branagh', { verdict: 'same-as', words: 'Ullapool' }],
    ['same-as-circle', 'Branagh', { verdict: 'same-as', words: 'Branagh' }],
  ])('refuses with %s, writing nothing and naming nobody: %s %o', async (code, text, given) => {
    const { folder, request } = makePlace();
    const asking = answer(await openAsking(request), 'Tamsin Okafor', asProposed);
    const before = listContents(folder);
    const error = catchError(() => answer(asking, text, given));
    expect(error.code).toBe(code);
    expect(`${error.message} ${error.hint} ${JSON.stringify(error.place)}`).not.toMatch(names);
    expect(listContents(folder)).toEqual(before);
  });

  it('leaves what others decided in the meantime', async () => {
    const { request, readKey } = makePlace();
    const asking = await openAsking(request);
    const other = openKeyFile({ ...request.key, study: request.folder });
    saveKeyFile(other, { ...other.contents, decisions: [makeDecision('Slack')] });
    expect(catchError(() => answer(asking, 'Branagh', asProposed)).code).toBe('key-changed');
    expect(readKey().decisions).toEqual([makeDecision('Slack')]);
  });

  it.each<readonly [code: string, harm: (folder: string) => void]>([
    ['key-file-damaged', (folder) => writeFileSync(join(folder, 'a.key'), '{"format"')],
    ['file-missing', (folder) => rmSync(join(folder, 'a.key'))],
    ['study-locked', (folder) => writeFileSync(join(folder, 'study/.themeloom.lock'), '1 elsewhere\n')],
    [
      'disk-full',
      () => {
        disk.free = 200;
      },
    ],
  ])('on %s changes nothing, and names nobody', async (code, harm) => {
    const { folder, request } = makePlace();
    const asking = answer(await openAsking(request), 'Branagh', asProposed);
    harm(folder);
    const before = listContents(folder);
    const error = catchError(() => answer(asking, 'Tamsin Okafor', asProposed));
    expect(error.code).toBe(code);
    expect(`${error.message} ${error.hint}`).not.toMatch(names);
    expect(listContents(folder)).toEqual(before);
  });
});

describe('undoAnswer', () => {
  it('takes back one answer after the other, in the key file too', async () => {
    const { request, readKey } = makePlace();
    const start = await openAsking(request);
    const one = answer(start, 'Tamsin Okafor', asProposed);
    const two = saveAnswer(one, { questions: one.questions.slice(0, 2), answer: { verdict: 'keep' }, at });
    const undone = undoAnswer(two);
    expect(undone.decisions).toEqual(one.decisions);
    expect(undone.questions).toEqual(one.questions);
    expect(readKey().decisions).toEqual(one.decisions);
    expect(undoAnswer(undone).questions).toEqual(start.questions);
    expect(readKey().decisions).toEqual([]);
  });

  it('changes nothing where nothing was answered in this run', async () => {
    const { request } = makePlace();
    answer(await openAsking(request), 'Branagh', asProposed);
    const again = await openAsking(request);
    expect(undoAnswer(again)).toBe(again);
  });
});

describe('openAsking', () => {
  it('says where a sheet was begun', async () => {
    const { request } = makePlace();
    expect((await openAsking(request)).hasSheet).toBe(false);
    await pseudonymiseFiles(request);
    expect((await openAsking(request)).hasSheet).toBe(true);
  });

  it.each<readonly [code: string, change: (request: AskingRequest) => AskingRequest]>([
    ['wrong-passphrase', (request) => ({ ...request, key: { ...request.key, passphrase: 'correct' } })],
    ['file-missing', (request) => ({ ...request, files: [`${request.files[0]}.none`] })],
    ['key-in-study', (request) => ({ ...request, key: { ...request.key, path: join(request.folder, 'k') } })],
  ])('refuses with %s, writing nothing', async (code, change) => {
    const { folder, request } = makePlace();
    await openAsking(request);
    const before = listContents(folder);
    await expect(openAsking(change(request))).rejects.toMatchObject({
      code,
      message: expect.not.stringMatching(names),
    });
    expect(listContents(folder)).toEqual(before);
  });
});
