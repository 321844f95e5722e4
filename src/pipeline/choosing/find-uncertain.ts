import type { TaggerInput, ThemeScores } from '../../taggers/tagger.js';
import type { Choice } from './choice.js';

/** Probabilities this near to 0 and 1 are as good as certain. */
const CERTAIN = 1e-9;
/** So many themes are named as the reason. */
const MOST_NAMED = 2;
/** Bits that a theme has to add to be named. */
const LEAST_NAMED = 0.1;

/** Log-odds; what lies beyond certainty is certain. */
function toLogOdds(probability: number): number {
  const kept = Math.min(Math.max(probability, CERTAIN), 1 - CERTAIN);
  return Math.log(kept / (1 - kept));
}

/** What a decision would tell, in bits, where the cut counts as even odds: 1 at the cut, near 0 far from it. */
function measureDoubt(score: number, cut: number): number {
  const even = cut > 0 && cut < 1 ? toLogOdds(cut) : 0;
  const p = 1 / (1 + Math.exp(even - toLogOdds(score)));
  if (p <= 0 || p >= 1) return 0;
  return -(p * Math.log2(p) + (1 - p) * Math.log2(1 - p));
}

function nameThemes(doubts: readonly { readonly id: string; readonly bits: number }[]): string {
  const named = doubts
    .filter(({ bits }) => bits >= LEAST_NAMED)
    .toSorted((a, b) => b.bits - a.bits)
    .slice(0, MOST_NAMED)
    .map(({ id }) => id);
  return named.length === 0
    ? 'least sure of all that is left'
    : `could go either way for ${named.join(' and ')}`;
}

/** The open quotes whose decisions would tell most over all themes: the nearest to the cuts. None without themes. */
export function findUncertain(
  { taxonomy: { themes } }: TaggerInput,
  { scores, cuts }: ThemeScores,
  { open, count }: { readonly open: readonly number[]; readonly count: number },
): readonly Choice[] {
  if (themes.length === 0) return [];
  const doubted = open.map((row) => {
    const doubts = themes.map(({ id }, column) => ({
      id,
      bits: measureDoubt(scores[row * themes.length + column] ?? 0, cuts?.[column] ?? 0),
    }));
    return { row, doubts, bits: doubts.reduce((sum, { bits }) => sum + bits, 0) };
  });
  return doubted
    .sort((a, b) => b.bits - a.bits || a.row - b.row)
    .slice(0, count)
    .map(({ row, doubts }) => ({ row, reason: nameThemes(doubts) }));
}
