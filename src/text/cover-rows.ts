import { addScaled, dotDense, dotEvery } from './similarity.js';
import { countRows, rowAt, type SparseRows, stackRows, transposeRows } from './sparse-rows.js';

/** How well some chosen rows stand for all rows of a table: each row by its likest chosen one. */
export type Coverage = {
  /** By row: its cosine with the likest chosen row, 0 while there is none. */
  readonly covered: Float64Array;
  /** What choosing a row would add to the sum of `covered`, or did at some earlier time: it never grows. */
  readonly gains: Float64Array;
  /** Works out a row's gain as it is now. */
  readonly refresh: (row: number) => void;
  readonly choose: (row: number) => void;
};

/** Gains in a larger table are measured on this many rows, evenly spaced: an estimate good to a few hundredths. */
const MOST_MEASURED = 500;

/**
 * Facility location over rows of length 1 with no negative values: f(S) = Σᵢ max over j in S of cos(i, j). It is
 * submodular, so greedy choice comes within 1 − 1/e of the best one (Nemhauser, Wolsey and Fisher 1978), and a gain
 * once worked out bounds all later ones (Minoux 1978), which saves working out most of them.
 */
export function coverRows(rows: SparseRows): Coverage {
  const measured = listMeasured(countRows(rows));
  const sample = stackRows(
    measured.map((row) => rowAt(rows, row)),
    rows.width,
  );
  const transposed = transposeRows(sample);
  const covered = new Float64Array(countRows(rows));
  const cosines = new Float64Array(measured.length);
  const gains = multiplyRows(rows, sumRows(sample));
  return {
    covered,
    gains,
    refresh: (row) => {
      dotEvery(rowAt(rows, row), transposed, cosines);
      let gain = 0;
      for (const [at, cosine] of cosines.entries()) {
        gain += Math.max(0, cosine - (covered[measured[at] ?? 0] ?? 0));
      }
      gains[row] = gain;
    },
    choose: (row) => {
      const dense = new Float64Array(rows.width);
      addScaled(dense, rowAt(rows, row), 1);
      for (const [at, cosine] of multiplyRows(rows, dense).entries()) {
        covered[at] = Math.max(covered[at] ?? 0, cosine);
      }
    },
  };
}

function listMeasured(rows: number): readonly number[] {
  const step = Math.max(1, rows / MOST_MEASURED);
  return Array.from({ length: Math.min(rows, MOST_MEASURED) }, (_, at) => Math.floor(at * step));
}

function sumRows(rows: SparseRows): Float64Array {
  const sum = new Float64Array(rows.width);
  for (let row = 0; row < countRows(rows); row += 1) addScaled(sum, rowAt(rows, row), 1);
  return sum;
}

/** By row: its dot product with a dense vector. */
function multiplyRows(rows: SparseRows, dense: Float64Array): Float64Array {
  return Float64Array.from({ length: countRows(rows) }, (_, row) => dotDense(rowAt(rows, row), dense));
}
