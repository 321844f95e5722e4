import { describe, expect, it } from 'vitest';
import type { FormatReading, SourceText } from '../../../src/formats/format.js';
import type { DocumentParagraph, SourceDocument } from '../../../src/formats/office/document.js';
import { nothingLeftOut } from '../../../src/formats/office/document.js';
import { readDocument } from '../../../src/formats/office/read-document.js';

const source: SourceText = { name: 'a.docx', text: '' };

/** A document of paragraphs; a row is an array of cells. */
function makeDocument(blocks: readonly (string | readonly string[])[], colour?: string): SourceDocument {
  const paragraphs: DocumentParagraph[] = [];
  let row = 0;
  const add = (text: string, column?: number) => {
    const [before = '', marked = '', after = ''] = text.split('|');
    const run = (part: string) => ({ text: part, isSet: false, commentIds: [] });
    paragraphs.push({
      number: paragraphs.length + 1,
      isHeading: false,
      ...(column === undefined ? {} : { cell: { table: 1, row, column } }),
      runs: [run(before), { ...run(marked), ...(colour === undefined ? {} : { colour }) }, run(after)],
    });
  };
  for (const block of blocks) {
    if (typeof block === 'string') add(block);
    else {
      row += 1;
      for (const [index, cell] of block.entries()) add(cell, index + 1);
    }
  }
  return { paragraphs, comments: [], people: [], leftOut: nothingLeftOut };
}

const turnsOf = ({ interviews }: FormatReading) =>
  interviews[0]?.turns.map(({ label, words }) => [label, words]);

/** The marked words of a reading whose marks lie in one turn each. */
const markedIn = ({ interviews }: FormatReading) =>
  interviews[0]?.marks.map(({ from, to }) =>
    interviews[0]?.turns[from.turn]?.words.slice(from.offset, to.offset),
  );

describe('a mark in a document', () => {
  it('keeps its words where a time that looks like them is taken out beside it', () => {
    const blocks = ['INT: When?', 'P07: At |2| [00:00:02] or 2.', 'INT: Sure?', 'P07: [0:09] |Sure.|'];
    expect(markedIn(readDocument(source, makeDocument(blocks, '#ffff00')))).toEqual(['2', 'Sure.']);
  });

  it('keeps its words where signs of marks in the text are taken out beside it', () => {
    const blocks = ['INT: When?', 'P07: ==At=={#time} |two| ==sharp==.'];
    const reading = readDocument(source, makeDocument(blocks, '#ffff00'));
    expect(markedIn(reading)).toEqual(['At', 'two', 'sharp']);
  });

  it('begins with the words where it begins with the label', () => {
    const reading = readDocument(source, makeDocument(['INT: When?', '|P07: At two.|'], '#ffff00'));
    expect(markedIn(reading)).toEqual(['At two.']);
  });

  it('is told where it holds no speech', () => {
    const blocks = ['INT: When?', '|P07:| At two.', 'INT: Sure?', '|P07:| Sure.'];
    const { interviews, notices } = readDocument(source, makeDocument(blocks, '#ffff00'));
    expect(interviews[0]?.marks).toEqual([]);
    expect(notices).toMatchObject([
      { code: 'mark-without-speech', message: expect.stringContaining('2 marks'), place: { line: 2 } },
    ]);
  });
});

describe('a table in a document', () => {
  const rows = [
    ['INT', 'When do you sleep?'],
    ['P07', 'At noon, mostly.'],
    ['INT', 'Why then?'],
    ['P07', 'The lamp burns at night.'],
  ] as const;
  const turns = rows.map(([label, words]) => [label, words]);

  it('is read by its cells below a first row that names nothing, and what stands outside is told', () => {
    const reading = readDocument(source, makeDocument(['Interview', ['Wer?', 'Was?'], ...rows]));
    expect(turnsOf(reading)).toEqual(turns);
    expect(reading.notices).toContainEqual(
      expect.objectContaining({ code: 'outside-table', place: { file: 'a.docx', line: 1 } }),
    );
  });

  it('may have a column for each speaker', () => {
    const reading = readDocument(
      source,
      makeDocument(
        [
          ['Interviewer', 'Answer'],
          ['When do you sleep?', '|At noon.|'],
        ],
        '#ffff00',
      ),
    );
    expect(turnsOf(reading)).toEqual([
      ['Interviewer', 'When do you sleep?'],
      ['Answer', 'At noon.'],
    ]);
    expect(markedIn(reading)).toEqual(['At noon.']);
  });

  it('keeps questions and answers apart where it follows an interview in paragraphs', () => {
    const blocks = [
      'INT: When do you sleep, and where do you sleep then?',
      'P07: At noon, mostly, or not at all where the lamp burns.',
      ['Time', 'Speaker', 'Text'],
      ['0:10:01', 'INT', 'Why?'],
      ['0:10:05', 'P07', 'The |lamp| burns.'],
    ];
    const reading = readDocument(source, makeDocument(blocks, '#ffff00'));
    expect(turnsOf(reading)).toEqual([
      ['INT', 'When do you sleep, and where do you sleep then?'],
      ['P07', 'At noon, mostly, or not at all where the lamp burns.'],
      ['INT', 'Why?'],
      ['P07', 'The lamp burns.'],
    ]);
    expect(markedIn(reading)).toEqual(['lamp']);
    expect(reading.interviews[0]?.turns.map(({ startsAtMs }) => startsAtMs)).toEqual([
      undefined,
      undefined,
      601_000,
      605_000,
    ]);
  });

  it('keeps questions and answers apart by their columns, too', () => {
    const blocks = [
      'Interviewer: When do you sleep, and where do you sleep then?',
      'Participant: At noon, mostly, or not at all where the lamp burns.',
      ['Interviewer', 'Participant'],
      ['Why?', 'The |lamp| burns.'],
    ];
    const reading = readDocument(source, makeDocument(blocks, '#ffff00'));
    expect(turnsOf(reading)?.slice(2)).toEqual([
      ['Interviewer', 'Why?'],
      ['Participant', 'The lamp burns.'],
    ]);
    expect(markedIn(reading)).toEqual(['lamp']);
  });

  it('is no interview where most of the words stand outside of it', () => {
    const blocks = [
      ['Date', '2 March'],
      ['Place', 'Here'],
      'INT: When do you sleep?',
      'P07: At noon, mostly, or not at all.',
    ];
    expect(turnsOf(readDocument(source, makeDocument(blocks)))).toEqual([
      ['INT', 'When do you sleep?'],
      ['P07', 'At noon, mostly, or not at all.'],
    ]);
  });
});
