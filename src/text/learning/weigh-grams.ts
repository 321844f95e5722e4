import type { CountedTexts } from '../count-texts.js';
import { type SparseRows, sortColumns } from '../sparse-rows.js';
import { inverseDocumentFrequency } from '../weigh-terms.js';

const GRAM_LENGTH = 4;
/** A gram that a single text holds links it to no other. */
const MIN_TEXTS = 2;

/** The runs of four characters in the words of the texts, blanks around each word. */
export type WeighedGrams = {
  /** One row a text, each of length 1, or empty. */
  readonly rows: SparseRows;
  /** By gram: its number; grams that count nowhere are missing. */
  readonly gramIds: ReadonlyMap<string, number>;
  /** By gram: inverse document frequency. */
  readonly gramWeights: Float64Array;
  /** By form: its grams, as often as they occur in it. */
  readonly formGrams: readonly Uint32Array[];
};

/** The grams of one word as it is compared, with a blank before and after; a short word is a gram as it is. */
export function listGrams(word: string): readonly string[] {
  const characters = [...` ${word} `];
  if (characters.length <= GRAM_LENGTH) return [characters.join('')];
  return Array.from({ length: characters.length - GRAM_LENGTH + 1 }, (_, start) =>
    characters.slice(start, start + GRAM_LENGTH).join(''),
  );
}

function internGrams(counted: CountedTexts): {
  readonly ids: Map<string, number>;
  readonly formGrams: Uint32Array[];
} {
  const ids = new Map<string, number>();
  const formGrams = counted.formWords.map((word) =>
    Uint32Array.from(listGrams(word), (gram) => {
      const known = ids.get(gram) ?? ids.size;
      ids.set(gram, known);
      return known;
    }),
  );
  return { ids, formGrams };
}

/** Counts of grams, in compressed sparse rows. */
function countGrams(counted: CountedTexts, formGrams: readonly Uint32Array[], width: number) {
  const rowStarts = new Uint32Array(counted.textStarts.length);
  const columns: number[] = [];
  const counts: number[] = [];
  const lastCounted = new Int32Array(width).fill(-1);
  for (let row = 0; row + 1 < rowStarts.length; row += 1) {
    const start = columns.length;
    for (let word = counted.textStarts[row] ?? 0; word < (counted.textStarts[row + 1] ?? 0); word += 1) {
      for (const gram of formGrams[counted.wordForms[word] ?? 0] ?? []) {
        const last = lastCounted[gram] ?? -1;
        if (last >= start) {
          counts[last] = (counts[last] ?? 0) + 1;
        } else {
          lastCounted[gram] = columns.push(gram) - 1;
          counts.push(1);
        }
      }
    }
    rowStarts[row + 1] = columns.length;
  }
  return { rowStarts, columns, counts };
}

/** (1 + ln tf) · idf in rows of length 1, as for words; grams of a single text are left out. */
export function weighGrams(counted: CountedTexts): WeighedGrams {
  const { ids, formGrams } = internGrams(counted);
  const { rowStarts, columns, counts } = countGrams(counted, formGrams, ids.size);
  const textsWith = new Uint32Array(ids.size);
  for (const gram of columns) textsWith[gram] = (textsWith[gram] ?? 0) + 1;
  const texts = rowStarts.length - 1;
  const gramWeights = Float64Array.from(textsWith, (count) =>
    count < MIN_TEXTS ? 0 : inverseDocumentFrequency(count, texts),
  );
  const values = new Float64Array(columns.length);
  for (let row = 0; row < texts; row += 1) {
    const from = rowStarts[row] ?? 0;
    const to = rowStarts[row + 1] ?? 0;
    let squares = 0;
    for (let j = from; j < to; j += 1) {
      const value = (1 + Math.log(counts[j] ?? 1)) * (gramWeights[columns[j] ?? 0] ?? 0);
      values[j] = value;
      squares += value * value;
    }
    const length = Math.sqrt(squares) || 1;
    for (let j = from; j < to; j += 1) values[j] = (values[j] ?? 0) / length;
  }
  const rows = { width: ids.size, rowStarts, columns: Uint32Array.from(columns), values };
  return { rows: sortColumns(rows), gramIds: ids, gramWeights, formGrams };
}
