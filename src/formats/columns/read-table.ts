import { ToolkitError } from '../../errors.js';
import type { FormatReading, SourceText, Turn } from '../format.js';
import type { Records } from '../records/read-records.js';
import { tidyWords } from '../turns/tidy-words.js';
import { type Columns, findColumns, findLongest, findSpeakerColumns, guessColumns } from './find-columns.js';
import { findTranscriptColumn, readTranscriptCells } from './read-transcript-cells.js';
import { readTurnRows } from './read-turn-rows.js';

/** The file that a table stands in, and the line of its header. */
export type TablePlace = { readonly source: SourceText; readonly firstLine: number };

/**
 * Reads a table by the names of its columns, or by what they hold: a turn in each row, a transcript in each row, or a
 * column for each speaker. Throws `ToolkitError` `no-words-column`.
 */
export function readTable(records: Records, place: TablePlace): FormatReading {
  const { header, rows } = records;
  const named = findColumns(header);
  const cell = findTranscriptColumn(rows, named.words);
  if (cell !== undefined) {
    const { name: file, labels } = place.source;
    return readTranscriptCells({ file, labels, rows, cell, id: named.interview ?? named.id });
  }
  const speakers = named.words === undefined ? findSpeakerColumns(header) : [];
  if (speakers.length > 0) return readSpeakerColumns(records, speakers);
  return readTurns(records, named, place);
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

function readTurns(records: Records, named: Columns, place: TablePlace): FormatReading {
  const { header, rows } = records;
  const { source, firstLine } = place;
  if (named.words !== undefined) {
    return {
      interviews: readTurnRows({ header, rows, columns: { ...named, words: named.words } }),
      notices: [],
    };
  }
  if (Object.keys(named).length > 0 && rows.length > 0) return readLongestColumn(records, named, place);
  const all = [{ cells: header, line: firstLine }, ...rows];
  const guessed = guessColumns(all);
  if (guessed.words === undefined) throw noWordsColumn(header, place);
  const columns = { ...guessed, words: guessed.words };
  const message = `the first row is no header and was read as speech; column ${columns.words + 1} was read as the words: add a header such as speaker,words`;
  return {
    interviews: readTurnRows({ header, rows: all, columns }),
    notices: [
      { severity: 'caution', code: 'no-header', message, place: { file: source.name, line: firstLine } },
    ],
  };
}

/** Speakers or times have a column but the words have none by name: they are in the longest. */
function readLongestColumn(
  { header, rows }: Records,
  named: Columns,
  { source, firstLine }: TablePlace,
): FormatReading {
  const taken = Object.values(named);
  const words = findLongest(
    header.map((_name, index) => (taken.includes(index) ? [] : rows.map(({ cells }) => cells[index] ?? ''))),
  );
  if (taken.includes(words)) throw noWordsColumn(header, { source, firstLine });
  const message = `no column is named words, text or utterance; the longest, "${header[words] ?? ''}", was read as the words: name it words`;
  return {
    interviews: readTurnRows({ header, rows, columns: { ...named, words } }),
    notices: [
      {
        severity: 'caution',
        code: 'words-column-assumed',
        message,
        place: { file: source.name, line: firstLine },
      },
    ],
  };
}

function noWordsColumn(header: readonly string[], { source: { name }, firstLine }: TablePlace): ToolkitError {
  const found = header.join(', ').slice(0, 80);
  return new ToolkitError('no-words-column', `${name} has no column of words; its first row is: ${found}`, {
    hint: 'Name the columns in the first row, for example speaker,words,themes,timestamp.',
    place: { file: name, line: firstLine },
  });
}
