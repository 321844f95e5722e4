import type { SqlRow } from './open-database.js';

/** What stands in a column as text; empty where nothing does, or no such column is there. */
export function textOf(row: SqlRow, column: string): string {
  const value = row.get(column);
  return value === null || value === undefined ? '' : String(value);
}

/** The whole number in a column; -1 where there is none. */
export function numberOf(row: SqlRow, column: string): number {
  const value = row.get(column);
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : -1;
}
