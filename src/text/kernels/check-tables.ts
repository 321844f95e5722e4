import { ToolkitError } from '../../errors.js';
import type { DenseFloats, SparseFloats } from './kernels.js';

function refuseTable(what: string): never {
  throw new ToolkitError('bad-table', `a table of numbers does not fit: ${what}`, {
    hint: 'this is a mistake in the code that made the table, not in the study',
  });
}

/** The number of rows of a dense table; throws `bad-table` where its last row is cut off. */
export function countDenseRows({ width, values }: DenseFloats): number {
  if (width === 0 && values.length === 0) return 0;
  if (!Number.isSafeInteger(width) || width < 1 || values.length % width !== 0) {
    refuseTable(`${values.length} values in rows of ${width}`);
  }
  return values.length / width;
}

/** Throws `bad-table` unless rows follow each other and every column is below `width`: kernels do not look again. */
export function checkSparse({ width, rowStarts, columns, values }: SparseFloats): void {
  if (rowStarts.length === 0) refuseTable('row starts without an end');
  if (columns.length !== values.length) refuseTable(`${columns.length} columns, ${values.length} values`);
  let last = rowStarts[0] ?? 0;
  for (let row = 1; row < rowStarts.length; row += 1) {
    const next = rowStarts[row] ?? 0;
    if (next < last) refuseTable(`row ${row - 1} ends before it starts`);
    last = next;
  }
  if (last > columns.length) refuseTable(`rows end at ${last} of ${columns.length} values`);
  for (let j = rowStarts[0] ?? 0; j < last; j += 1) {
    const column = columns[j] ?? 0;
    if (column >= width) refuseTable(`column ${column} of ${width}`);
  }
}

/** Throws `bad-table` unless the factor has a row for every column of the rows. */
export function checkProduct(rows: SparseFloats, factor: DenseFloats): void {
  checkSparse(rows);
  if (countDenseRows(factor) < rows.width) refuseTable(`${rows.width} columns, fewer rows in the factor`);
}

/** The same for centres laid out by column, of which there has to be one. */
export function checkColumns(rows: SparseFloats, byColumn: DenseFloats): void {
  checkProduct(rows, byColumn);
  if (byColumn.width === 0) refuseTable('no centres');
}

/** Throws `bad-table` unless there is a centre, and points and centres are equally wide. */
export function checkCentres(width: number, centres: DenseFloats): void {
  if (countDenseRows(centres) === 0) refuseTable('no centres');
  if (centres.width !== width) refuseTable(`centres of width ${centres.width}, rows of width ${width}`);
}
