import { MISSING, type Rating, type RatingTable } from '../../src/coefficients/coefficient.js';

export type Row = readonly (number | undefined)[];

/** A table with one row a unit and one column a coder; `undefined` where a coder did not rate. */
export function buildTable(rows: readonly Row[], categories: number): RatingTable {
  return {
    ratings: Int16Array.from(rows.flatMap((row) => row.map((rating) => rating ?? MISSING))),
    counts: new Float64Array(rows.length).fill(1),
    coders: rows[0]?.length ?? 0,
    categories,
  };
}

/** Two coders' square table of counts: the first coder's categories down, the second's across. */
export function buildCrossTable(cells: readonly (readonly number[])[]): RatingTable {
  return {
    ratings: Int16Array.from(cells.flatMap((row, first) => row.flatMap((_, second) => [first, second]))),
    counts: Float64Array.from(cells.flat()),
    coders: 2,
    categories: cells.length,
  };
}

/** The value; throws with the reason where there is none. */
export function readValue(rating: Rating): number {
  if ('value' in rating) return rating.value;
  throw new Error(rating.undefinedBecause);
}

/** The reason why there is no value; empty where there is one. */
export const readReason = (rating: Rating): string =>
  'undefinedBecause' in rating ? rating.undefinedBecause : '';
