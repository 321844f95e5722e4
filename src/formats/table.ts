import { ToolkitError } from '../errors.js';
import type { Notice } from '../model/notice.js';
import {
  type Columns,
  findColumns,
  findLongest,
  findSpeakerColumns,
  guessColumns,
} from './columns/find-columns.js';
import { findTranscriptColumn, readTranscriptCells } from './columns/read-transcript-cells.js';
import { readTurnRows } from './columns/read-turn-rows.js';
import type { Format, FormatReading, SourceText, Turn } from './format.js';
import { findDelimiter, type Records, readRecords } from './records/read-records.js';
import { tidyWords } from './turns/tidy-words.js';

const extensions = ['.csv', '.tsv', '.tab'];

/** CSV or TSV: a turn in each row, a transcript in each row, or a column for each speaker. */
export const table: Format = {
  id: 'table',
  label: 'Table (CSV or TSV)',
  extensions,
  recognise(source) {
    const header = readHeader(source.text);
    const { words, ...others } = findColumns(header);
    if (words !== undefined && Object.keys(others).length > 0) return 0.9;
    return hasExtension(source) && (header.length > 1 || words !== undefined) ? 0.6 : 0;
  },
  read(source) {
    const records = isWhisperTable(source.text) ? readUnquoted(source.text) : readRecords(source);
    const reading = readTable(records, source);
    return { ...reading, notices: [...explainRows(records, source), ...reading.notices] };
  },
};

function hasExtension({ name }: SourceText): boolean {
  return extensions.some((extension) => name.toLowerCase().endsWith(extension));
}

function readHeader(text: string): string[] {
  const first = /^\s*([^\n]*)/.exec(text)?.[1] ?? '';
  return first.split(findDelimiter(first)).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
}

/** Whisper writes quotation marks as they are, also at the beginning of a cell. */
function isWhisperTable(text: string): boolean {
  return text.startsWith('start\tend\ttext\n');
}

function readUnquoted(text: string): Records {
  const [header = [], ...rows] = text.split('\n').map((line) => line.split('\t').map((cell) => cell.trim()));
  const numbered = rows.map((cells, index) => ({ cells, line: index + 2 }));
  return { header, rows: numbered.filter(({ cells }) => cells.some((cell) => cell !== '')), notices: [] };
}

function readTable(records: Records, source: SourceText): FormatReading {
  const { header, rows } = records;
  const named = findColumns(header);
  const cell = findTranscriptColumn(rows, named.words);
  if (cell !== undefined) {
    return readTranscriptCells({
      file: source.name,
      labels: source.labels,
      rows,
      cell,
      id: named.interview ?? named.id,
    });
  }
  const speakers = named.words === undefined ? findSpeakerColumns(header) : [];
  if (speakers.length > 0) return readSpeakerColumns(records, speakers);
  return readTurns(records, named, source);
}

function readSpeakerColumns(
  { rows }: Records,
  speakers: ReturnType<typeof findSpeakerColumns>,
): FormatReading {
  const turns = rows.flatMap(({ cells, line }) =>
    speakers.flatMap(({ index, label }): Turn[] => {
      const words = tidyWords(cells[index] ?? '');
      return words === '' ? [] : [{ label, words, line }];
    }),
  );
  return { interviews: [{ turns, marks: [], cues: 0 }], notices: [] };
}

function readTurns(records: Records, named: Columns, source: SourceText): FormatReading {
  const { header, rows } = records;
  if (named.words !== undefined) {
    return {
      interviews: readTurnRows({ header, rows, columns: { ...named, words: named.words } }),
      notices: [],
    };
  }
  if (Object.keys(named).length > 0 && rows.length > 0) return readLongestColumn(records, named, source);
  const all = [{ cells: header, line: 1 }, ...rows];
  const guessed = guessColumns(all);
  if (guessed.words === undefined) throw noWordsColumn(header, source);
  const columns = { ...guessed, words: guessed.words };
  const message = `the first row is no header and was read as speech; column ${columns.words + 1} was read as the words: add a header such as speaker,words`;
  return {
    interviews: readTurnRows({ header, rows: all, columns }),
    notices: [{ severity: 'caution', code: 'no-header', message, place: { file: source.name, line: 1 } }],
  };
}

/** Speakers or times have a column but the words have none by name: they are in the longest. */
function readLongestColumn({ header, rows }: Records, named: Columns, source: SourceText): FormatReading {
  const taken = Object.values(named);
  const words = findLongest(
    header.map((_name, index) => (taken.includes(index) ? [] : rows.map(({ cells }) => cells[index] ?? ''))),
  );
  if (taken.includes(words)) throw noWordsColumn(header, source);
  const message = `no column is named words, text or utterance; the longest, "${header[words] ?? ''}", was read as the words: name it words`;
  return {
    interviews: readTurnRows({ header, rows, columns: { ...named, words } }),
    notices: [
      { severity: 'caution', code: 'words-column-assumed', message, place: { file: source.name, line: 1 } },
    ],
  };
}

function noWordsColumn(header: readonly string[], { name }: SourceText): ToolkitError {
  const found = header.join(', ').slice(0, 80);
  return new ToolkitError('no-words-column', `${name} has no column of words; its first row is: ${found}`, {
    hint: 'Name the columns in the first row, for example speaker,words,themes,timestamp.',
    place: { file: name, line: 1 },
  });
}

function explainRows({ header, notices }: Records, { name }: SourceText): Notice[] {
  const repeated = header.filter((cell, index) => cell !== '' && header.indexOf(cell) !== index);
  const ragged = notices.map((notice) => ({ ...notice, severity: 'caution' }) as const);
  if (repeated.length === 0) return ragged;
  const message = `two columns are named "${repeated[0]}" and only the first is read: give each column a name of its own`;
  return [
    { severity: 'caution', code: 'repeated-column', message, place: { file: name, line: 1 } },
    ...ragged,
  ];
}
