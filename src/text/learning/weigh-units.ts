import type { SparseRows } from '../sparse-rows.js';
import { inverseDocumentFrequency } from '../weigh-terms.js';

/** A unit that a single text holds links it to no other. */
const MIN_TEXTS = 2;

/** Texts as what they are made of, by number. */
export type UnitTexts = {
  readonly texts: number;
  /** How many different units there are. */
  readonly units: number;
  /** Calls `see` for every occurrence of a unit in a text. */
  readonly visit: (text: number, see: (unit: number) => void) => void;
};

export type WeighedUnits = {
  /** One row a text, each of length 1, or empty. */
  readonly rows: SparseRows;
  /** By unit: inverse document frequency; 0 where it counts nowhere. */
  readonly unitWeights: Float64Array;
};

function countTextsWith({ texts, units, visit }: UnitTexts): Uint32Array {
  const textsWith = new Uint32Array(units);
  const lastSeen = new Int32Array(units).fill(-1);
  for (let text = 0; text < texts; text += 1) {
    visit(text, (unit) => {
      if (lastSeen[unit] === text) return;
      lastSeen[unit] = text;
      textsWith[unit] = (textsWith[unit] ?? 0) + 1;
    });
  }
  return textsWith;
}

/** Writes (1 + ln tf) · idf of every unit of a row, scaled to length 1, and sets the counts back to 0. */
function weighRow(
  columns: Uint32Array,
  values: Float64Array,
  { counts, unitWeights }: { readonly counts: Uint32Array; readonly unitWeights: Float64Array },
): void {
  let squares = 0;
  for (let j = 0; j < columns.length; j += 1) {
    const unit = columns[j] ?? 0;
    const count = counts[unit] ?? 1;
    const value = (count === 1 ? 1 : 1 + Math.log(count)) * (unitWeights[unit] ?? 0);
    values[j] = value;
    counts[unit] = 0;
    squares += value * value;
  }
  const length = Math.sqrt(squares);
  for (let j = 0; j < values.length; j += 1) values[j] = (values[j] ?? 0) / length;
}

/** TF-IDF as for words: (1 + ln tf) · idf in rows of length 1; units of a single text are left out. */
export function weighUnits(unitTexts: UnitTexts): WeighedUnits {
  const { texts, units, visit } = unitTexts;
  const textsWith = countTextsWith(unitTexts);
  const unitWeights = Float64Array.from(textsWith, (count) =>
    count < MIN_TEXTS ? 0 : inverseDocumentFrequency(count, texts),
  );
  const cells = textsWith.reduce((sum, count) => sum + (count < MIN_TEXTS ? 0 : count), 0);
  const rowStarts = new Uint32Array(texts + 1);
  const columns = new Uint32Array(cells);
  const values = new Float64Array(cells);
  const counts = new Uint32Array(units);
  let end = 0;
  const see = (unit: number): void => {
    if (unitWeights[unit] === 0) return;
    const count = counts[unit] ?? 0;
    counts[unit] = count + 1;
    if (count > 0) return;
    columns[end] = unit;
    end += 1;
  };
  for (let text = 0; text < texts; text += 1) {
    const start = end;
    visit(text, see);
    const own = columns.subarray(start, end).sort();
    weighRow(own, values.subarray(start, end), { counts, unitWeights });
    rowStarts[text + 1] = end;
  }
  return { rows: { width: units, rowStarts, columns, values }, unitWeights };
}
