import type { Chart } from './chart.js';
import type { Look } from './drawing/look.js';
import { writeFigures } from './layers/figures.js';
import { frameChart, measurePlot } from './layers/frame.js';
import { layOutRows } from './layers/rows.js';
import { placeShares } from './layers/share-axis.js';
import { cleanLabel, nameBriefly } from './lettering/fit-text.js';
import { chooseMost, tellCut } from './words/choose-most.js';
import { tellCount, tellShare } from './words/tell-numbers.js';

export type StripQuote = {
  /** In the unit of `length`: start in, end out. */
  readonly start: number;
  readonly end: number;
  /** Its label; empty for a quote without a theme. A quote of two themes stands there twice. */
  readonly theme: string;
};

export type InterviewStrip = {
  readonly interview: string;
  /** Of the whole interview, e.g. in UTF-16 units of its transcript. */
  readonly length: number;
  readonly quotes: readonly StripQuote[];
};

const MOST_THEMES = 20;
/** A short quote in a long interview is still to be seen, in pixels. */
const NARROWEST = 2.5;

const NO_THEME = 'without a theme';
const nameTheme = (theme: string) => (theme.trim() === '' ? NO_THEME : cleanLabel(theme));
const hasTheme = ({ label }: { readonly label: string }) => label !== NO_THEME;

/** Quotes with places inside the interview, as shares of its length. */
function readQuotes({ length, quotes }: InterviewStrip) {
  return quotes
    .map(({ start, end, theme }) => ({ from: start / length, to: end / length, theme: nameTheme(theme) }))
    .filter(({ from, to }) => from >= 0 && to <= 1 && from < to);
}

type Placed = ReturnType<typeof readQuotes>[number];

/** Passages, each once however many themes it has. */
function listPassages(quotes: readonly Placed[]): readonly Placed[] {
  return [...new Map(quotes.map((quote) => [`${quote.from} ${quote.to}`, quote])).values()];
}

function groupQuotes(quotes: readonly Placed[]) {
  const byTheme = new Map<string, Placed[]>();
  for (const quote of quotes) {
    const group = byTheme.get(quote.theme);
    if (group === undefined) byTheme.set(quote.theme, [quote]);
    else group.push(quote);
  }
  const groups = Array.from(byTheme, ([label, members]) => ({ label, members }));
  const chosen = chooseMost(
    groups.map(({ members }) => members.length),
    MOST_THEMES,
  );
  const shown = chosen.flatMap((index) => groups[index] ?? []);
  return {
    all: groups.length,
    groups: [...shown.filter(hasTheme), ...shown.filter((group) => !hasTheme(group))],
  };
}

function specify(data: InterviewStrip, look: Look) {
  const quotes = readQuotes(data);
  const { all, groups } = groupQuotes(quotes);
  const lines = [{ label: 'All quotes', members: listPassages(quotes) }, ...groups];
  const rows = layOutRows(
    lines.map(({ label }) => label),
    look,
    { least: 24 },
  );
  const figures = writeFigures(
    lines.map(({ members }) => String(members.length)),
    rows,
    look,
  );
  const sides = { left: rows.left, right: Math.max(34, figures.right) };
  const least = NARROWEST / measurePlot(look, sides);
  const x = placeShares('From the beginning to the end of the interview');
  const values = lines.flatMap(({ label, members }, row) =>
    members.map(({ from, to, theme }) => ({
      row,
      from: Math.min(from, 1 - least),
      to: Math.max(to, Math.min(from, 1 - least) + least),
      title: `${row === 0 ? theme : label}: ${tellShare(from)} to ${tellShare(to)} of the interview`,
    })),
  );
  return {
    spec: frameChart({
      look,
      description: describe(data),
      height: rows.count * rows.step,
      padding: { ...sides, top: 8, bottom: 46 },
      layers: [
        {
          data: { values: lines.map((_, row) => ({ row })) },
          mark: { type: 'rule', style: 'track', x: 0, x2: { expr: 'width' } },
          encoding: { y: rows.y },
        },
        {
          data: { values },
          mark: { type: 'bar', style: 'mark', aria: true, orient: 'horizontal', height: { band: 0.58 } },
          encoding: {
            y: rows.y,
            x: { ...x, field: 'from' },
            x2: { field: 'to' },
            description: { field: 'title' },
          },
        },
        rows.layer,
        figures.layer,
      ],
    }),
    remarks: [
      ...tellCut(groups.length, all, 'themes, those with most quotes'),
      ...(quotes.length < data.quotes.length
        ? [
            `Not drawn, for want of a place in the interview: ${tellCount(data.quotes.length - quotes.length, 'quote')}.`,
          ]
        : []),
    ],
  };
}

function describe(data: InterviewStrip): string {
  const quotes = readQuotes(data);
  const passages = listPassages(quotes);
  if (passages.length === 0) return `No quote lies in ${nameBriefly(data.interview)}.`;
  const thirds = [0, 1, 2].map(
    (third) => passages.filter(({ from }) => Math.min(2, Math.floor(from * 3)) === third).length,
  );
  return `A strip that shows where quotes lie in ${nameBriefly(data.interview)}, by theme. Of ${tellCount(passages.length, 'quote')}, the first third of the interview has ${thirds[0]}, the second ${thirds[1]}, the last ${thirds[2]}.`;
}

/** Where the quotes of one interview lie, in all and by theme. */
export const interviewStrip: Chart<InterviewStrip> = {
  id: 'interview-strip',
  label: 'Where the quotes of an interview lie',
  describe,
  tabulate: (data) => ({
    header: ['theme', 'from', 'to'],
    rows: readQuotes(data).map(({ theme, from, to }) => [theme, tellShare(from), tellShare(to)]),
  }),
  specify: (data, look) =>
    readQuotes(data).length === 0
      ? { emptyBecause: `No quote lies in ${nameBriefly(data.interview)}.` }
      : specify(data, look),
};
