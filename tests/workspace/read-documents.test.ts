import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { settingsSchema } from '../../src/model/settings.js';
import { planWithdrawal } from '../../src/pipeline/plan-withdrawal.js';
import { importTranscripts } from '../../src/workspace/import-transcripts.js';
import { readBytesAsOriginal } from '../../src/workspace/pseudonymising/read-original.js';
import { readStudy } from '../../src/workspace/read-study.js';
import { cutTranscripts } from '../../src/workspace/withdrawing/cut-transcripts.js';
import { type Told, toHtml, toRichText, toWord } from '../formats/office/make-documents.js';
import { makeWord, paragraph, run } from '../formats/office/make-word.js';
import { makeFolder, makeStudy } from './make-study.js';

const yellow = '<w:highlight w:val="yellow"/>';
const comment = (id: number, author: string, text: string) =>
  `<w:comment w:id="${id}" w:author="${author}"><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:comment>`;
const about = (id: number, text: string) =>
  `<w:commentRangeStart w:id="${id}"/>${run(text)}<w:commentRangeEnd w:id="${id}"/>`;

/** An interview with two comments, by the authors in this order. */
function makeCommented(one: string, two: string): Uint8Array {
  const body =
    paragraph(run('Interviewer: How do you sleep?')) +
    paragraph(
      `${run('P01: ')}${about(1, 'Badly.')}${run(' ')}${about(2, 'At noon.')}${run(' Late.', yellow)}`,
    );
  const comments = comment(1, one, '#sleep shallow') + comment(2, two, '#pay');
  return makeWord(body, { comments }).bytes;
}

const told: Told = [
  { label: 'Interviewer', paragraphs: [[{ text: 'And the pay?' }]] },
  { label: 'P01', paragraphs: [[{ text: 'Too little.', isMarked: true }]] },
];

describe('documents in a study', () => {
  it('give quotes and decisions by their highlights, in the themes that study.yaml names for colours', () => {
    const folder = makeStudy({
      'study.yaml': 'name: Night shifts\ncoder: ana\nmarks: { yellow: pay }\n',
      'transcripts/P01.md': undefined,
      'transcripts/P01.rtf': toRichText(told).bytes,
    });
    const { study, notices } = readStudy(folder);
    expect(notices).toEqual([]);
    expect(study.quotes.map(({ exact }) => exact)).toEqual(['Too little.']);
    expect(study.decisions).toMatchObject([{ coder: 'ana', themeId: 'pay', applies: true }]);
  });

  it('give the author of comments one code in every file, and tell initials alone', () => {
    const folder = makeStudy({
      'transcripts/P01.md': undefined,
      'transcripts/a.docx': makeCommented('Ana Berg', 'Tom Ek'),
      'transcripts/b.docx': makeCommented('Tom Ek', 'Ana Berg'),
    });
    const { study, notices } = readStudy(folder);
    const [ana = '', tom = ''] = study.decisions.map(({ coder }) => coder);
    expect(study.decisions.map(({ coder, themeId }) => [coder, themeId])).toEqual([
      [ana, 'sleep'],
      [tom, 'pay'],
      [tom, 'sleep'],
      [ana, 'pay'],
    ]);
    expect(new Set([ana, tom]).size).toBe(2);
    expect(study.quotes.find(({ exact }) => exact === 'Badly.')?.note).toBe('shallow');
    const codes = notices.filter(({ code }) => code === 'comment-authors');
    expect(codes).toHaveLength(1);
    expect(codes[0]?.message).toContain(`${ana} is A.B.`);
    expect(codes[0]?.message).toContain(`${tom} is T.E.`);
    expect(JSON.stringify([study, notices])).not.toMatch(/Ana Berg|Tom Ek/);
  });

  it('leave the code of an author as it is when a file of another one comes before theirs', () => {
    const files = {
      'transcripts/P01.md': undefined,
      'transcripts/b.docx': makeCommented('Tom Ek', 'Tom Ek'),
    };
    const codersOf = (more: Record<string, Uint8Array>) => {
      const { decisions, quotes } = readStudy(makeStudy({ ...files, ...more })).study;
      const ofB = new Set(quotes.filter(({ transcriptId }) => transcriptId === 'b').map(({ id }) => id));
      return decisions.filter(({ quoteId }) => ofB.has(quoteId)).map(({ coder }) => coder);
    };
    expect(codersOf({ 'transcripts/a.docx': makeCommented('Ana Berg', 'Ana Berg') })).toEqual(codersOf({}));
  });

  it('name the file where a comment names a theme that the taxonomy lacks', () => {
    const body = paragraph(run('I: Well?')) + paragraph(run('P01: ') + about(1, 'Badly.'));
    const { bytes } = makeWord(body, { comments: comment(1, 'Ana Berg', '#slep') });
    const { notices } = readStudy(
      makeStudy({ 'transcripts/P01.md': undefined, 'transcripts/P01.docx': bytes }),
    );
    expect(notices).toContainEqual(
      expect.objectContaining({ code: 'unknown-theme', place: { file: 'transcripts/P01.docx' } }),
    );
  });

  it('have answers that nobody said where only the interviewer has a label, unless study.yaml says who has none or whose transcript it is', () => {
    const body =
      paragraph(run('Moderator: Begin.')) + paragraph(run('I open the log.')) + paragraph(run('There.'));
    const speakersOf = (said: string) => {
      const files = {
        'study.yaml': `name: Night shifts\n${said}\n`,
        'transcripts/P01.md': undefined,
        'transcripts/call.docx': makeWord(body).bytes,
      };
      const [transcript] = readStudy(makeStudy(files)).study.transcripts;
      return transcript?.utterances.map(({ speaker }) => speaker.kind);
    };
    expect(speakersOf('')).toEqual(['interviewer', 'unknown', 'unknown']);
    const known = ['interviewer', 'participant', 'participant'];
    expect(speakersOf('speakers: { "": P01 }')).toEqual(known);
    expect(speakersOf('transcripts: { call.docx: { participant: P01 } }')).toEqual(known);
  });

  it('are imported as they are, byte for byte, and left out with a reason where they are damaged', () => {
    const folder = makeStudy();
    const { bytes } = makeWord(paragraph(run('I: Well?')) + paragraph(run('P02: Badly.')));
    const given = [
      { name: 'P02.docx', bytes },
      { name: 'P03.docx', bytes: bytes.slice(0, 200) },
    ];
    const { taken, left } = importTranscripts(given, readStudy(folder));
    expect(taken).toEqual(['P02.docx']);
    expect(left).toMatchObject([{ file: 'P03.docx', reason: expect.stringContaining('damaged') }]);
    expect(readFileSync(join(folder, 'transcripts', 'P02.docx')).equals(bytes)).toBe(true);
  });

  it('are refused as originals of pseudonyms, since names in their markup would stay', () => {
    const rules = { settings: settingsSchema.parse({ name: 'x' }), participantIds: new Set<string>() };
    for (const source of [toRichText(told), toHtml(told), toWord(told)])
      expect(() => readBytesAsOriginal(source, rules)).toThrow(
        expect.objectContaining({ code: 'document-not-pseudonymised' }),
      );
  });

  it('that somebody shares with others are left to be cut by hand where they withdraw', () => {
    const folder = makeStudy({
      'participants.csv': 'id,consent\nP01,research\nP02,research\n',
      'transcripts/pair.rtf': toRichText([
        { label: 'P01', paragraphs: [[{ text: 'I sleep badly these days.' }]] },
        { label: 'P02', paragraphs: [[{ text: 'So do I, to be honest.' }]] },
      ]).bytes,
    });
    const { study, anchorings } = readStudy(folder);
    const withdrawal = planWithdrawal({ participantId: 'P02', study, anchorings });
    const rules = { settings: study.settings, participantIds: new Set(['P01', 'P02']) };
    const request = {
      folder,
      withdrawal,
      transcripts: study.transcripts,
      rules,
      files: ['transcripts/pair.rtf'],
    };
    expect(cutTranscripts(request)).toEqual([
      { file: 'transcripts/pair.rtf', transcripts: ['pair'], isAlone: false },
    ]);
  });

  it('are not read through a link that leads out of the study', () => {
    const outside = makeFolder({ 'secret.docx': makeWord(paragraph(run('P01: Secret.'))).bytes });
    const folder = makeStudy();
    symlinkSync(join(outside, 'secret.docx'), join(folder, 'transcripts', 'P02.docx'));
    const { study, notices } = readStudy(folder);
    expect(study.transcripts.map(({ id }) => id)).toEqual(['P01']);
    expect(notices).toMatchObject([{ severity: 'error', place: { file: 'transcripts/P02.docx' } }]);
  });

  it('are told where study.yaml names a colour that is none', () => {
    const folder = makeStudy({ 'study.yaml': 'name: Night shifts\ncoder: ana\nmarks: { yelow: pay }\n' });
    expect(readStudy(folder).notices).toMatchObject([
      { code: 'unknown-colour', place: { file: 'study.yaml', line: 3 } },
    ]);
  });
});
