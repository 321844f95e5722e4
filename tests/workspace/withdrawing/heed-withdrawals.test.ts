import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportStudy } from '../../../src/workspace/export-study.js';
import { importFiles } from '../../../src/workspace/import-files.js';
import { readStudy } from '../../../src/workspace/read-study.js';
import { finishWithdrawal, withdrawParticipant } from '../../../src/workspace/withdraw-participant.js';
import { writeFile } from '../../../src/workspace/write-file.js';
import { listContents, makeFolder, makeStudy } from '../make-study.js';

const today = '2026-11-22';
const at = '2026-11-22T15:00:00Z';
const people =
  'id,consent,consent_until,withdrawn,role\nP01,research;publication,,,nurse\nP02,research;publication,,,porter\n';
const talk =
  '**Interviewer:** And the pay?\n\n**P02:** I work two nights more than I want to, every month of the year.\n';
const makeBoth = () => makeStudy({ 'participants.csv': people, 'transcripts/P02.md': talk });
const codesOf = (folder: string) =>
  readStudy(folder).notices.map(({ severity, code }) => `${severity} ${code}`);

function withdraw(folder: string, participantId: string): void {
  withdrawParticipant({ folder, participantId, today, confirmed: true });
  finishWithdrawal({ folder });
}

function importOne(folder: string, name: string, content: string | Uint8Array) {
  return importFiles(folder, [join(makeFolder({ [name]: content }), name)], { at });
}

describe('a withdrawal that was interrupted', () => {
  it('is an error of the study until it is finished, whatever the table of participants says', () => {
    const folder = makeBoth();
    const stop = () => {
      throw new Error('the power failed');
    };
    let steps = 0;
    const writer = {
      write: (target: Parameters<typeof writeFile>[0], content: string) =>
        steps++ === 0 ? writeFile(target, content) : stop(),
      remove: stop,
    };
    const options = { folder, participantId: 'P02', today, confirmed: true, writer };
    expect(() => withdrawParticipant(options)).toThrow('the power failed');
    expect(readFileSync(join(folder, 'participants.csv'), 'utf8')).toBe(people);
    const { notices, study } = readStudy(folder);
    expect(notices).toEqual([
      expect.objectContaining({
        severity: 'error',
        code: 'withdrawal-unfinished',
        message: expect.stringContaining('themeloom withdraw P02 --yes'),
      }),
    ]);
    expect(study.participants.map(({ consent }) => consent.withdrawn)).toEqual([undefined, today]);
    withdraw(folder, 'P02');
    expect(codesOf(folder)).toEqual([]);
  });

  it('leaves a journal that cannot be read as an error, not as a crash', () => {
    const folder = makeStudy({ 'withdrawal-in-progress.json': '{"tombstone":' });
    expect(codesOf(folder)).toEqual(['error journal-unusable']);
  });
});

describe('after a withdrawal', () => {
  it('no transcript in which the person speaks is taken in again', () => {
    const folder = makeBoth();
    withdraw(folder, 'P02');
    const before = listContents(folder);
    const result = importOne(folder, 'again.md', talk);
    expect(result.complete).toBe(false);
    expect(result.transcripts.left).toEqual([
      { file: 'again.md', reason: expect.stringMatching(/^P02, who withdrew on 2026-11-22, speaks in it/) },
    ]);
    expect(listContents(folder)).toEqual(before);
  });

  it('a transcript of nobody knows whom is taken with a caution', () => {
    const folder = makeBoth();
    withdraw(folder, 'P02');
    const { notices } = importOne(folder, 'call.md', '**Dana:** One thing.\n\n**Kim:** And another thing.\n');
    expect(notices.map(({ code, message }) => [code, message])).toContainEqual([
      'possibly-withdrawn',
      expect.stringContaining('P02'),
    ]);
  });

  it('words that came back by hand are an error, and are not printed although a table grants it again', () => {
    const folder = makeBoth();
    withdraw(folder, 'P02');
    writeFileSync(join(folder, 'participants.csv'), people);
    writeFileSync(join(folder, 'transcripts/P02.md'), talk);
    const { notices, study } = readStudy(folder);
    expect(notices.map(({ code, place }) => [code, place.file])).toEqual([
      ['withdrawn-words', 'transcripts/P02.md'],
    ]);
    expect(study.participants[1]?.consent.withdrawn).toBe(today);
    withdraw(folder, 'P02');
    expect(codesOf(folder)).toEqual([]);
  });

  it('rows of a table that name the person are not kept, found or not', () => {
    const folder = makeBoth();
    withdraw(folder, 'P02');
    const table =
      'participant,quote,themes\nP02,two nights more than I want to,pay\nP01,Not said at all,pay\n';
    expect(importOne(folder, 'table.csv', table).quotes.notFound).toHaveLength(2);
    const report = readFileSync(join(folder, 'import-report.csv'), 'utf8');
    expect(report).toContain('Not said at all');
    expect(report).not.toContain('two nights');
  });

  it('a study of another tool brings none of the words back', async () => {
    const folder = makeStudy({
      'participants.csv': people,
      'transcripts/P02.md': talk,
      'taxonomy.yaml':
        'dimensions:\n  - id: theme\n    themes:\n      - id: pay\n        label: Pay\n        examples: [two nights more than I want to]\n',
      'memos/pay.md': 'One says: two nights more than I want to, every month.\n',
    });
    const path = join(makeFolder(), 'study.qdpx');
    await exportStudy(readStudy(folder), { path, today });
    const other = makeBoth();
    withdraw(other, 'P02');
    const result = importFiles(other, [path], { at });
    expect(result.exchanged[0]?.losses).toContainEqual(
      expect.objectContaining({ element: 'transcript', count: 1, kept: false }),
    );
    for (const [, content] of listContents(other)) expect(content).not.toContain('two nights more than');
  });
});
