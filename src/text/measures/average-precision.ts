/**
 * Average precision of a ranking, highest score first: Σ (Rₙ − Rₙ₋₁) · Pₙ over the distinct scores, 0 to 1 (Manning,
 * Raghavan & Schütze 2008, 8.4). Equal scores are one step, so that their order says nothing. `null` where no label is 1.
 */
export function findAveragePrecision(scores: readonly number[], labels: readonly (0 | 1)[]): number | null {
  const order = scores.map((_, row) => row).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  let found = 0;
  let foundBefore = 0;
  let area = 0;
  for (const [place, row] of order.entries()) {
    found += labels[row] ?? 0;
    const next = order[place + 1];
    if (next !== undefined && scores[next] === scores[row]) continue;
    area += ((found - foundBefore) * found) / (place + 1);
    foundBefore = found;
  }
  return found === 0 ? null : area / found;
}
