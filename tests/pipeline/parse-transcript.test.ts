import { describe, expect, test } from 'vitest';
import { ToolkitError } from '../../src/errors.js';
import { type ParsedSource, parseTranscript } from '../../src/pipeline/parse-transcript.js';
import { makePackage } from '../packages/make-package.js';

const settings = { coder: 'ana', speakers: {}, transcripts: {} };

function parse(name: string, text: string | Uint8Array): ParsedSource {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return parseTranscript({ name, bytes }, { settings, participantIds: new Set() });
}

function parseNamed(name: string, text: string): ParsedSource {
  const named = { ...settings, interviewers: ['Nora'], speakers: { Dima: 'P02' } };
  const bytes = new TextEncoder().encode(text);
  return parseTranscript(
    { name, bytes },
    { settings: named, participantIds: new Set(['P01', 'P02', 'Lea']) },
  );
}

function catchError(work: () => unknown): ToolkitError {
  try {
    work();
  } catch (error) {
    if (error instanceof ToolkitError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('a transcript', () => {
  const { transcripts } = parse(
    'talk.one.txt',
    'I: How are you?\nP07: ==Fine==, and\u0301 you?\n\n==Fine== indeed.\n',
  );
  const [parsed] = transcripts;

  test('is named after its file without the extension', () => {
    expect(parsed?.transcript).toMatchObject({ id: 'talk.one', file: 'talk.one.txt', format: 'plain-text' });
  });

  test('has the words of its utterances, composed and joined by line feeds, and the hash of these', () => {
    expect(parsed?.transcript.text).toBe('How are you?\nFine, and\u0301 you?\nFine indeed.'.normalize('NFC'));
    expect(parsed?.transcript.textHash).toMatch(/^[0-9a-f]{64}$/);
  });

  test('gives two passages of the same words quotes of their own', () => {
    expect(parsed?.quotes.map(({ exact, span }) => [exact, span.start])).toEqual([
      ['Fine', 13],
      ['Fine', 13 + 'Fine, and\u0301 you?'.normalize('NFC').length + 1],
    ]);
    expect(new Set(parsed?.quotes.map(({ id }) => id)).size).toBe(2);
  });
});

test('a mark with themes is a decision of the coder for each of them, without a time', () => {
  const [parsed] = parse('P1.txt', 'I: So?\nP1: ==I was afraid=={#fear #define-success}.\n').transcripts;
  const quoteId = parsed?.quotes[0]?.id;
  expect(parsed?.decisions).toEqual([
    { quoteId, themeId: 'fear', coder: 'ana', applies: true, decidedAt: '' },
    { quoteId, themeId: 'define-success', coder: 'ana', applies: true, decidedAt: '' },
  ]);
});

test('a mark in the words of an interviewer is no quote and is said with its line', () => {
  const { transcripts, notices } = parse('P1.txt', 'I: ==So?==\nP1: Well.\n');
  expect(transcripts[0]?.quotes).toEqual([]);
  expect(notices).toMatchObject([{ code: 'mark-on-interviewer', place: { file: 'P1.txt', line: 1 } }]);
});

test('front matter and study.yaml give participant and date, and study.yaml is the stronger', () => {
  const text = '---\nparticipant: P07\ndate: 2026-03-02\n---\nI: So?\nParticipant: Well.\n';
  const [own] = parse('talk.md', text).transcripts;
  expect(own?.transcript).toMatchObject({ participantIds: ['P07'], date: '2026-03-02' });
  const transcripts = { 'talk.md': { participant: 'P08', date: '2026-04-01' } };
  const rules = { settings: { ...settings, transcripts }, participantIds: new Set(['P07', 'P08']) };
  const [told] = parseTranscript(
    { name: 'talk.md', bytes: new TextEncoder().encode(text) },
    rules,
  ).transcripts;
  expect(told?.transcript).toMatchObject({ participantIds: ['P08'], date: '2026-04-01' });
});

test('a table with a transcript in each row gives as many transcripts, each with a participant of its own', () => {
  const rows =
    'id,text\nT1,"Assistant: Hello?\n\nUser: Hi.\n\nAI: Good."\nT2,"Assistant: Hello?\n\nUser: Hm."\n';
  const { transcripts } = parse('all.csv', rows);
  expect(transcripts.map(({ transcript }) => [transcript.id, transcript.participantIds])).toEqual([
    ['T1', ['T1']],
    ['T2', ['T2']],
  ]);
  expect(transcripts[0]?.transcript.utterances.map(({ speaker }) => speaker.kind)).toEqual([
    'interviewer',
    'participant',
    'interviewer',
  ]);
});

describe('bad input is refused or said with file and line', () => {
  test('windows-1252 is read with a caution at the first odd line', () => {
    const bytes = Uint8Array.from([...'I: So?\nP1: caf', '\xe9', '.\n'].join(''), (letter) =>
      letter.charCodeAt(0),
    );
    const { transcripts, notices } = parse('P1.txt', bytes);
    expect(transcripts[0]?.transcript.text).toBe('So?\ncafé.');
    expect(notices).toMatchObject([{ code: 'encoding-assumed', place: { file: 'P1.txt', line: 2 } }]);
  });

  test('a file that was cut off inside a character is read with a caution', () => {
    const whole = new TextEncoder().encode('I: Ça va ?\nP1: Oui, été');
    const { notices } = parse('P1.txt', whole.subarray(0, -1));
    expect(notices).toMatchObject([{ code: 'file-truncated', place: { file: 'P1.txt' } }]);
  });

  test.each([
    ['empty-file', 'P1.txt', new Uint8Array()],
    ['damaged-package', 'P1.docx', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0])],
    ['damaged-package', 'P1.txt', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0])],
    ['protected-package', 'P1.docx', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0])],
    ['unknown-format', 'P1.ods', makePackage({ 'content.xml': '<a/>', mimetype: 'application/x' }).bytes],
    ['file-too-large', 'P1.txt', new Uint8Array(50 * 1024 * 1024 + 1)],
    ['unknown-format', 'P1.xyz', new TextEncoder().encode('Hello')],
    ['no-speech', 'P1.rtf', new TextEncoder().encode('{\\rtf1 {\\info{\\title Hello}}}')],
    ['unknown-format', 'P1.srt', new TextEncoder().encode('This is no caption file.')],
    ['no-words-column', 'P1.csv', new TextEncoder().encode('a,b\n1,2\n')],
    ['no-speech', 'P1.md', new TextEncoder().encode('# Only a title\n')],
  ])('%s names %s and a way out', (code, name, bytes) => {
    const error = catchError(() => parse(name, bytes));
    expect(error).toMatchObject({ code, place: { file: name } });
    expect(error.hint).toMatch(/\w/);
  });

  test('a file without speakers is read, with one caution', () => {
    const { transcripts, notices } = parse('diary.txt', 'One thing.\n\nAnother thing.\n');
    expect(transcripts[0]?.transcript.utterances.map(({ speaker }) => speaker)).toEqual([
      { kind: 'unknown', label: '' },
      { kind: 'unknown', label: '' },
    ]);
    expect(notices).toMatchObject([{ code: 'no-speakers', severity: 'caution', place: { line: 1 } }]);
  });
});

test.each([
  ['talk.txt', 'Nora: How was it?\nP01: I was afraid.\nDima: I was not.\nLea: Nor was I.\n'],
  ['talk.md', 'Nora: How was it?\n\nP01: I was afraid.\n\nDima: I was not.\n\nLea: Nor was I.\n'],
  [
    'talk.srt',
    [
      'Nora: How was it?',
      'P01: I was afraid.',
      'all the time',
      'and after',
      'Dima: I was not.',
      'Lea: Nor I.',
      'at all',
      'not once',
      'ever',
    ]
      .map((words, at) => `${at + 1}\n00:00:0${at},000 --> 00:00:0${at},900\n${words}\n`)
      .join('\n'),
  ],
])('a label of %s that the study names begins an utterance also where it occurs once', (name, text) => {
  const [parsed] = parseNamed(name, text).transcripts;
  expect(parsed?.transcript.utterances.map(({ speaker }) => speaker)).toEqual([
    { kind: 'interviewer' },
    { kind: 'participant', participantId: 'P01' },
    { kind: 'participant', participantId: 'P02' },
    { kind: 'participant', participantId: 'Lea' },
  ]);
});
