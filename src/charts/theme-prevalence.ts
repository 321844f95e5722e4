import type { Chart } from './chart.js';
import type { Look } from './drawing/look.js';
import { writeFigures } from './layers/figures.js';
import { frameChart, MOST_ROWS } from './layers/frame.js';
import { drawIntervals } from './layers/interval.js';
import { layOutRows } from './layers/rows.js';
import { placeShares } from './layers/share-axis.js';
import { cleanLabel, nameBriefly } from './lettering/fit-text.js';
import { chooseMost, tellCut } from './words/choose-most.js';
import {
  readCount,
  readShare,
  tellCount,
  tellInterval,
  tellNumber,
  tellShare,
} from './words/tell-numbers.js';

export type PrevalentTheme = {
  readonly label: string;
  /** Participants who voice it, out of `of`. */
  readonly participants: number;
  readonly of: number;
  /** `participants / of` and the bounds of its interval, between 0 and 1. */
  readonly share: number;
  readonly low?: number | null;
  readonly high?: number | null;
  readonly quotes: number;
};

export type ThemePrevalence = { readonly themes: readonly PrevalentTheme[] };

const tellTheme = ({ participants, of, quotes }: PrevalentTheme) =>
  `${readCount(participants)} of ${readCount(of)} · ${tellCount(readCount(quotes), 'quote')}`;

/** Most participants first; equals as they were given. */
function sortThemes(themes: readonly PrevalentTheme[]): readonly PrevalentTheme[] {
  const shares = themes.map(({ share }) => readShare(share) ?? 0);
  return chooseMost(shares, MOST_ROWS)
    .map((index) => ({ share: shares[index] ?? 0, index }))
    .sort((a, b) => b.share - a.share || a.index - b.index)
    .flatMap(({ index }) => themes[index] ?? []);
}

function specify(data: ThemePrevalence, look: Look) {
  const themes = sortThemes(data.themes);
  const rows = layOutRows(
    themes.map(({ label }) => label),
    look,
  );
  const figures = writeFigures(themes.map(tellTheme), rows, look);
  const x = placeShares('Share of the participants');
  const bars = themes.map((theme, row) => ({
    row,
    share: readShare(theme.share) ?? 0,
    title: `${cleanLabel(theme.label)}: ${tellAll(theme)}`,
  }));
  const intervals = themes.flatMap(({ low, high }, row) => {
    const bounds = { row, low: readShare(low), high: readShare(high) };
    return bounds.low === undefined || bounds.high === undefined
      ? []
      : [{ row, low: bounds.low, high: bounds.high }];
  });
  return {
    spec: frameChart({
      look,
      description: describe(data),
      height: rows.count * rows.step,
      padding: { left: rows.left, right: Math.max(34, figures.right), top: 8, bottom: 46 },
      layers: [
        {
          data: { values: bars },
          mark: { type: 'bar', style: 'soft-bar', aria: true, height: { band: 0.56 } },
          encoding: { y: rows.y, x: { ...x, field: 'share' }, description: { field: 'title' } },
        },
        drawIntervals(intervals, rows.y, x),
        rows.layer,
        figures.layer,
      ],
    }),
    remarks: [
      ...tellCut(themes.length, data.themes.length, 'themes, those that most participants voice'),
      ...(Math.max(...themes.map(({ of }) => readCount(of))) === 1
        ? ['One participant says nothing of how many others would voice a theme.']
        : []),
    ],
  };
}

function tellAll(theme: PrevalentTheme): string {
  const interval = tellInterval(readShare(theme.low), readShare(theme.high));
  const range = interval === undefined ? '' : `, 95\u00a0% interval ${interval}`;
  return `${readCount(theme.participants)} of ${readCount(theme.of)} participants, ${tellShare(readShare(theme.share))}${range}`;
}

function describe({ themes }: ThemePrevalence): string {
  const [first] = sortThemes(themes);
  if (first === undefined || readCount(first.participants) === 0) return 'No theme has been counted.';
  const intervals = themes.some(({ low }) => readShare(low) !== undefined)
    ? ', with 95\u00a0% intervals'
    : '';
  return `Bars of the share of participants who voice each of ${tellCount(themes.length, 'theme')}${intervals}. Most voice ${nameBriefly(first.label)}: ${tellAll(first)}.`;
}

/** How many of the participants voice each theme, with the interval that so few people leave open. */
export const themePrevalence: Chart<ThemePrevalence> = {
  id: 'theme-prevalence',
  label: 'How many participants voice each theme',
  describe,
  tabulate: ({ themes }) => ({
    header: ['theme', 'participants', 'of', 'share', 'low', 'high', 'quotes'],
    rows: themes.map(({ label, participants, of, share, low, high, quotes }) => [
      label,
      ...[participants, of, share, low, high, quotes].map(tellNumber),
    ]),
  }),
  specify: (data, look) =>
    data.themes.every(({ participants }) => readCount(participants) === 0)
      ? { emptyBecause: 'No theme has been counted: code some quotes first.' }
      : specify(data, look),
};
