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
