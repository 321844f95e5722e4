import { rowAt, type SparseRows, type SparseVector } from './sparse-rows.js';

/** Up to so many columns moving each to its place is quicker than a sort. */
const MOST_MOVED = 48;

function moveToPlaces({ columns, values }: SparseRows, start: number, end: number): void {
  for (let j = start + 1; j < end; j += 1) {
    const column = columns[j] ?? 0;
    const value = values[j] ?? 0;
    let place = j;
    while (place > start && (columns[place - 1] ?? 0) > column) {
      columns[place] = columns[place - 1] ?? 0;
      values[place] = values[place - 1] ?? 0;
      place -= 1;
    }
    columns[place] = column;
    values[place] = value;
  }
}

/** By one number a place that orders by column and still tells the place: exact below 2 ** 53. */
function sortPlaces({ columns, values }: SparseVector): void {
  const { length } = columns;
  const keys = Float64Array.from(columns, (column, place) => column * length + place).sort();
  const unsorted = values.slice();
  for (const [j, key] of keys.entries()) {
    const place = key % length;
    columns[j] = (key - place) / length;
    values[j] = unsorted[place] ?? 0;
  }
}

/** Puts the columns of every row in ascending order, in place: a table of a million rows has no room for a copy. */
export function sortRows(rows: SparseRows): void {
  for (let row = 0; row + 1 < rows.rowStarts.length; row += 1) {
    const start = rows.rowStarts[row] ?? 0;
    const end = rows.rowStarts[row + 1] ?? 0;
    if (end - start <= MOST_MOVED) moveToPlaces(rows, start, end);
    else sortPlaces(rowAt(rows, row));
  }
}
