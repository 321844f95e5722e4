import type { SparseRows, SparseVector } from '../sparse-rows.js';
import type { LinearModel } from './lessons.js';

/** Several tables of the same rows side by side: the columns of each lie behind those of the one before. */
type Tables = readonly Pick<SparseRows, 'width'>[];

/** One row of the joined table, from its row of each. */
export function joinVectors(vectors: readonly SparseVector[], tables: Tables): SparseVector {
  const columns = new Uint32Array(vectors.reduce((sum, vector) => sum + vector.columns.length, 0));
  const values = new Float64Array(columns.length);
  let at = 0;
  let first = 0;
  for (const [i, vector] of vectors.entries()) {
    values.set(vector.values, at);
    for (const column of vector.columns) {
      columns[at] = first + column;
      at += 1;
    }
    first += tables[i]?.width ?? 0;
  }
  return { columns, values };
}

/** A model of the joined table as one of each table, whose scores sum to those of the model. */
export function splitModel(
  { outputs, weights, biases }: LinearModel,
  tables: Tables,
): readonly LinearModel[] {
  let from = 0;
  return tables.map(({ width }, i) => {
    const to = from + width * outputs;
    const own = weights.subarray(from, to);
    from = to;
    return { outputs, weights: own, biases: i === 0 ? biases : new Float64Array(outputs) };
  });
}
