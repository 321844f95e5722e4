import type { Difference } from '../checking/list-differences.js';

/** UTF-16 units of somebody's words in one message: findings end up in bug reports. */
const LONGEST_WORDS = 60;
const MOST_DIFFERENCES = 3;

/** Differences in words, e.g. `"lost" where the transcript has "failed"`. */
export function describeWordingDifferences(differences: readonly Difference[]): string {
  const told = differences.slice(0, MOST_DIFFERENCES).map(describeDifference);
  const more = differences.length - told.length;
  return told.join('; ') + (more > 0 ? `; and ${more} more` : '');
}

function describeDifference({ kind, draft, transcript }: Difference): string {
  if (kind === 'added') return `${show(draft)} is added without brackets`;
  if (kind === 'left-out')
    return `${show(transcript)} is left out without a mark, which may turn the meaning`;
  return `${show(draft)} stands where the transcript has ${show(transcript)}`;
}

/** Somebody's words as one short line. */
export function show(words: string): string {
  const line = words.replace(/\s+/gu, ' ').trim();
  const whole = [...line];
  return whole.length > LONGEST_WORDS ? `"${whole.slice(0, LONGEST_WORDS).join('')}…"` : `"${line}"`;
}
