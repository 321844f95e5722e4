import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  WidthType,
} from 'docx';
import { type Inline, joinInlines, type TableBlock } from '../block.js';
import { colours, styleIds } from './word-styles.js';
import { type InlineSurroundings, isRightToLeft, writeInlines } from './write-inlines.js';

/** Between the margins of an A4 page, in twentieths of a point: 16 cm. */
const LINE_WIDTH = 9070;
/** Characters that one column is given room for at most, and at least. */
const WIDEST = 44;
const NARROWEST = 7;

/** A count, a share, `3 of 12`, or a dash where there is none. */
const number = /^(?:|[–—-]|[–−-]?\d[\d.,]*(?:\s?%| of \d+)?)$/;

const line = { style: BorderStyle.SINGLE, size: 4, color: colours.rule };
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };

/** A table as wide as the text, its header repeated on every page, unless that is empty; and a small gap after it. */
export function writeTable(table: TableBlock, surroundings: InlineSurroundings): (Table | Paragraph)[] {
  const widths = shareWidth(table);
  const { columns } = table;
  const numeric = columns.map(({ isRight }, column) => isRight && holdsNumbers(table, column));
  const makeRow = (cells: readonly (readonly Inline[])[], isHeader: boolean) =>
    new TableRow({
      ...(isHeader ? { tableHeader: true } : {}),
      cantSplit: true,
      children: columns.map((_, column) =>
        makeCell(cells[column] ?? [], {
          surroundings,
          isHeader,
          isRight: numeric[column] === true,
          width: widths[column] ?? 0,
        }),
      ),
    });
  const header = columns.map((column) => column.header);
  const isNamed = header.some((cell) => joinInlines(cell) !== '');
  const rows = table.rows.map((cells) => makeRow(cells, false));
  return [
    new Table({
      rows: isNamed || rows.length === 0 ? [makeRow(header, true), ...rows] : rows,
      width: { size: LINE_WIDTH, type: WidthType.DXA },
      columnWidths: [...widths],
      borders: {
        top: line,
        bottom: line,
        insideHorizontal: line,
        left: none,
        right: none,
        insideVertical: none,
      },
    }),
    new Paragraph({ spacing: { after: 60 } }),
  ];
}

type Cell = {
  readonly surroundings: InlineSurroundings;
  readonly isHeader: boolean;
  readonly isRight: boolean;
  readonly width: number;
};

function makeCell(inlines: readonly Inline[], { surroundings, isHeader, isRight, width }: Cell): TableCell {
  const bold = inlines.map((inline) =>
    isHeader && inline.kind === 'text' ? { ...inline, bold: true as const } : inline,
  );
  const bidirectional = isRightToLeft(joinInlines(inlines));
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 30, bottom: 30, left: 80, right: 80 },
    ...(isHeader ? { shading: { type: ShadingType.CLEAR, fill: colours.panel, color: 'auto' } } : {}),
    children: [
      new Paragraph({
        style: styleIds.cell,
        alignment: isRight ? AlignmentType.RIGHT : AlignmentType.START,
        ...(bidirectional ? { bidirectional } : {}),
        children: writeInlines(bold, surroundings),
      }),
    ],
  });
}

/** Templates set all columns but the first on the right; here texts stay on the left. */
function holdsNumbers({ rows }: TableBlock, column: number): boolean {
  return rows.every((row) => number.test(joinInlines(row[column] ?? [])));
}

/** The line's width by what the columns hold, in whole units that sum to it. */
function shareWidth({ columns, rows }: TableBlock): readonly number[] {
  const needs = columns.map(({ header }, column) => {
    const lengths = [header, ...rows.map((row) => row[column] ?? [])].map((cell) => joinInlines(cell).length);
    const most = lengths.reduce((longest, length) => Math.max(longest, length), 0);
    return Math.min(WIDEST, Math.max(NARROWEST, most));
  });
  const total = needs.reduce((sum, need) => sum + need, 0);
  return needs.map((need) => Math.floor((LINE_WIDTH * need) / total));
}
