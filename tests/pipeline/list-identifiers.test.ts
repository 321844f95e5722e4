import { describe, expect, it } from 'vitest';
import type { Transcript } from '../../src/model/transcript.js';
import { listIdentifiers } from '../../src/pipeline/list-identifiers.js';
import { seekVerdicts } from '../../src/pipeline/pseudonyms/mark-decided.js';

const makeTranscript = (id: string, text: string, file = `${id}.txt`): Transcript => ({
  id,
  participantIds: [id],
  text,
  textHash: '',
  utterances: [],
  file,
  format: 'plain-text',
});

const first = makeTranscript('P01', 'Then Priya came with Sam. Sam said that it was Priya’s idea.');
const second = makeTranscript('P02', 'We asked Priya and wrote to priya@example.org about it.');

describe('listIdentifiers', () => {
  it('names each string once, with how often and where it stands first, most frequent first', async () => {
    const { distinct } = await listIdentifiers({ transcripts: [first, second], language: 'en' });
    expect(distinct).toEqual([
      expect.objectContaining({
        kind: 'name',
        text: 'Priya',
        count: 3,
        transcripts: 2,
        candidate: true,
        first: { transcriptId: 'P01', start: 5 },
      }),
      expect.objectContaining({ kind: 'name', text: 'Sam', count: 2, transcripts: 1 }),
      expect.objectContaining({
        kind: 'email-address',
        text: 'priya@example.org',
        count: 1,
        candidate: false,
      }),
    ]);
  });

  it('marks what was decided before wherever it stands, in any case and with a possessive', async () => {
    const decided = seekVerdicts([{ text: 'PRIYA', decision: 'replace' }]);
    const { found, distinct } = await listIdentifiers({
      transcripts: [first, second],
      language: 'en',
      decided,
    });
    expect(found.filter((each) => each.decided).map(({ text }) => text)).toEqual(['Priya', 'Priya', 'Priya']);
    expect(distinct.map(({ text, decision }) => [text, decision])).toEqual([
      ['Priya', 'replace'],
      ['Sam', undefined],
      ['priya@example.org', undefined],
    ]);
  });

  it('says of a text without capitals that it cannot be called safe', async () => {
    const spoken = makeTranscript('P03', 'so my name is priya and i work there and it is fine');
    const { notices, distinct } = await listIdentifiers({ transcripts: [first, spoken], language: 'en' });
    expect(notices).toMatchObject([
      { severity: 'caution', code: 'low-confidence-names', place: { file: 'transcripts/P03.txt' } },
    ]);
    expect(notices[0]?.message).toMatch(/low confidence/);
    expect(distinct.find(({ text }) => text === 'Priya')?.count).toBe(3);
  });

  it('says where lines of capitals make names hard to find', async () => {
    const shouted = makeTranscript('P03', 'Then we spoke about it.\nMY NAME IS PRIYA AND I WORK\nAnd so on.');
    const { notices } = await listIdentifiers({ transcripts: [first, shouted], language: 'en' });
    expect(notices).toMatchObject([
      { severity: 'caution', code: 'low-confidence-names', place: { file: 'transcripts/P03.txt' } },
    ]);
    expect(notices[0]?.message).toMatch(/one line has nothing but capitals/);
  });

  it('says of a study in another language how far its names are found', async () => {
    const german = makeTranscript('P04', 'Gestern kam Frau Brinkmann.');
    const { notices } = await listIdentifiers({ transcripts: [german], language: 'de' });
    expect(notices).toMatchObject([{ code: 'low-confidence-names', place: { file: 'study.yaml' } }]);
  });

  it('says where the name of a file holds a name', async () => {
    const named = makeTranscript('x', 'We spoke.', 'Interview with Priya Okafor - 2026-03-02.md');
    const { notices } = await listIdentifiers({ transcripts: [first, named], language: 'en' });
    expect(notices.map(({ code, message }) => [code, /\((.*?)\)/.exec(message)?.[1]])).toEqual([
      ['name-in-file-name', 'Priya Okafor'],
    ]);
  });

  it('finds nothing in a study without transcripts', async () => {
    expect(await listIdentifiers({ transcripts: [], language: 'sv' })).toEqual({
      found: [],
      distinct: [],
      notices: [],
    });
  });
});
