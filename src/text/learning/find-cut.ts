/**
 * The probability from which on to say yes, so that the F1 to be expected is highest: with the most probable `n` chosen,
 * F1 = 2 · Σ chosen ÷ (n + Σ all), which needs no labels (after Lewis 1995). Above 1 where nothing is worth a yes.
 */
export function findCut(probabilities: Float64Array): number {
  const sorted = probabilities.slice().sort().reverse();
  const all = sorted.reduce((sum, probability) => sum + probability, 0);
  let chosen = 0;
  let best = 0;
  let cut = Number.POSITIVE_INFINITY;
  for (const [index, probability] of sorted.entries()) {
    chosen += probability;
    const f1 = (2 * chosen) / (index + 1 + all);
    if (f1 > best) {
      best = f1;
      cut = probability;
    }
  }
  return cut;
}

/** Where log-odds are cut off, so that they can be averaged. */
const LEAST_PROBABILITY = 1e-4;

function toLogit(probability: number): number {
  const within = Math.min(Math.max(probability, LEAST_PROBABILITY), 1 - LEAST_PROBABILITY);
  return Math.log(within / (1 - within));
}

/**
 * By output: a cut between that of all probabilities, which is best for the F1 of all pairs and leaves rare outputs
 * out, and that of its own; the averaging is in log-odds, `share` (0 to 1) is the share of its own.
 */
export function findCuts(
  probabilities: Float64Array,
  { outputs, share }: { readonly outputs: number; readonly share: number },
): Float64Array {
  const ofAll = findCut(probabilities);
  return Float64Array.from({ length: outputs }, (_, k) => {
    const own = probabilities.filter((_probability, at) => at % outputs === k);
    const logit = (1 - share) * toLogit(ofAll) + share * toLogit(findCut(own));
    return share === 0 ? ofAll : 1 / (1 + Math.exp(-logit));
  });
}
