import type { Notice } from '../model/notice.js';
import { findColumns } from './columns/find-columns.js';
import { readTable } from './columns/read-table.js';
import type { Format, SourceText } from './format.js';
import { findDelimiter, type Records, readRecords } from './records/read-records.js';
import { tellInventedSpeech } from './turns/tell-invented-speech.js';

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
    const isWhisper = isWhisperTable(source.text);
    const records = isWhisper ? readUnquoted(source.text) : readRecords(source);
    const reading = readTable(records, { source, firstLine: 1 });
    const turns = isWhisper ? reading.interviews.flatMap((interview) => interview.turns) : [];
    const doubts = tellInventedSpeech(turns, source.name);
    return { ...reading, notices: [...explainRows(records, source), ...reading.notices, ...doubts] };
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
