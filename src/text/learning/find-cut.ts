/** Numbers of one output in a table: every `step`-th from `first` on. */
type Column = { readonly first: number; readonly step: number };

/** The F1 to be expected where all that is more probable than `cut` is chosen, and the least probable of that. */
function tryCut(
  probabilities: Float64Array,
  { first, step }: Column,
  cut: number,
): { readonly f1: number; readonly least: number } {
  let all = 0;
  let chosen = 0;
  let count = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let at = first; at < probabilities.length; at += step) {
    const probability = probabilities[at] ?? 0;
    all += probability;
    if (probability <= cut) continue;
    chosen += probability;
    count += 1;
    if (probability < least) least = probability;
  }
  return { f1: count === 0 ? 0 : (2 * chosen) / (count + all), least };
}

/** Each round chooses what is more probable than half of the F1 before, which never lowers it; few rounds are needed. */
const MOST_ROUNDS = 60;

/**
 * The probability from which on to say yes, so that the F1 to be expected is highest: of the most probable `n`,
 * F1 = 2 · Σ chosen ÷ (n + Σ all), which needs no labels (after Lewis 1995). The best cut is half of the best F1 (Lipton,
 * Elkan and Naryanaswamy 2014), found as for any ratio (Dinkelbach 1967) without sorting. Above 1 where nothing is worth
 * a yes.
 */
export function findCut(probabilities: Float64Array, column: Column = { first: 0, step: 1 }): number {
  let best = tryCut(probabilities, column, 0);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const next = tryCut(probabilities, column, best.f1 / 2);
    if (next.f1 <= best.f1) break;
    best = next;
  }
  return best.least;
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
  return Float64Array.from({ length: outputs }, (_, first) => {
    if (share === 0) return ofAll;
    const ofOwn = findCut(probabilities, { first, step: outputs });
    return 1 / (1 + Math.exp(-((1 - share) * toLogit(ofAll) + share * toLogit(ofOwn))));
  });
}
