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
