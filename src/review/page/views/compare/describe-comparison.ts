import type { ComparisonView } from '../../../messages/comparing.js';
import type { Figure, Row, Verdict } from './choose-rows.js';

const verdicts: Readonly<Record<Verdict, { readonly sign: string; readonly words: string }>> = {
  applies: { sign: '✓', words: 'applies' },
  'does-not': { sign: '✕', words: 'does not apply' },
  nothing: { sign: '–', words: 'said nothing' },
};

/** A sign and words for what a coder said, so that no colour has to carry it. */
export const describeVerdict = (verdict: Verdict) => verdicts[verdict];

/** "Resolved: applies", or empty where nobody settled it. */
export function describeResolution({ resolved }: Row): string {
  return resolved === 'nothing' ? '' : `Resolved: ${verdicts[resolved].words}`;
}

const round = (value: number) => value.toFixed(2);

/** A figure to two decimals. */
export const showValue = ({ value }: Figure): string => (value === null ? 'not told' : round(value));

/** The interval beside a figure, or why there is no figure. */
export function describeInterval({ value, interval, because }: Figure): string {
  if (value === null) return because === '' ? 'It cannot be told from these decisions.' : because;
  return interval === null ? 'no interval' : `95 % interval ${round(interval[0])} to ${round(interval[1])}`;
}

/** Where an interval from -1 to 1 lies on a bar from 0 to 100: what is under 0 is drawn at 0. */
export function placeInterval({
  value,
  interval,
}: Figure): { from: number; to: number; at: number } | undefined {
  if (value === null) return undefined;
  const place = (figure: number) => Math.min(100, Math.max(0, figure * 100));
  const [low, high] = interval ?? [value, value];
  return { from: place(low), to: place(high), at: place(value) };
}

/** "7 disagreements and 85 agreements of ana and ben" */
export function describeTotals(total: { agree: number; disagree: number }, a: string, b: string): string {
  const many = (count: number, one: string) =>
    `${count.toLocaleString('en')} ${one}${count === 1 ? '' : 's'}`;
  return `${a} and ${b}: ${many(total.disagree, 'disagreement')}, ${many(total.agree, 'agreement')}`;
}

/** That not all rows came, where that is so: a long comparison is shown from its beginning. */
export function describeRest({ rows, total }: Pick<ComparisonView, 'rows' | 'total'>): string {
  const all = total.agree + total.disagree;
  if (all <= rows.length) return '';
  return `These are the first ${rows.length.toLocaleString('en')} of ${all.toLocaleString('en')} rows, disagreements before the rest.`;
}
