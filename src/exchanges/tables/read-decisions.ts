import { ToolkitError } from '../../errors.js';
import type { SourceBytes } from '../../packages/open-package.js';
import type { ExchangedDecision, ExchangedReading, ExchangedTheme } from '../exchange.js';
import { type MarkedPassage, type MarkedReading, nameOnly } from '../marked/marked-reading.js';
import { countLeft } from '../refi/list-import-losses.js';
import { readTime } from '../refi/read-selections.js';
import { readGuarded } from './format-csv.js';
import { groupBy } from './group-by.js';
import { readCsv, readCsvHeader } from './read-csv.js';

type Row = ReadonlyMap<string, string>;

/** Whether a table's header is that of decisions as ours: on quotes by their ids. */
export function isDecisionHeader(header: readonly string[]): boolean {
  const names = header.map((name) => name.trim().toLowerCase());
  return ['quote', 'theme', 'coder', 'applies', 'decided_at'].every((name) => names.includes(name));
}

/** Whether a CSV is a table of decisions as ours. Never throws. */
export const holdsDecisions = (source: SourceBytes) => isDecisionHeader(readCsvHeader(source));

/** Reads a table of decisions on quotes that the study has to have. Throws `ToolkitError` `csv-syntax`. */
export function readDecisions(source: SourceBytes): MarkedReading {
  const { rows } = readCsv(source);
  const read = rows.flatMap((row) => {
    const decision = readRow(row);
    return decision === undefined ? [] : [{ row, decision, quote: cellOf(row, 'quote') }];
  });
  const themes = new Map(read.map(({ row, decision }) => [decision.theme, readTheme(row)]));
  const coders = new Set(read.flatMap(({ decision }) => decision.coder ?? []));
  return {
    origin: '',
    themes: [...themes.values()],
    coders: [...coders].map((name) => ({ key: name, name, isCode: true })),
    passages: [...groupBy(read, ({ quote }) => quote)].map(([id, own]): MarkedPassage => {
      const source = own.map(({ row }) => cellOf(row, 'transcript')).find((name) => name !== '') ?? '';
      const place = { words: '', prefix: '', suffix: '', source };
      return { key: id, ...place, own: { id }, decisions: own.map(({ decision }) => decision) };
    }),
    losses: countLeft([
      [
        'row',
        rows.length - read.length,
        'it lacks a quote, a theme, a coder, or a yes or no that goes together',
      ],
    ]),
  };
}

const cellOf = (row: Row, column: string) => readGuarded(row.get(column) ?? '');

function readTheme(row: Row): ExchangedTheme {
  const [id, dimension] = [cellOf(row, 'theme'), cellOf(row, 'dimension')];
  return {
    ...nameOnly(id, cellOf(row, 'theme_label')),
    id,
    ...(dimension === '' ? {} : { dimension: { id: dimension, label: '' } }),
  };
}

function readRow(row: Row): ExchangedDecision | undefined {
  const [theme, coder, note] = [cellOf(row, 'theme'), cellOf(row, 'coder'), cellOf(row, 'note')];
  const applies = readWord(cellOf(row, 'applies'));
  const against = readWord(cellOf(row, 'contradicts') || 'no');
  const at = readTime(cellOf(row, 'decided_at'));
  const isWhole = cellOf(row, 'quote') !== '' && theme !== '' && coder !== '';
  if (!isWhole || applies === undefined || against === undefined || (against && !applies)) return undefined;
  return {
    theme,
    coder,
    applies,
    ...(against ? { contradicts: true } : {}),
    ...(at === '' ? {} : { at }),
    ...(note === '' ? {} : { note }),
  };
}

/** Spreadsheets write `TRUE` where somebody typed true. */
function readWord(cell: string): boolean | undefined {
  if (/^(?:yes|y|true|x|1)$/i.test(cell)) return true;
  return /^(?:no|n|false|0)$/i.test(cell) ? false : undefined;
}

/** Whether a CSV is a table of counts as ours. Never throws. */
export function holdsCounts(source: SourceBytes): boolean {
  const header = readCsvHeader(source);
  return header[0] === 'participant' && header.includes('quotes') && !header.includes('quote');
}

/** Throws `ToolkitError` `not-importable`. */
export function refuseCounts({ name }: SourceBytes): ExchangedReading {
  throw new ToolkitError('not-importable', `${name} counts quotes and says of none which it is`, {
    hint: 'Import the table of quotes or of decisions; edit attributes in participants.csv.',
    place: { file: name },
  });
}
