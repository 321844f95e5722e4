import type { Sheet } from '../../packages/write-workbook.js';

/** Columns that hold no words of anybody: signatures and times, whose digits look like telephone numbers. */
const wordless = ['as_exported', 'decided_at'];

/** The cells of a sheet by the names of their columns, as far as they hold words. */
export function nameCells({ header, rows }: Pick<Sheet, 'header' | 'rows'>) {
  return rows.map((row) =>
    Object.fromEntries(
      header.flatMap((name, column) => (wordless.includes(name) ? [] : [[name, row[column] ?? '']])),
    ),
  );
}
