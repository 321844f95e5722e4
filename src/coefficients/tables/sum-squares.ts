/** The chance that two draws fall into the same category, if each category is drawn with its share. */
export function sumSquares(shares: Float64Array): number {
  return shares.reduce((total, share) => total + share * share, 0);
}
