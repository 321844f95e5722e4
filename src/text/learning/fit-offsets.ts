const STEPS = 12;
/** In log-odds: longer steps can leap over the goal and back. */
const LONGEST_STEP = 1;

/**
 * By output, what to add to its log-odds so that it is said as often as it is true, drawn towards nothing: `hold` is the
 * precision of that pull. `scores` and `labels` by row, then by output; labels 0 or 1, others are left out.
 */
export function fitOffsets(
  scores: Float64Array,
  labels: Int8Array,
  { outputs, hold }: { readonly outputs: number; readonly hold: number },
): Float64Array {
  return Float64Array.from({ length: outputs }, (_, k) => {
    let offset = 0;
    for (let step = 0; step < STEPS; step += 1) {
      let slope = hold * offset;
      let bend = hold;
      for (let at = k; at < scores.length; at += outputs) {
        const label = labels[at] ?? -1;
        if (label < 0) continue;
        const probability = 1 / (1 + Math.exp(-((scores[at] ?? 0) + offset)));
        slope += probability - label;
        bend += probability * (1 - probability);
      }
      offset -= Math.min(Math.max(slope / bend, -LONGEST_STEP), LONGEST_STEP);
    }
    return offset;
  });
}

const HALVINGS = 60;
/** In log-odds: beyond it a probability is 0 or 1. */
const FARTHEST = 40;

/** What to add to every score, log-odds, so that the probabilities sum to `total`; found by halving an interval. */
export function findShift(scores: Float64Array, total: number): number {
  let low = -FARTHEST;
  let high = FARTHEST;
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const shift = (low + high) / 2;
    const sum = scores.reduce((before, score) => before + 1 / (1 + Math.exp(-score - shift)), 0);
    if (sum > total) high = shift;
    else low = shift;
  }
  return (low + high) / 2;
}

/** Rounds in which the shares settle. */
const ROUNDS = 30;
/** In log-odds. */
const SETTLED = 1e-3;
/** Of the way to the share that EM finds: it follows the noise of a weak score too. */
const FOLLOWED = 0.5;
/** As how many rows that nobody labelled a labelled one counts: its label is known. */
const LABELLED_COUNTS = 2;

/** Rows that nobody labelled, and by output the share of the labelled ones that have it, above 0 and below 1. */
export type Shares = { readonly rows: Uint32Array; readonly labelled: number; readonly shares: Float64Array };

/**
 * By output, what to add to the log-odds of rows that nobody labelled, where an output is more or less common among them
 * than among the labelled, as after coding so many quotes for each theme: half of what EM finds (Saerens, Latinne and
 * Decaestecker 2002), less the more rows are labelled. `scores` by row, then by output.
 */
export function followShares(scores: Float64Array, { rows, labelled, shares }: Shares): Float64Array {
  const outputs = shares.length;
  const hold = labelled * LABELLED_COUNTS;
  return shares.map((share, k) => {
    let offset = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      let sum = share * hold;
      for (let i = 0; i < rows.length; i += 1) {
        sum += 1 / (1 + Math.exp(-(scores[(rows[i] ?? 0) * outputs + k] ?? 0) - offset));
      }
      const found = sum / (rows.length + hold);
      const next = FOLLOWED * Math.log((found * (1 - share)) / ((1 - found) * share));
      const moved = Math.abs(next - offset);
      offset = next;
      if (moved < SETTLED) break;
    }
    return offset;
  });
}
