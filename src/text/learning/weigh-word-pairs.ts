import type { CountedTexts } from '../count-texts.js';
import type { SparseRows } from '../sparse-rows.js';
import { weighUnits } from './weigh-units.js';

/** Terms that follow each other in the texts; where a text begins or ends counts as one. */
export type WeighedWordPairs = {
  /** One row a text: of length 1, less what the pairs that were left out weigh. */
  readonly rows: SparseRows;
  /** Two by column: its terms. The number of terms stands for the beginning or the end of a text. */
  readonly members: Uint32Array;
};

/** Calls `see` with every pair of a text as one number: the first term times `edge` + 1, plus the second. */
function visitPairs(
  { textStarts, wordForms, formTerms, terms }: CountedTexts,
  text: number,
  see: (key: number) => void,
): void {
  const edge = terms.length;
  const end = textStarts[text + 1] ?? 0;
  let before = edge;
  for (let word = textStarts[text] ?? 0; word < end; word += 1) {
    const term = formTerms[wordForms[word] ?? 0] ?? 0;
    see(before * (edge + 1) + term);
    before = term;
  }
  if (before !== edge) see(before * (edge + 1) + edge);
}

/** The same rows without the columns that `kept` has no number for, and the others under their numbers, which ascend. */
function keepColumns(rows: SparseRows, kept: Int32Array, width: number): SparseRows {
  const rowStarts = new Uint32Array(rows.rowStarts.length);
  const columns = new Uint32Array(rows.columns.length);
  const values = new Float64Array(rows.columns.length);
  let end = 0;
  for (let row = 0; row + 1 < rowStarts.length; row += 1) {
    for (let j = rows.rowStarts[row] ?? 0; j < (rows.rowStarts[row + 1] ?? 0); j += 1) {
      const column = kept[rows.columns[j] ?? 0] ?? -1;
      if (column < 0) continue;
      columns[end] = column;
      values[end] = rows.values[j] ?? 0;
      end += 1;
    }
    rowStarts[row + 1] = end;
  }
  return { width, rowStarts, columns: columns.slice(0, end), values: values.slice(0, end) };
}

/**
 * TF-IDF of pairs. Only those are kept that at least two texts hold, one of them a text of `learned`: of no other pair
 * anything can be learned, and a large study has millions.
 */
export function weighWordPairs(counted: CountedTexts, learned: readonly number[]): WeighedWordPairs {
  const ids = new Map<number, number>();
  const texts = counted.textStarts.length - 1;
  const numbers = new Uint32Array(counted.wordForms.length + texts);
  const starts = new Uint32Array(texts + 1);
  let end = 0;
  for (let text = 0; text < texts; text += 1) {
    visitPairs(counted, text, (key) => {
      const id = ids.get(key) ?? ids.size;
      if (id === ids.size) ids.set(key, id);
      numbers[end] = id;
      end += 1;
    });
    starts[text + 1] = end;
  }
  const { rows, unitWeights } = weighUnits({
    texts,
    units: ids.size,
    visit: (text, see) => {
      for (let at = starts[text] ?? 0; at < (starts[text + 1] ?? 0); at += 1) see(numbers[at] ?? 0);
    },
  });
  const isLearned = new Uint8Array(ids.size);
  for (const text of learned) {
    for (const id of numbers.subarray(starts[text], starts[text + 1])) isLearned[id] = 1;
  }
  const kept = new Int32Array(ids.size).fill(-1);
  const members: number[] = [];
  const base = counted.terms.length + 1;
  for (const [key, id] of ids) {
    if (isLearned[id] !== 1 || unitWeights[id] === 0) continue;
    kept[id] = members.length / 2;
    members.push(Math.floor(key / base), key % base);
  }
  return { rows: keepColumns(rows, kept, members.length / 2), members: Uint32Array.from(members) };
}
