/**
 * Area under the ROC curve: how often a case of label 1 scores higher than one of label 0, equal scores counting half, 0
 * to 1; by the sum of ranks of Mann & Whitney (1947), ties having their mean rank (Hanley & McNeil 1982). `null` where a
 * label is missing.
 */
export function findAreaUnderCurve(scores: ArrayLike<number>, labels: ArrayLike<number>): number | null {
  const order = Uint32Array.from({ length: scores.length }, (_, row) => row).sort(
    (a, b) => (scores[a] ?? 0) - (scores[b] ?? 0),
  );
  let positives = 0;
  let rankSum = 0;
  for (let from = 0; from < order.length; ) {
    const score = scores[order[from] ?? 0];
    let to = from;
    let tied = 0;
    while (to < order.length && scores[order[to] ?? 0] === score) {
      tied += labels[order[to] ?? 0] === 1 ? 1 : 0;
      to += 1;
    }
    // Ranks count from 1: the mean of from + 1 … to.
    rankSum += (tied * (from + 1 + to)) / 2;
    positives += tied;
    from = to;
  }
  const negatives = order.length - positives;
  if (positives === 0 || negatives === 0) return null;
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
}

/**
 * Of the cases of label 1 the share among as many best scored ones as there are of them, 0 to 1. Where equal scores
 * straddle the limit, their mean over all orders. `null` where no label is 1.
 */
export function findRecallAtMarked(scores: ArrayLike<number>, labels: ArrayLike<number>): number | null {
  const order = Uint32Array.from({ length: scores.length }, (_, row) => row).sort(
    (a, b) => (scores[b] ?? 0) - (scores[a] ?? 0),
  );
  const wanted = order.reduce((sum, row) => sum + (labels[row] === 1 ? 1 : 0), 0);
  if (wanted === 0) return null;
  let found = 0;
  for (let from = 0; from < wanted; ) {
    const score = scores[order[from] ?? 0];
    let to = from;
    let tied = 0;
    while (to < order.length && scores[order[to] ?? 0] === score) {
      tied += labels[order[to] ?? 0] === 1 ? 1 : 0;
      to += 1;
    }
    found += (tied * (Math.min(to, wanted) - from)) / (to - from);
    from = to;
  }
  return found / wanted;
}
