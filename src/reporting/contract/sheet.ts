import type { Sheet, Table } from '../report.js';

const decimal = /^-?\d+(?:\.\d+)?$/;

/** A printed table as a sheet: a column of nothing but numbers holds numbers, every other one texts. */
export function makeSheet(name: string, { header, rows }: Table): Sheet {
  const numeric = header.map(
    (_, column) =>
      rows.some((row) => row[column] !== '') &&
      rows.every((row) => row[column] === '' || decimal.test(String(row[column]))),
  );
  return {
    name,
    header,
    rows: rows.map((row) =>
      row.map((cell, column) => (numeric[column] === true && cell !== '' ? Number(cell) : cell)),
    ),
  };
}
