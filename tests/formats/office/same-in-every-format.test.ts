import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SourceBytes } from '../../../src/packages/open-package.js';
import { parseTranscript } from '../../../src/pipeline/parse-transcript.js';
import {
  type Told,
  toHtml,
  toMarkdown,
  toOpenDocument,
  toPlainText,
  toRichText,
  toWord,
  toWorkbook,
} from './make-documents.js';

const rules = {
  settings: { coder: 'ana', speakers: {}, transcripts: {} },
  participantIds: new Set<string>(),
};

function readTold(source: SourceBytes) {
  const { transcripts, format } = parseTranscript(source, rules);
  const [parsed] = transcripts;
  const { text = '', utterances = [], participantIds } = parsed?.transcript ?? {};
  return {
    format,
    reading: {
      text,
      utterances,
      participantIds,
      quotes: parsed?.quotes.map(({ span, exact }) => ({ span, exact })),
    },
  };
}

const lighthouse: Told = [
  { label: 'Interviewer', paragraphs: [[{ text: 'What did the first winter teach you?' }]] },
  {
    label: 'P07',
    paragraphs: [
      [
        { text: 'Patience.' },
        { text: 'I counted the hours until the mail boat came,', isMarked: true },
        { text: 'at 9:30.' },
      ],
      [{ text: 'Then I stopped – it’s no use.', isMarked: true }, { text: 'Café and fog.' }],
    ],
  },
  { label: 'Interviewer', paragraphs: [[{ text: 'And the lamp?' }]] },
  { label: 'P07', paragraphs: [[{ text: 'It never failed. 😀' }]] },
];

/** What participants said that is marked: stretches of a turn that touch are one. */
function listMarked(told: Told): readonly string[] {
  return told.flatMap(({ label, paragraphs }) => {
    if (label === 'Interviewer') return [];
    const found: { text: string; isOpen: boolean }[] = [];
    for (const [row, stretches] of paragraphs.entries()) {
      for (const [column, { text, isMarked = false }] of stretches.entries()) {
        const last = found.at(-1);
        const glue = column > 0 ? ' ' : row > 0 ? '\n' : '';
        if (!isMarked) found.push({ text: '', isOpen: false });
        else if (last?.isOpen) last.text += glue + text;
        else found.push({ text, isOpen: true });
      }
    }
    return found.filter(({ isOpen }) => isOpen).map(({ text }) => text.normalize('NFC'));
  });
}

const documents = { word: toWord, 'open-document': toOpenDocument, 'rich-text': toRichText, html: toHtml };
const texts = { 'plain-text': toPlainText, markdown: toMarkdown };

describe('one interview', () => {
  it.each(Object.entries({ ...documents, ...texts }))(
    'has the same words, speakers and quotes as %s',
    (id, make) => {
      const { format, reading } = readTold(make(lighthouse));
      expect(format).toBe(id);
      expect(reading).toEqual(readTold(toWord(lighthouse)).reading);
      expect(reading.quotes?.map(({ exact }) => exact)).toEqual([
        'I counted the hours until the mail boat came,',
        'Then I stopped – it’s no use.',
      ]);
      expect(reading.participantIds).toEqual(['P07']);
    },
  );

  it('has the same words and speakers as a sheet, which has no highlights', () => {
    const { format, reading } = readTold(toWorkbook(lighthouse));
    expect(format).toBe('sheet');
    expect({ ...reading, quotes: [] }).toEqual({ ...readTold(toWord(lighthouse)).reading, quotes: [] });
  });

  const word = fc.constantFrom(
    'fog',
    'Übel',
    'кот',
    '猫',
    '😀😀',
    'a&b',
    '<i>x</i>',
    '{x}',
    'C\\d',
    '“q”',
    'it’s',
    '9.30',
    'e\u0301',
    '&amp;',
    'שלום',
    '#',
    '"',
  );
  const said = fc.record({
    text: fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')),
    isMarked: fc.boolean(),
  });
  const paragraphs = fc.array(fc.array(said, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 });
  const told = fc
    .array(paragraphs, { minLength: 2, maxLength: 5 })
    .map(
      (turns): Told =>
        turns.map((each, index) => ({ label: index % 2 === 0 ? 'Interviewer' : 'P07', paragraphs: each })),
    );

  it('has the same words, speakers and quotes in every kind of document, whatever is said', () => {
    fc.assert(
      fc.property(told, (interview) => {
        const { reading } = readTold(toWord(interview));
        const expected = interview.map((turn) =>
          turn.paragraphs.map((stretches) => stretches.map(({ text }) => text).join(' ')).join('\n'),
        );
        expect(reading.text).toBe(expected.join('\n').normalize('NFC'));
        expect(reading.quotes?.map(({ exact }) => exact)).toEqual(listMarked(interview));
        for (const make of [toOpenDocument, toRichText, toHtml])
          expect(readTold(make(interview)).reading).toEqual(reading);
      }),
      { numRuns: 60 },
    );
  });
});
