import { describe, expect, it } from 'vitest';
import { makeQuote } from '../../src/pipeline/make-quote.js';
import { toQuoteRecord } from '../../src/workspace/read-quotes.js';
import { findReportFolder, readStudy } from '../../src/workspace/read-study.js';
import { makeStudy } from './make-study.js';

const spoken = 'I wake up at noon and cannot find back to sleep.';
const at = '2026-04-02T09:14:20Z';

/** The one marked quote of the plain study. */
function readMark(folder: string) {
  const [mark] = readStudy(folder).study.quotes;
  if (mark === undefined) throw new Error('the plain study has a mark');
  return mark;
}

const decide = (quote: string, theme: string, applies: boolean) =>
  `${JSON.stringify({ quote, theme, applies, at })}\n`;

describe('readStudy', () => {
  it('reads a whole study without a finding', () => {
    const { study, notices, files, anchorings, themePlaces } = readStudy(makeStudy());
    expect(notices).toEqual([]);
    expect(study.quotes.map(({ exact }) => exact)).toEqual([spoken]);
    expect(study.decisions).toMatchObject([{ themeId: 'sleep', coder: 'ana', applies: true, decidedAt: '' }]);
    expect(study.participants).toEqual([
      {
        id: 'P01',
        attributes: { role: 'nurse' },
        consent: { known: true, scopes: ['research', 'publication'] },
      },
    ]);
    expect(study.taxonomy.dimensions).toEqual([{ id: 'theme', label: 'Theme' }]);
    expect(anchorings).toMatchObject([{ state: 'in-place' }]);
    expect(themePlaces.get('pay')).toEqual({ file: 'taxonomy.yaml', line: 6, column: 13 });
    expect(files).toMatchObject([
      {
        file: 'transcripts/P01.md',
        format: 'markdown',
        transcripts: [
          {
            id: 'P01',
            participants: ['P01'],
            utterances: 2,
            words: 4 + 1 + 11 + 4,
            unknownSpeakers: 0,
            quotes: 1,
          },
        ],
      },
    ]);
  });

  it('needs nothing but study.yaml', () => {
    const folder = makeStudy({
      'participants.csv': undefined,
      'taxonomy.yaml': undefined,
      'transcripts/P01.md': undefined,
    });
    const { study, notices } = readStudy(folder);
    expect(notices).toEqual([]);
    expect(study).toMatchObject({ participants: [], transcripts: [], quotes: [], decisions: [], memos: [] });
  });

  it('takes empty files for missing ones', () => {
    const empty = {
      'participants.csv': '',
      'taxonomy.yaml': '\n',
      'quotes.jsonl': '',
      'decisions/ana.jsonl': '',
    };
    const { notices } = readStudy(
      makeStudy({ ...empty, 'transcripts/P01.md': 'P01: Hello.\n\nP01: Still here.\n' }),
    );
    expect(notices).toEqual([]);
  });

  it('without participants.csv takes participants from the transcripts, and their consent is unknown', () => {
    const { study, notices } = readStudy(makeStudy({ 'participants.csv': undefined }));
    expect(study.participants).toEqual([
      { id: 'P01', attributes: {}, consent: { known: false, scopes: [] } },
    ]);
    expect(notices).toEqual([]);
  });

  it('reads transcripts in the order of the bytes of their names', () => {
    const text = 'Interviewer: And?\n\nP01: Fine.\n\nInterviewer: Good.\n\nP01: Yes.\n';
    const names = ['é.txt', 'b.txt', 'B.txt', 'a10.txt', 'a2.txt'];
    const folder = makeStudy(Object.fromEntries(names.map((name) => [`transcripts/${name}`, text])));
    expect(readStudy(folder).study.transcripts.map(({ id }) => id)).toEqual([
      'B',
      'P01',
      'a10',
      'a2',
      'b',
      'é',
    ]);
  });

  it('passes over hidden files and files about the transcripts', () => {
    const folder = makeStudy({
      'transcripts/.DS_Store': '\0\0',
      'transcripts/README.md': 'From the archive.',
    });
    expect(readStudy(folder).notices).toEqual([]);
  });

  it('tells its progress before each transcript', () => {
    const steps: unknown[] = [];
    readStudy(makeStudy(), { onProgress: (done, total, file) => steps.push([done, total, file]) });
    expect(steps).toEqual([[0, 1, 'transcripts/P01.md']]);
  });

  it('gives the same value for the same folder', () => {
    const folder = makeStudy();
    expect(readStudy(folder)).toEqual(readStudy(folder));
  });

  it('keeps the reports inside the study', () => {
    const folder = makeStudy({ 'study.yaml': 'name: x\nreports: { folder: ../elsewhere }\n' });
    expect(() => findReportFolder(readStudy(folder))).toThrow(
      expect.objectContaining({ code: 'outside-folder' }),
    );
  });
});

describe('quotes and decisions of a study', () => {
  it('a passage that is marked and recorded is one quote, under its recorded id and with both decisions', () => {
    const mark = readMark(makeStudy());
    const record = { ...toQuoteRecord(mark), id: 'q_mine' };
    const { study, notices } = readStudy(
      makeStudy({
        'quotes.jsonl': `${JSON.stringify(record)}\n`,
        'decisions/ben.jsonl': decide('q_mine', 'pay', true),
      }),
    );
    expect(notices).toEqual([]);
    expect(study.quotes.map(({ id }) => id)).toEqual(['q_mine']);
    expect(study.decisions.map(({ quoteId, coder, themeId }) => [quoteId, coder, themeId])).toEqual([
      ['q_mine', 'ana', 'sleep'],
      ['q_mine', 'ben', 'pay'],
    ]);
  });

  it('a decision on the id of a mark holds for the recorded quote of the same passage', () => {
    const mark = readMark(makeStudy());
    const record = { ...toQuoteRecord(mark), id: 'q_mine' };
    const { study, notices } = readStudy(
      makeStudy({
        'quotes.jsonl': `${JSON.stringify(record)}\n`,
        'decisions/ben.jsonl': decide(mark.id, 'pay', true),
      }),
    );
    expect(notices).toEqual([]);
    expect(study.decisions.at(-1)).toMatchObject({ quoteId: 'q_mine', coder: 'ben' });
  });

  it('a mark whose id another passage has already gets an id of its own, and its decisions go with it', () => {
    const transcript = `**P01:** I know. ==I know.=={#sleep}\n\n**Interviewer:** Do you?\n\n**P01:** I do.\n`;
    const bare = readStudy(makeStudy({ 'transcripts/P01.md': transcript })).study;
    const [first] = bare.transcripts;
    if (first === undefined) throw new Error('there is a transcript');
    const earlier = makeQuote({ transcript: first, span: { start: 0, end: 7 }, occurrence: 0 });
    expect(earlier.id).toBe(bare.quotes[0]?.id);
    const { study } = readStudy(
      makeStudy({
        'transcripts/P01.md': transcript,
        'quotes.jsonl': `${JSON.stringify(toQuoteRecord(earlier))}\n`,
        'decisions/ben.jsonl': decide(earlier.id, 'pay', true),
      }),
    );
    expect(study.quotes.map(({ span }) => span.start)).toEqual([0, 8]);
    expect(new Set(study.quotes.map(({ id }) => id)).size).toBe(2);
    expect(study.decisions.map(({ quoteId, themeId }) => [quoteId, themeId])).toEqual([
      [study.quotes[1]?.id, 'sleep'],
      [earlier.id, 'pay'],
    ]);
  });

  it("the last line of a coder for a quote and theme counts, and comes after that coder's marks", () => {
    const { id } = readMark(makeStudy());
    const lines = [decide(id, 'pay', true), decide(id, 'sleep', false), decide(id, 'pay', false)];
    const { study } = readStudy(makeStudy({ 'decisions/ana.jsonl': lines.join('') }));
    expect(study.decisions.map(({ themeId, applies }) => [themeId, applies])).toEqual([
      ['sleep', false],
      ['pay', false],
    ]);
  });

  it('a quote whose transcript was corrected moves, and one notice says so', () => {
    const record = toQuoteRecord(readMark(makeStudy()));
    const { study, anchorings, notices } = readStudy(
      makeStudy({
        'quotes.jsonl': `${JSON.stringify(record)}\n`,
        'transcripts/P01.md': `**Interviewer:** How well do you sleep?\n\n**P01:** Badly. ${spoken}\n`,
      }),
    );
    expect(anchorings.map(({ state }) => state)).toEqual(['moved']);
    expect(study.quotes[0]?.span.start).toBe(record.start + 'well '.length);
    expect(notices).toMatchObject([
      { severity: 'info', code: 'quotes-moved', place: { file: 'transcripts/P01.md' } },
    ]);
  });

  it('a quote whose words are gone is kept as lost, told with its line, and takes its decisions along', () => {
    const record = toQuoteRecord(readMark(makeStudy()));
    const { study, anchorings, notices } = readStudy(
      makeStudy({
        'quotes.jsonl': `\n${JSON.stringify(record)}\n`,
        'decisions/ben.jsonl': decide(record.id, 'sleep', true),
        'transcripts/P01.md': '**Interviewer:** Well?\n\n**P01:** No comment today.\n',
      }),
    );
    expect(anchorings).toMatchObject([{ state: 'lost', was: { id: record.id } }]);
    expect(study.quotes).toEqual([]);
    expect(study.decisions).toEqual([]);
    expect(notices).toMatchObject([{ code: 'quote-lost', place: { file: 'quotes.jsonl', line: 2 } }]);
  });
});
