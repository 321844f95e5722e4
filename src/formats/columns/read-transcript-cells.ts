import type { Notice } from '../../model/notice.js';
import type { FormatReading, Interview } from '../format.js';
import type { RecordRow } from '../records/read-records.js';
import { splitLines } from '../turns/draft-turn.js';
import { holdsLabelledLines } from '../turns/holds-labelled-lines.js';
import { readLabelledText } from '../turns/read-labelled-text.js';
import { readMarks } from '../turns/read-marks.js';

export type TranscriptCells = {
  /** Name of the file. */
  readonly file: string;
  readonly rows: readonly RecordRow[];
  /** Index of the column that holds the transcripts. */
  readonly cell: number;
  /** Labels that the study names as speakers. */
  readonly labels: readonly string[] | undefined;
  /** Index of the column that names them. */
  readonly id: number | undefined;
};

const sampleRows = 20;

/** Index of a column most of whose cells hold two labelled lines or more; `preferred` is asked first. */
export function findTranscriptColumn(
  rows: readonly RecordRow[],
  preferred: number | undefined,
): number | undefined {
  const sample = rows.slice(0, sampleRows);
  const holdsTranscripts = (index: number) => {
    const labelled = sample.filter(({ cells }) => holdsLabelledLines(cells[index] ?? ''));
    return labelled.length > 0 && labelled.length * 2 >= sample.length;
  };
  if (preferred !== undefined) return holdsTranscripts(preferred) ? preferred : undefined;
  const found = (sample[0]?.cells ?? []).findIndex((_cell, index) => holdsTranscripts(index));
  return found === -1 ? undefined : found;
}

/** Reads a table each row of which holds a whole transcript; one without an id is named after file and row. */
export function readTranscriptCells({ file, labels, rows, cell, id }: TranscriptCells): FormatReading {
  const digits = String(rows.length).length;
  const stem = file.replace(/\.[^.]*$/, '');
  const readings = rows.flatMap((row, index) => {
    const name = row.cells[id ?? -1] || `${stem}-${String(index + 1).padStart(digits, '0')}`;
    const reading = readCell(row, { file, labels, cell, name });
    return reading.interview.turns.length === 0 ? [] : [reading];
  });
  return {
    interviews: readings.map(({ interview }) => interview),
    notices: readings.flatMap(({ notices }) => notices),
  };
}

type CellPlace = {
  readonly file: string;
  readonly labels: readonly string[] | undefined;
  readonly cell: number;
  readonly name: string;
};

function readCell(
  { cells, line }: RecordRow,
  { file, labels, cell, name }: CellPlace,
): { readonly interview: Interview; readonly notices: readonly Notice[] } {
  // The cells before this one may run over lines of their own.
  const above = cells.slice(0, cell).reduce((sum, other) => sum + other.split('\n').length - 1, 0);
  const labelled = readLabelledText(splitLines(cells[cell] ?? '', line + above), { file, labels });
  const { turns, marks } = readMarks(labelled.drafts, { syntax: 'verbatim', file });
  return { interview: { id: name, turns, marks, cues: 0 }, notices: labelled.notices };
}
