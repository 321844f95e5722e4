import type { BasisView } from '../../../messages/deciding.js';

const group = (count: number) => count.toLocaleString('en-GB');
const countOf = (count: number, one: string) => `${group(count)} ${one}${count === 1 ? '' : 's'}`;

function tellStage({ stage, learned, decided, judged, quotes, more }: BasisView): string {
  if (stage === 'keywords')
    return 'For now from the keywords of your themes; the taggers are still learning.';
  if (stage === 'whole')
    return decided === 0
      ? 'From what the themes say of themselves: nothing is decided yet.'
      : `Learned from all ${countOf(decided, 'decided quote')}.`;
  const part =
    decided === 0 ? '' : `learned from ${group(learned)} of ${countOf(decided, 'decided quote')}, `;
  const told = `${part}for ${group(judged)} of ${countOf(quotes, 'quote')}`;
  return more ? `For now ${told}.` : `${told.charAt(0).toUpperCase()}${told.slice(1)}.`;
}

/** What the suggestions were made from, and what was changed after that. */
export function tellBasis(basis: BasisView): string {
  const { since } = basis;
  const late =
    since === 0 ? '' : ` Made before the latest ${since === 1 ? 'change' : `${group(since)} changes`}.`;
  const left = basis.dropped === 0 ? '' : ` ${group(basis.dropped)} weaker ones are left out.`;
  return `${tellStage(basis)}${late}${left}`;
}
