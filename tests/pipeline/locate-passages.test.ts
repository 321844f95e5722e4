import { describe, expect, it } from 'vitest';
import { locatePassages, type PassageRow } from '../../src/pipeline/locate-passages.js';
import { buildTranscript } from './build-transcript.js';

const first = buildTranscript('first', [
  ['I', 'What keeps you at the lighthouse?'],
  ['P01', 'It’s the quiet — and the lamp. Yes. I would not live anywhere else, whatever they pay me. Yes.'],
  ['P02', 'For me it is the birds, which come every spring. Yes.'],
]);
const second = buildTranscript('second', [
  ['I', 'What keeps you at the lighthouse?'],
  ['P03', 'The birds, which come every spring. And the start of the day.'],
]);
const transcripts = [first, second];
const locate = (...rows: PassageRow[]) => locatePassages(rows, transcripts);
const texts = new Map(transcripts.map(({ id, text }) => [id, text]));

/** The words at each place found, or the reason. */
const read = (...rows: PassageRow[]) =>
  locate(...rows).map((located) =>
    located.found
      ? texts.get(located.transcriptId)?.slice(located.span.start, located.span.end)
      : located.reason,
  );

describe('locatePassages', () => {
  it('finds words exactly, and says so', () => {
    const start = first.text.indexOf('the quiet');
    expect(locate({ words: ' the quiet ', transcript: 'first' })).toEqual([
      {
        found: true,
        transcriptId: 'first',
        span: { start, end: start + 9 },
        method: 'exact',
        score: 1,
        places: 1,
      },
    ]);
  });

  it('finds words whatever their white space, case and quote style', () => {
    expect(locate({ words: "it's  the quiet - and\nthe LAMP.", transcript: 'first' })).toMatchObject([
      { method: 'folded', score: 1 },
    ]);
    expect(read({ words: "it's  the quiet - and\nthe LAMP.", transcript: 'first' })).toEqual([
      'It’s the quiet — and the lamp.',
    ]);
  });

  it('finds words that differ by a slip, with a score', () => {
    const row = { words: 'I would never live anywhere else, whatever they pay me', transcript: 'first' };
    expect(locate(row)).toMatchObject([
      { found: true, method: 'approximate', score: 1 - 4 / row.words.length },
    ]);
    expect(read(row)).toEqual(['I would not live anywhere else, whatever they pay me']);
  });

  it('does not take in the end of the question where a row begins with a label', () => {
    expect(
      read({
        words: 'Participant: It’s the quiet — and the lamp. Yes. I would not live anywhere else',
        transcript: 'first',
      }),
    ).toEqual(['It’s the quiet — and the lamp. Yes. I would not live anywhere else']);
  });

  it('finds a transcript by its id or file name, in any case', () => {
    expect(read({ words: 'the quiet', transcript: 'FIRST.txt' })).toEqual(['the quiet']);
  });

  it('looks everywhere for a row without a transcript, and in the participant’s transcripts where it has one', () => {
    expect(locate({ words: 'the quiet' })).toMatchObject([{ transcriptId: 'first' }]);
    expect(locate({ words: 'which come every spring', participant: 'p03' })).toMatchObject([
      { transcriptId: 'second' },
    ]);
    expect(locate({ words: 'I would never live anywhere else, whatever they pay me' })).toMatchObject([
      { transcriptId: 'first', method: 'approximate' },
    ]);
  });

  it('gives rows with the same words one place after the other, and then the first again', () => {
    const yes = { words: 'Yes.', transcript: 'first' };
    const starts = locate(yes, yes, yes, yes).map((located) => located.found && located.span.start);
    expect(new Set(starts.slice(0, 3)).size).toBe(3);
    expect(starts[3]).toBe(starts[0]);
  });

  it('finds only what the row’s participant says', () => {
    const yes = { words: 'Yes.', transcript: 'first', participant: 'P02' };
    const [located] = locate(yes);
    expect(located).toMatchObject({ found: true, span: { start: first.text.lastIndexOf('Yes.') } });
  });

  it('finds a word, not the same letters inside another', () => {
    expect(locate({ words: 'art', transcript: 'second' })).toMatchObject([{ found: false }]);
    expect(read({ words: 'he birds, which come ever', transcript: 'second' })).toEqual([
      'he birds, which come ever',
    ]);
  });

  it.each<[string, PassageRow, string]>([
    [
      'words of an interviewer',
      { words: 'What keeps you', transcript: 'first' },
      'in first somebody else says its words',
    ],
    [
      'words of another',
      { words: 'the quiet', transcript: 'first', participant: 'P02' },
      'in first somebody else says its words',
    ],
    [
      'words that occur in two transcripts',
      { words: 'which come every spring' },
      'its words occur in 2 transcripts: first, second',
    ],
    [
      'an unknown transcript',
      { words: 'the quiet', transcript: 'fist' },
      'there is no transcript "fist"; did you mean "first"?',
    ],
    [
      'an unknown participant',
      { words: 'the quiet', participant: 'X' },
      'no transcript is of participant "X"',
    ],
    ['no words', { words: ' \n', transcript: 'first' }, 'the row holds no words'],
    [
      'words that nobody says',
      { words: 'a helicopter landed on my roof' },
      'neither its words nor words like them are in the transcripts searched',
    ],
  ])('says why it does not find %s', (_, row, reason) => {
    expect(locate(row)).toEqual([{ found: false, reason }]);
  });

  it('does not choose between passages that are equally like a row', () => {
    const twice = buildTranscript('twice', [
      ['P01', 'We left the harbour at night. We left the harbour at night.'],
    ]);
    expect(locatePassages([{ words: 'We lift the harbour at night' }], [twice])).toEqual([
      { found: false, reason: '2 passages of twice are equally like it' },
    ]);
  });

  it('takes no rows and no transcripts', () => {
    expect(locatePassages([], transcripts)).toEqual([]);
    expect(locatePassages([{ words: 'the quiet' }], [])).toMatchObject([{ found: false }]);
  });
});
