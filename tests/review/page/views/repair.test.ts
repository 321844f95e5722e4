import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countSeverities,
  describeFile,
  groupNotices,
  readPlace,
} from '../../../../src/review/page/views/repair/group-notices.js';

const error = {
  severity: 'error' as const,
  code: 'bad-line',
  message: 'Not JSON.',
  place: 'quotes.jsonl:4:2',
};
const info = {
  severity: 'info' as const,
  code: 'theme-incomplete',
  message: 'No exclude.',
  place: 'taxonomy.yaml:9',
};
const early = { ...info, place: 'quotes.jsonl:1' };

describe('the problems of a study', () => {
  it('stand by file, those with most errors first, and errors before remarks', () => {
    const groups = groupNotices([info, early, error]);
    expect(groups.map(({ file, errors }) => [file, errors])).toEqual([
      ['quotes.jsonl', 1],
      ['taxonomy.yaml', 0],
    ]);
    expect(groups[0]?.notices.map(({ code }) => code)).toEqual(['bad-line', 'theme-incomplete']);
  });

  it('stand by line where they are as bad as each other', () => {
    const places = ['quotes.jsonl:12', 'quotes.jsonl', 'quotes.jsonl:4:9'];
    const [group] = groupNotices(places.map((place) => ({ ...error, place })));
    expect(group?.notices.map(({ where }) => where)).toEqual(['', 'line 4, column 9', 'line 12']);
  });

  it('begin with what must be mended before anything else', () => {
    const places = ['quotes.jsonl:1', 'quotes.jsonl:2', 'study.yaml:4', 'transcripts/P01.md'];
    const groups = groupNotices(
      places.map((place) => ({ ...error, place })),
      ['study.yaml', 'transcripts'],
    );
    expect(groups.map(({ file }) => file)).toEqual(['study.yaml', 'transcripts/P01.md', 'quotes.jsonl']);
  });

  it('are all there, whatever their places', () => {
    const notice = fc.record({
      severity: fc.constantFrom('error' as const, 'caution' as const, 'info' as const),
      code: fc.string(),
      message: fc.string(),
      place: fc.string({ unit: 'binary' }),
    });
    fc.assert(
      fc.property(fc.array(notice), (notices) => {
        expect(groupNotices(notices).flatMap((group) => group.notices)).toHaveLength(notices.length);
        const counts = countSeverities(notices);
        expect(counts.error + counts.caution + counts.info).toBe(notices.length);
      }),
    );
  });

  it.each([
    ['decisions/ben.jsonl:94:2', 'decisions/ben.jsonl', 'line 94, column 2'],
    ['decisions/ben.jsonl:94', 'decisions/ben.jsonl', 'line 94'],
    ['transcripts/call-03.vtt', 'transcripts/call-03.vtt', ''],
    ['C:notes', 'C:notes', ''],
    ['', '', ''],
  ])('reads the place %j', (place, file, where) => {
    expect(readPlace(place)).toEqual({ file, where });
  });

  it('says what a file is for, and nothing of a file that it does not know', () => {
    expect(describeFile('decisions/ben.jsonl')).toBe('one decision a line');
    expect(describeFile('notes.txt')).toBe('');
  });
});
