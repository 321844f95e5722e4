import { UNKNOWN, YES } from '../../text/learning/lessons.js';
import { rowAt, type SparseRows } from '../../text/sparse-rows.js';
import type { CodedDimension } from './read-dimensions.js';

/** What the other quotes and the other themes tell of a quote and a theme; the place of each in a row. */
export const CONTEXT = {
  /** ln of how much more probable than on the whole the theme is in the quotes nearby. */
  nearby: 0,
  /** How many of the theme's rivals the quote probably has. */
  rivals: 1,
  /** The probability of the most probable rival. */
  bestRival: 2,
} as const;

export const CONTEXT_WIDTH = Object.keys(CONTEXT).length;

/** As how much of an adjoining quote the study as a whole counts: a single far quote tells little. */
const RESERVE = 0.5;
const LEAST_SHARE = 1e-6;

/** By theme: its mean probability. */
function measureShares(probabilities: Float64Array, outputs: number): Float64Array {
  const sums = new Float64Array(outputs);
  for (let at = 0; at < probabilities.length; at += 1) {
    sums[at % outputs] = (sums[at % outputs] ?? 0) + (probabilities[at] ?? 0);
  }
  const quotes = Math.max(probabilities.length / outputs, 1);
  return sums.map((sum) => Math.max(sum / quotes, LEAST_SHARE));
}

/** What is decided, else what is probable. */
function readKnown(labels: Int8Array, probabilities: Float64Array): Float64Array {
  return probabilities.map((probability, at) => {
    const label = labels[at] ?? UNKNOWN;
    if (label === UNKNOWN) return probability;
    return label === YES ? 1 : 0;
  });
}

/** Mean over the quotes nearby and, `RESERVE` strong, over all. */
function averageNearby(
  nearby: SparseRows,
  row: number,
  { known, shares }: { readonly known: Float64Array; readonly shares: Float64Array },
): Float64Array {
  const outputs = shares.length;
  const means = shares.map((share) => share * RESERVE);
  const { columns, values } = rowAt(nearby, row);
  let total = RESERVE;
  for (let j = 0; j < columns.length; j += 1) {
    const weight = values[j] ?? 0;
    const base = (columns[j] ?? 0) * outputs;
    total += weight;
    for (let k = 0; k < outputs; k += 1) means[k] = (means[k] ?? 0) + weight * (known[base + k] ?? 0);
  }
  return means.map((mean) => mean / total);
}

/**
 * By quote, by theme, then as in `CONTEXT`. A quote that nobody coded takes what was decided of the quotes nearby as
 * known. A coded one does not: what its features are worth is to be learned for interviews that nobody coded yet.
 */
export function listContext(
  nearby: SparseRows,
  { themes, labels, rivals, coded }: CodedDimension,
  probabilities: Float64Array,
): Float32Array {
  const outputs = themes.length;
  const shares = measureShares(probabilities, outputs);
  const known = readKnown(labels, probabilities);
  const isCoded = new Set(coded);
  const context = new Float32Array(probabilities.length * CONTEXT_WIDTH);
  for (let row = 0; row * outputs < probabilities.length; row += 1) {
    const means = averageNearby(nearby, row, { known: isCoded.has(row) ? probabilities : known, shares });
    for (let k = 0; k < outputs; k += 1) {
      const at = (row * outputs + k) * CONTEXT_WIDTH;
      let sum = 0;
      let best = 0;
      for (const rival of rivals[k] ?? []) {
        const probability = probabilities[row * outputs + rival] ?? 0;
        sum += probability;
        if (probability > best) best = probability;
      }
      context[at + CONTEXT.nearby] = Math.log((means[k] ?? 0) / (shares[k] ?? 1));
      context[at + CONTEXT.rivals] = sum;
      context[at + CONTEXT.bestRival] = best;
    }
  }
  return context;
}
