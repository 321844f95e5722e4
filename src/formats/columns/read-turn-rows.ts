import type { Interview, SourceMark, Turn } from '../format.js';
import type { RecordRow } from '../records/read-records.js';
import { tidyWords } from '../turns/tidy-words.js';
import type { Columns } from './find-columns.js';
import { readTimes } from './read-times.js';

export type TurnTable = {
  readonly header: readonly string[];
  readonly rows: readonly RecordRow[];
  readonly columns: Columns & { readonly words: number };
};

type TurnRow = { readonly interview: string; readonly turn: Turn; readonly themes: readonly string[] };

/**
 * Reads a table with a turn in each row. An empty speaker cell goes on with the speaker above; themes in a row mark all of
 * its words. Rows are gathered by interview where a column names it.
 */
export function readTurnRows(table: TurnTable): readonly Interview[] {
  const groups = new Map<string, TurnRow[]>();
  for (const row of readRows(table)) {
    const group = groups.get(row.interview);
    if (group === undefined) groups.set(row.interview, [row]);
    else group.push(row);
  }
  return [...groups].map(([id, group]) => toInterview(id, group));
}

function readRows({ header, rows, columns }: TurnTable): TurnRow[] {
  const cellsOf = (index: number | undefined) =>
    rows.map(({ cells }) => (index === undefined ? '' : (cells[index] ?? '')));
  const times = readTimes({
    name: header[columns.start ?? -1] ?? '',
    starts: cellsOf(columns.start),
    ends: cellsOf(columns.end),
  });
  const labels = fillDown(cellsOf(columns.speaker));
  const interviews = fillDown(nameInterviews(cellsOf(columns.interview), cellsOf(columns.id)));
  const themes = cellsOf(columns.themes);
  return rows.flatMap(({ cells, line }, index) => {
    const words = tidyWords(joinOverflow(cells, columns.words, header.length));
    if (words === '') return [];
    const startsAtMs = times[index];
    const label = (labels[index] ?? '').replace(/:$/, '');
    const turn = { label, words, ...(startsAtMs === undefined ? {} : { startsAtMs }), line };
    return [{ interview: interviews[index] ?? '', turn, themes: splitThemes(themes[index] ?? '') }];
  });
}

/** An `id` column names interviews only where its ids come back: otherwise it counts rows. */
function nameInterviews(interviews: readonly string[], ids: readonly string[]): readonly string[] {
  if (interviews.some((name) => name !== '')) return interviews;
  return new Set(ids).size * 2 <= ids.length ? ids : ids.map(() => '');
}

function fillDown(cells: readonly string[]): string[] {
  let last = '';
  return cells.map((cell) => {
    last = cell === '' ? last : cell;
    return last;
  });
}

/** Words that hold unquoted separators run over into cells that the header does not have. */
function joinOverflow(cells: readonly string[], words: number, width: number): string {
  const isLast = words === width - 1;
  return isLast ? cells.slice(words).join(', ') : (cells[words] ?? '');
}

function splitThemes(cell: string): string[] {
  const parts = cell.includes('#') ? cell.split(/[\s;,|]+/) : cell.split(/[;|]/);
  return [...new Set(parts.map((part) => part.trim().replace(/^#/, '')).filter((part) => part !== ''))];
}

function toInterview(id: string, rows: readonly TurnRow[]): Interview {
  return {
    ...(id === '' ? {} : { id }),
    turns: rows.map(({ turn }) => turn),
    marks: rows.flatMap(markRow),
    cues: rows.length,
  };
}

function markRow({ turn, themes }: TurnRow, index: number): SourceMark[] {
  if (themes.length === 0) return [];
  const to = { turn: index, offset: turn.words.length };
  return [{ from: { turn: index, offset: 0 }, to, themes, line: turn.line }];
}
