import { UNKNOWN, YES } from '../../text/learning/lessons.js';
import type { SparseRows } from '../../text/sparse-rows.js';
import { findHighest } from './list-features.js';
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
  for (let base = 0; base < probabilities.length; base += outputs) {
    for (let k = 0; k < outputs; k += 1) sums[k] = (sums[k] ?? 0) + (probabilities[base + k] ?? 0);
  }
  const quotes = Math.max(probabilities.length / outputs, 1);
  return sums.map((sum) => Math.max(sum / quotes, LEAST_SHARE));
}

/** What is decided, else what is probable. */
function readKnown(labels: Int8Array, probabilities: Float64Array): Float64Array {
  const known = probabilities.slice();
  for (let at = 0; at < known.length; at += 1) {
    const label = labels[at] ?? UNKNOWN;
    if (label !== UNKNOWN) known[at] = label === YES ? 1 : 0;
  }
  return known;
}

/** What the quotes nearby are known or thought to be about. */
type Around = {
  readonly nearby: SparseRows;
  readonly shares: Float64Array;
  /** Overwritten at each row. */
  readonly means: Float64Array;
};

/** Writes, by theme, the mean over the quotes nearby and, `RESERVE` strong, over all. */
function averageNearby({ nearby, shares, means }: Around, row: number, known: Float64Array): void {
  const outputs = shares.length;
  for (let k = 0; k < outputs; k += 1) means[k] = (shares[k] ?? 0) * RESERVE;
  let total = RESERVE;
  for (let j = nearby.rowStarts[row] ?? 0; j < (nearby.rowStarts[row + 1] ?? 0); j += 1) {
    const weight = nearby.values[j] ?? 0;
    const base = (nearby.columns[j] ?? 0) * outputs;
    total += weight;
    for (let k = 0; k < outputs; k += 1) means[k] = (means[k] ?? 0) + weight * (known[base + k] ?? 0);
  }
  for (let k = 0; k < outputs; k += 1) means[k] = (means[k] ?? 0) / total;
}

/** Writes, for each theme of one quote, how probable its rivals are. */
function writeRivals(
  probabilities: Float64Array,
  { row, rivals }: { readonly row: number; readonly rivals: CodedDimension['rivals'] },
  context: Float32Array,
): void {
  const outputs = rivals.length;
  const base = row * outputs;
  const scored = { scores: probabilities, base, outputs };
  const first = findHighest(scored, -1);
  const second = findHighest(scored, first);
  let all = 0;
  for (let k = 0; k < outputs; k += 1) all += probabilities[base + k] ?? 0;
  for (let k = 0; k < outputs; k += 1) {
    const ofTheme = rivals[k] ?? [];
    let sum = all - (probabilities[base + k] ?? 0);
    const rival = k === first ? second : first;
    let best = rival < 0 ? 0 : (probabilities[base + rival] ?? 0);
    // Where some theme is no rival, as one that lies above or below, the rivals are gone through.
    if (ofTheme.length < outputs - 1) {
      const probable = ofTheme.map((place) => probabilities[base + place] ?? 0);
      sum = probable.reduce((before, probability) => before + probability, 0);
      best = Math.max(0, ...probable);
    }
    context[(base + k) * CONTEXT_WIDTH + CONTEXT.rivals] = sum;
    context[(base + k) * CONTEXT_WIDTH + CONTEXT.bestRival] = best;
  }
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
  const around = {
    nearby,
    shares: measureShares(probabilities, outputs),
    means: new Float64Array(outputs),
  };
  const known = readKnown(labels, probabilities);
  const isCoded = new Set(coded);
  const context = new Float32Array(probabilities.length * CONTEXT_WIDTH);
  for (let row = 0; row * outputs < probabilities.length; row += 1) {
    averageNearby(around, row, isCoded.has(row) ? probabilities : known);
    writeRivals(probabilities, { row, rivals }, context);
    for (let k = 0; k < outputs; k += 1) {
      const ratio = (around.means[k] ?? 0) / (around.shares[k] ?? 1);
      context[(row * outputs + k) * CONTEXT_WIDTH + CONTEXT.nearby] = Math.log(ratio);
    }
  }
  return context;
}
