import { describe, expect, it } from 'vitest';
import type { SourceMark } from '../../src/formats/format.js';
import type { Transcript } from '../../src/model/transcript.js';
import { readMarkedQuotes } from '../../src/pipeline/read-marked-quotes.js';
import { hashText } from '../../src/text/hash-text.js';

const text = 'Who calls?\nThe bell calls. The bell calls.';
const transcript: Transcript = {
  id: 'P07',
  participantIds: ['P07'],
  text,
  textHash: hashText(text),
  utterances: [
    { span: { start: 0, end: 10 }, speaker: { kind: 'interviewer' } },
    { span: { start: 11, end: text.length }, speaker: { kind: 'participant', participantId: 'P07' } },
  ],
  file: 'P07.docx',
  format: 'word',
};
const first = { start: 11, end: 26 };
const second = { start: 27, end: text.length };

/** A mark on a span; where it stands in the source does not matter here. */
function mark(span: typeof first, more: Partial<SourceMark> = {}) {
  const end = { turn: 0, offset: 0 };
  return { span, mark: { from: end, to: end, themes: [], line: 2, ...more } };
}

const read = (marks: readonly ReturnType<typeof mark>[], colours: Readonly<Record<string, string>> = {}) =>
  readMarkedQuotes(marks, { transcript, settings: { coder: 'ana', marks: colours } });

const judgements = ({ decisions }: ReturnType<typeof read>) =>
  decisions.map(({ coder, themeId, quoteId }) => [coder, themeId, quoteId]);

describe('marked passages', () => {
  it('are one quote where several marks lie on the very same words, with the decisions of each', () => {
    const found = read([
      mark(first, { colour: '#ffff00' }),
      mark(first, { themes: ['duty'], coder: 'c1', note: 'loud' }),
      mark(first, { themes: ['duty', 'fear'], coder: 'c2', note: 'or not' }),
    ]);
    expect(found.quotes.map(({ exact, note }) => [exact, note])).toEqual([
      ['The bell calls.', 'loud / or not'],
    ]);
    const id = found.quotes[0]?.id;
    expect(judgements(found)).toEqual([
      ['c1', 'duty', id],
      ['c2', 'duty', id],
      ['c2', 'fear', id],
    ]);
  });

  it('are two quotes where the same words are marked in two places', () => {
    const { quotes } = read([mark(first), mark(second)]);
    expect(quotes.map(({ span }) => span)).toEqual([first, second]);
    expect(new Set(quotes.map(({ id }) => id)).size).toBe(2);
  });

  it('have the theme that the study gives to their colour, however it writes the colour', () => {
    const marks = [mark(first, { colour: '#ffff00' }), mark(second, { colour: '#c6e0b4' })];
    const found = read(marks, { yellow: 'duty', C6E0B4: 'fear' });
    expect(judgements(found).map(([coder, theme]) => [coder, theme])).toEqual([
      ['ana', 'duty'],
      ['ana', 'fear'],
    ]);
    expect(read(marks).decisions).toEqual([]);
    expect(read(marks).quotes).toHaveLength(2);
  });

  it('are decided once where the colour and a comment of the same coder name one theme', () => {
    const found = read([mark(first, { colour: '#ffff00' }), mark(first, { themes: ['duty'] })], {
      yellow: 'duty',
    });
    expect(found.decisions).toHaveLength(1);
  });

  it('are no quote on words of an interviewer', () => {
    const found = read([mark({ start: 0, end: 10 }, { themes: ['duty'] })]);
    expect(found).toMatchObject({ quotes: [], decisions: [], notices: [{ code: 'mark-on-interviewer' }] });
  });
});
