import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ToolkitError } from '../../src/errors.js';
import { readStudy } from '../../src/workspace/read-study.js';
import { listContents, makeFolder, makeStudy } from './make-study.js';

const mend = (folder: string) => readStudy(folder, { mending: true });

describe('a study that is read to be mended', () => {
  it('is read as any other where nothing is broken', () => {
    const folder = makeStudy({ 'decisions/ana.jsonl': '', 'memos/sleep.md': 'Noise.\n' });
    const { stamps, ...reading } = mend(folder);
    expect(reading).toEqual(readStudy(folder));
    expect(reading.broken).toBeUndefined();
    expect([...(stamps?.keys() ?? [])]).toContain('study.yaml');
  });

  it('is read whatever its settings hold, tells what is wrong, and changes nothing', () => {
    const folder = makeStudy();
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.uint8Array({ maxLength: 60 }),
      fc.json(),
      fc.constantFrom(
        'name: x\ncoder: "a b"\n',
        'interviewers: [',
        'name: &a x\nlanguage: *a\n',
        '[[[['.repeat(3000),
      ),
      fc
        .record({ name: fc.anything(), interviewers: fc.anything(), speakers: fc.anything() })
        .map((value) => {
          const written: string | undefined = JSON.stringify(value, (_key, each) =>
            typeof each === 'bigint' ? 1 : each,
          );
          return written ?? '';
        }),
    );
    fc.assert(
      fc.property(text, (content) => {
        writeFileSync(join(folder, 'study.yaml'), content);
        const before = listContents(folder);
        const { study, broken, notices } = mend(folder);
        expect(study.transcripts).toHaveLength(1);
        expect(study.settings.name).not.toBe('');
        if (broken === undefined) expect(() => readStudy(folder)).not.toThrow();
        else {
          expect(() => readStudy(folder)).toThrow(ToolkitError);
          expect(broken).toEqual(['study.yaml']);
          expect(
            notices.some(({ severity, place }) => severity === 'error' && place.file === 'study.yaml'),
          ).toBe(true);
        }
        expect(listContents(folder)).toEqual(before);
      }),
      { numRuns: 150 },
    );
  });

  it('has nobody for an interviewer where it is not known who is one, and does not ask who everybody is', () => {
    const files = {
      'transcripts/P01.md': 'Interviewer: Why?\n\nP01: So.\n\nDana R.: Well, no.\n\nDana R.: No.\n',
    };
    const unknown = mend(makeStudy({ ...files, 'study.yaml': 'name: x\ninterviewers: Dana R.\n' }));
    const [transcript] = unknown.study.transcripts;
    const kinds = transcript?.utterances.map(({ speaker }) => speaker.kind);
    expect(kinds).toEqual(['unknown', 'participant', 'unknown', 'unknown']);
    expect(unknown.notices.map(({ code }) => code)).toEqual(['invalid-value']);
    const known = mend(
      makeStudy({ ...files, 'study.yaml': 'name: x\ninterviewers: [Dana R.]\nlanguage: xx\n' }),
    );
    expect(known.study.transcripts[0]?.utterances.map(({ speaker }) => speaker.kind)).toEqual([
      'unknown',
      'participant',
      'interviewer',
      'interviewer',
    ]);
  });

  it('says which other files nothing can be decided without, also where only these are broken', () => {
    const cases = [
      ['taxonomy.yaml', 'dimensions: [', 'taxonomy.yaml'],
      ['participants.csv', 'code\nP01\n', 'participants.csv'],
      ['transcripts/P01.md', '', 'transcripts'],
    ] as const;
    for (const [file, content, named] of cases) {
      const folder = makeStudy({ [file]: content });
      expect(readStudy(folder).broken).toEqual([named]);
      expect(mend(folder).broken).toEqual([named]);
    }
    const one = makeStudy({ 'transcripts/P02.md': '' });
    expect(readStudy(one).broken).toBeUndefined();
    expect(readStudy(makeStudy({ 'transcripts/P01.md': undefined })).broken).toBeUndefined();
  });

  it('is no study where there are neither settings nor transcripts', () => {
    for (const files of [
      {},
      { 'transcripts/README.md': 'x' },
      { 'transcripts/.hidden': 'x' },
      { transcripts: 'x' },
    ])
      expect(() => mend(makeFolder(files))).toThrow(expect.objectContaining({ code: 'no-study' }));
  });
});
