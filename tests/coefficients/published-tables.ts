import { buildCrossTable, buildTable, type Row } from './build-table.js';

// Gwet 2014: two abstractors, 100 patients, three diagnoses (irrCAC cont3x3abstractors).
export const abstractors = buildCrossTable([
  [13, 0, 0],
  [0, 20, 7],
  [0, 4, 56],
]);

// Fleiss 1971, the first 15 patients: how many of six psychiatrists chose each of five diagnoses (irrCAC distrib.6raters).
const diagnoses = [
  [0, 0, 0, 6, 0],
  [0, 3, 0, 0, 3],
  [0, 1, 4, 0, 1],
  [0, 0, 0, 0, 6],
  [0, 3, 0, 3, 0],
  [2, 0, 4, 0, 0],
  [0, 0, 4, 0, 2],
  [2, 0, 3, 1, 0],
  [2, 0, 0, 4, 0],
  [0, 0, 0, 0, 6],
  [1, 0, 0, 5, 0],
  [1, 1, 0, 4, 0],
  [0, 3, 3, 0, 0],
  [1, 0, 0, 5, 0],
  [0, 2, 0, 3, 1],
];
export const psychiatrists = buildTable(
  diagnoses.map((row) => row.flatMap((times, category) => Array.from({ length: times }, () => category))),
  5,
);

// Krippendorff 2011 and Gwet 2014: four coders, twelve units, five categories, with gaps (irrCAC cac.raw4raters).
const __ = undefined;
const withGaps: readonly Row[] = [
  [1, 1, __, 1],
  [2, 2, 3, 2],
  [3, 3, 3, 3],
  [3, 3, 3, 3],
  [2, 2, 2, 2],
  [1, 2, 3, 4],
  [4, 4, 4, 4],
  [1, 1, 2, 1],
  [2, 2, 2, 2],
  [__, 5, 5, 5],
  [__, __, 1, 1],
  [__, __, 3, __],
];
export const fourCoders = buildTable(
  withGaps.map((row) => row.map((rating) => (rating === undefined ? undefined : rating - 1))),
  5,
);
