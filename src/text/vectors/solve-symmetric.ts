/** Rounds over all pairs; a small symmetric matrix settles in six to ten. */
const MOST_SWEEPS = 30;
/** Squares off the diagonal, as a share of all, that count as none. */
const SETTLED = 1e-12;

/** `vectors[i * side + j]` is entry i of the vector that belongs to `values[j]`. */
export type Eigenpairs = { readonly values: Float64Array; readonly vectors: Float64Array };

type Turn = { readonly p: number; readonly q: number; readonly cos: number; readonly sin: number };

/** The turn of axes p and q after which their entry off the diagonal is zero; the smaller of the two that do it. */
function findTurn(matrix: Float64Array, side: number, p: number, q: number): Turn {
  const off = matrix[p * side + q] ?? 0;
  const ratio = ((matrix[q * side + q] ?? 0) - (matrix[p * side + p] ?? 0)) / (2 * off);
  const tangent = (ratio < 0 ? -1 : 1) / (Math.abs(ratio) + Math.hypot(ratio, 1));
  const cos = 1 / Math.hypot(tangent, 1);
  return { p, q, cos, sin: tangent * cos };
}

function turnRows(matrix: Float64Array, side: number, { p, q, cos, sin }: Turn): void {
  for (let i = 0; i < side; i += 1) {
    const a = matrix[p * side + i] ?? 0;
    const b = matrix[q * side + i] ?? 0;
    matrix[p * side + i] = cos * a - sin * b;
    matrix[q * side + i] = sin * a + cos * b;
  }
}

function turnColumns(matrix: Float64Array, side: number, { p, q, cos, sin }: Turn): void {
  for (let start = 0; start < matrix.length; start += side) {
    const a = matrix[start + p] ?? 0;
    const b = matrix[start + q] ?? 0;
    matrix[start + p] = cos * a - sin * b;
    matrix[start + q] = sin * a + cos * b;
  }
}

/** The sum of squares, and of those off the diagonal. */
function sumSquares(matrix: Float64Array, side: number): { readonly all: number; readonly off: number } {
  let all = 0;
  let off = 0;
  for (let i = 0; i < matrix.length; i += 1) {
    const square = (matrix[i] ?? 0) ** 2;
    all += square;
    if (i % (side + 1) !== 0) off += square;
  }
  return { all, off };
}

/** Eigenvalues and eigenvectors of a full symmetric matrix of the given side, by Jacobi's rotations (1846). */
export function solveSymmetric(symmetric: Float64Array, side: number): Eigenpairs {
  const matrix = symmetric.slice();
  // Rows of `turned` are eigenvectors in the making: rows lie together in memory.
  const turned = Float64Array.from(matrix, (_, i) => (i % (side + 1) === 0 ? 1 : 0));
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep += 1) {
    const { all, off } = sumSquares(matrix, side);
    if (off <= SETTLED * all) break;
    // Were all entries off the diagonal this small, they would count as none.
    const negligible = Math.sqrt(SETTLED * all) / side;
    for (let p = 0; p + 1 < side; p += 1) {
      for (let q = p + 1; q < side; q += 1) {
        if (Math.abs(matrix[p * side + q] ?? 0) <= negligible) continue;
        const turn = findTurn(matrix, side, p, q);
        turnRows(matrix, side, turn);
        turnColumns(matrix, side, turn);
        turnRows(turned, side, turn);
      }
    }
  }
  return {
    values: Float64Array.from({ length: side }, (_, i) => matrix[i * side + i] ?? 0),
    vectors: matrix.map((_, i) => turned[(i % side) * side + Math.floor(i / side)] ?? 0),
  };
}
