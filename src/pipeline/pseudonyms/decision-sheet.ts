import { ToolkitError } from '../../errors.js';
import type { SourceText } from '../../formats/format.js';
import { readRecords } from '../../formats/records/read-records.js';
import { type IdentifierVerdict, identifierVerdictSchema } from '../../model/identifier-decision.js';
import { formatTable } from '../rendering/format-table.js';
import { maskText } from './mask-text.js';
import { canBeSought, foldIdentifier } from './split-runs.js';

/** One row of the sheet in which a person decides on the strings that were found. It holds real names. */
export type SheetRow = {
  readonly text: string;
  readonly kind: string;
  readonly count: number;
  readonly example: string;
  /** What Themeloom would decide. */
  readonly proposal: IdentifierVerdict;
  /** Absent until a person decides. */
  readonly decision?: IdentifierVerdict;
  /** The string of which this one is a part or a spelling; empty for one of its own. */
  readonly sameAs: string;
  /** A pseudonym, a noun to be counted (`Colleague`), or what a generalised string becomes. */
  readonly replacement: string;
  readonly note: string;
  /** 1-based line of the sheet; 0 for a row that is not in it yet. */
  readonly line: number;
};

const header = ['text', 'kind', 'count', 'example', 'proposal', 'decision', 'same_as', 'replacement', 'note'];

/** The sheet as CSV. */
export function formatSheet(rows: readonly SheetRow[]): string {
  return formatTable({
    header,
    rows: rows.map((row) => [
      row.text,
      row.kind,
      row.count,
      row.example,
      row.proposal,
      row.decision ?? '',
      row.sameAs,
      row.replacement,
      row.note,
    ]),
  });
}

/** What `formatTable` puts before a cell that a spreadsheet would run. */
const guard = /^'(?=[=+\-@\t\r＝＋－＠])/;

/**
 * Reads a sheet, of which `text` is the only column that must be there: rows may be added by hand. Throws `ToolkitError`
 * with the line: `csv-syntax`, `missing-column`, `bad-decision`, `bad-string`, `string-twice`. No message holds a name.
 */
export function readSheet(source: SourceText): readonly SheetRow[] {
  const { header: found, rows } = readRecords(source);
  const columns = new Map(found.map((name, index) => [name.toLowerCase().replace(/[\s-]+/g, '_'), index]));
  if (!columns.has('text') || !columns.has('decision')) {
    throw new ToolkitError('missing-column', `${source.name} needs the columns text and decision`, {
      hint: `Its header is ${header.join(',')}; delete the sheet to have it written anew.`,
      place: { file: source.name, line: 1 },
    });
  }
  const lines = new Map<string, number>();
  return rows.map(({ cells, line }) => {
    const cell = (name: string) => (cells[columns.get(name) ?? -1] ?? '').replace(guard, '');
    const row = readRow(cell, { file: source.name, line });
    const key = foldIdentifier(row.text);
    const first = lines.get(key);
    if (first !== undefined) throw refuseTwice(row, first, source.name);
    lines.set(key, line);
    return row;
  });
}

type LinePlace = { readonly file: string; readonly line: number };

function readRow(cell: (name: string) => string, place: LinePlace): SheetRow {
  const text = cell('text');
  if (!canBeSought(text)) {
    throw new ToolkitError(
      'bad-string',
      `${place.file} has a row whose text stands for nothing or for too much`,
      {
        hint: 'Write a word, or a number of four digits and more; a shorter one with the words around it.',
        place,
      },
    );
  }
  const written = cell('decision')
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  const decision = identifierVerdictSchema.safeParse(written);
  if (written !== '' && !decision.success) {
    throw new ToolkitError(
      'bad-decision',
      `${place.file}: the decision on ${maskText(text)} is none that is known`,
      {
        hint: `Write one of ${[...identifierVerdictSchema.values].join(', ')}.`,
        place,
      },
    );
  }
  const proposal = identifierVerdictSchema.safeParse(cell('proposal'));
  return {
    text,
    kind: cell('kind') || 'name',
    count: Number.parseInt(cell('count'), 10) || 0,
    example: cell('example'),
    proposal: proposal.success ? proposal.data : 'replace',
    ...(decision.success ? { decision: decision.data } : {}),
    sameAs: cell('same_as'),
    replacement: cell('replacement'),
    note: cell('note'),
    line: place.line,
  };
}

function refuseTwice({ text, line }: SheetRow, first: number, file: string): ToolkitError {
  return new ToolkitError(
    'string-twice',
    `${file} has ${maskText(text)} in line ${first} and in line ${line}`,
    {
      hint: 'Case, spaces and a possessive do not make two strings of one: delete one of the rows.',
      place: { file, line },
    },
  );
}
