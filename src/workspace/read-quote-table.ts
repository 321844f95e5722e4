import { ToolkitError } from '../errors.js';
import type { Records } from '../formats/records/read-records.js';
import { askDidYouMean } from './explain-problem.js';

const synonyms = {
  quote: ['quote', 'quotes', 'highlight', 'excerpt', 'passage', 'quotation', 'verbatim'],
  words: ['content', 'text', 'words', 'segment'],
  transcript: ['transcript', 'transcript id', 'document', 'interview', 'source', 'file'],
  participant: ['participant', 'participant id', 'respondent', 'interviewee', 'speaker', 'person'],
  themes: ['themes', 'theme', 'tags', 'tag', 'codes', 'code', 'labels', 'label', 'categories', 'category'],
  coder: ['coder', 'coded by', 'rater', 'annotator', 'author'],
  note: ['note', 'notes', 'memo', 'comment', 'comments'],
  applies: ['applies'],
  contradicts: ['contradicts', 'contradicting'],
  wording: ['wording', 'edited quote', 'published wording'],
  time: ['time', 'timestamp', 'timecode', 'start', 'start time', 'begin'],
} as const;

/**
 * Columns that a table of quotes may have; `applies` says whether the themes do (yes without it) or do not apply,
 * `contradicts` whether the quote speaks against them (no without it), and `wording` how the quote is to be printed.
 */
const columnNames = [
  'quote',
  'transcript',
  'participant',
  'themes',
  'coder',
  'note',
  'applies',
  'contradicts',
  'wording',
] as const;
type QuoteColumn = (typeof columnNames)[number];

/** Which column of the file each one is, by its number. */
export type QuoteColumns = ReadonlyMap<QuoteColumn, number>;

/** A row of a table of quotes; what the file does not say is an empty text. */
export type QuoteRow = {
  readonly line: number;
  readonly cells: Readonly<Record<QuoteColumn, string>>;
};

const fold = (name: string) =>
  name
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();

function findColumn(header: readonly string[], names: readonly string[]): number | undefined {
  const folded = header.map(fold);
  return names.map((name) => folded.indexOf(name)).find((index) => index >= 0);
}

/**
 * Whether a table holds quotes rather than a transcript: a column of quotes beside where they come from or what they
 * are about, and no times. A column named `text` or the like needs both beside it.
 */
export function isQuoteTable(header: readonly string[]): boolean {
  const has = (column: keyof typeof synonyms) => findColumn(header, synonyms[column]) !== undefined;
  if (has('time')) return false;
  if (has('quote')) return has('transcript') || has('participant') || has('themes');
  return has('words') && has('transcript') && has('themes');
}

/**
 * Finds the columns of a table of quotes by their names, or by `map`, e.g. `{ quote: 'Highlight' }`. Throws
 * `ToolkitError` `unknown-column` for a name in `map` that is none of ours or none of the file's, and `missing-column`
 * where there are no quotes.
 */
export function matchColumns(
  header: readonly string[],
  map: Readonly<Record<string, string>>,
  file: string,
): QuoteColumns {
  for (const name of Object.keys(map)) requireName(name, columnNames, file);
  const columns = columnNames.flatMap((name) => {
    const wanted = Object.hasOwn(map, name) ? map[name] : undefined;
    const names = name === 'quote' ? [...synonyms.quote, ...synonyms.words] : synonyms[name];
    const index = wanted === undefined ? findColumn(header, names) : header.indexOf(wanted);
    if (wanted !== undefined) requireName(wanted, header, file);
    return index === undefined ? [] : [[name, index] as const];
  });
  const found = new Map(columns);
  if (!found.has('quote')) throw refuseHeader(header, file);
  return found;
}

function requireName(name: string, known: readonly string[], file: string): void {
  if (known.includes(name)) return;
  const guess = askDidYouMean(name, known);
  throw new ToolkitError('unknown-column', `there is no column "${name}"${guess}`, {
    hint: `These are: ${known.join(', ')}. Example: --map quote=Highlight,themes=Tags`,
    place: { file, line: 1 },
  });
}

function refuseHeader(header: readonly string[], file: string): ToolkitError {
  return new ToolkitError('missing-column', `${file} has no column of quotes among ${header.join(', ')}`, {
    hint: 'Name it "quote", or say which it is: --map quote=Highlight',
    place: { file, line: 1 },
  });
}

/** The rows of a table of quotes. */
export function readQuoteRows({ rows }: Records, columns: QuoteColumns): readonly QuoteRow[] {
  return rows.map(({ line, cells }) => {
    const cellOf = (name: QuoteColumn) => cells[columns.get(name) ?? -1] ?? '';
    return {
      line,
      cells: {
        quote: cellOf('quote'),
        transcript: cellOf('transcript'),
        participant: cellOf('participant'),
        themes: cellOf('themes'),
        coder: cellOf('coder'),
        note: cellOf('note'),
        applies: cellOf('applies'),
        contradicts: cellOf('contradicts'),
        wording: cellOf('wording'),
      },
    };
  });
}

/** The names in a cell of themes: separated by semicolons or line feeds, with or without a leading `#`. */
export function splitThemes(cell: string): readonly string[] {
  const names = cell.split(/[;\n]/).map((name) => name.trim().replace(/^#/, '').trim());
  return [...new Set(names.filter((name) => name !== ''))];
}

const yes = ['', 'true', 'yes', 'y', '1', 'x'];
const no = ['false', 'no', 'n', '0'];

/** What a cell of `applies` says; undefined where it cannot be told. */
export function readApplies(cell: string): boolean | undefined {
  const word = cell.toLowerCase();
  if (yes.includes(word)) return true;
  return no.includes(word) ? false : undefined;
}

/** What a cell of `contradicts` says, no where it is empty; undefined where it cannot be told. */
export function readContradicts(cell: string): boolean | undefined {
  return cell === '' ? false : readApplies(cell);
}
