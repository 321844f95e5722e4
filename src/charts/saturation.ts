import type { Chart, Json } from './chart.js';
import type { Look } from './drawing/look.js';
import { frameChart, measurePlot } from './layers/frame.js';
import { drawGuides } from './layers/guides.js';
import { drawKey, type KeyEntry } from './layers/key.js';
import { listTicks } from './layers/list-ticks.js';
import { tellCut } from './words/choose-most.js';
import { readCount, tellCount, tellNumber } from './words/tell-numbers.js';

export type SaturationStep = {
  /** Interviews so far, from 1. */
  readonly n: number;
  /** Themes found by then: in the middle order of the interviews, and the ends of the band. */
  readonly median: number;
  readonly low: number;
  readonly high: number;
  /** In the order in which the interviews were held. */
  readonly observed?: number;
};

export type Saturation = {
  readonly interviews: number;
  readonly steps: readonly SaturationStep[];
  /** What happened after so many interviews, e.g. that the guide was changed. */
  readonly marks: readonly { readonly n: number; readonly label: string }[];
  /** One sentence that may be said of the curve. */
  readonly verdict?: string;
  /** What the band holds, e.g. "the middle 90 % of 1,000 orders". */
  readonly band?: string;
};

/** Whether a step has a place on the axes. */
const isKnown = ({ n, median }: SaturationStep) => Number.isFinite(n) && Number.isFinite(median);
/** Of the plot, in pixels. */
const HEIGHT = 260;
const MOST_STEPS = 300;

/** Steps in order; more than a plot has pixels for are thinned, and the last is kept. */
function readSteps({ steps }: Saturation) {
  const known = steps.filter(isKnown).map(({ n, median, low, high, observed }) => ({
    n: readCount(n),
    median: readCount(median),
    low: readCount(Number.isFinite(low) ? low : median),
    high: readCount(Number.isFinite(high) ? high : median),
    ...(observed === undefined ? {} : { observed: readCount(observed) }),
  }));
  const every = Math.ceil(known.length / MOST_STEPS);
  return known
    .sort((a, b) => a.n - b.n)
    .filter((_, index) => index % every === 0 || index === known.length - 1);
}

type Step = ReturnType<typeof readSteps>[number];
type Position = { readonly [key: string]: Json };

const placeCounts = (title: string, most: number, grid: boolean): Position => ({
  type: 'quantitative',
  scale: { domain: [0, most], nice: false },
  axis: { title, values: listTicks(most), format: 'd', grid, domain: !grid, ticks: !grid, labelFlush: false },
});

function drawCurve(steps: readonly Step[], x: Position, y: Position): readonly Json[] {
  const at = { ...x, field: 'n' };
  const observed = steps.filter((step) => step.observed !== undefined);
  const size = observed.length > 60 ? 16 : 60;
  return [
    {
      data: { values: steps },
      mark: { type: 'area', style: 'soft-bar', strokeWidth: 0.75 },
      encoding: { x: at, y: { ...y, field: 'low' }, y2: { field: 'high' } },
    },
    {
      data: { values: steps },
      mark: { type: 'line', style: 'line' },
      encoding: { x: at, y: { ...y, field: 'median' } },
    },
    {
      data: {
        values: observed.map((step) => ({
          ...step,
          title: `After ${tellCount(step.n, 'interview')}: ${tellCount(step.observed ?? 0, 'theme')}, median ${step.median}, ${step.low} to ${step.high}`,
        })),
      },
      mark: { type: 'point', style: 'estimate', filled: true, size, strokeWidth: 1, aria: true },
      encoding: { x: at, y: { ...y, field: 'observed' }, description: { field: 'title' } },
    },
  ];
}

function listKey(
  { band = 'the range over orders' }: Saturation,
  steps: readonly Step[],
): readonly KeyEntry[] {
  const observed = steps.some((step) => step.observed !== undefined);
  return [
    { kind: 'line', text: 'median over orders' },
    { kind: 'band', text: band },
    ...(observed ? [{ kind: 'dots', text: 'in the order held' } as const] : []),
  ];
}

function specify(data: Saturation, look: Look) {
  const steps = readSteps(data);
  const most = Math.max(
    1,
    ...steps.map(({ high, median, observed = 0 }) => Math.max(high, median, observed)),
  );
  const last = Math.max(1, readCount(data.interviews), ...steps.map(({ n }) => n));
  const x = placeCounts('Interviews', last, false);
  const y = placeCounts('Themes found', Math.ceil(most * 1.04), true);
  const sides = { left: 58, right: 22 };
  const guides = drawGuides({
    guides: data.marks.map(({ n, label }) => ({ at: n, label })),
    domain: [0, last],
    width: measurePlot(look, sides),
    look,
  });
  return {
    spec: frameChart({
      look,
      description: describe(data),
      height: HEIGHT,
      padding: { ...sides, top: guides.top + 34, bottom: 48 },
      layers: [...drawCurve(steps, x, y), guides.layer, drawKey(listKey(data, steps), look, guides.top + 18)],
    }),
    remarks: [
      ...tellCut(steps.length, data.steps.length, 'steps'),
      ...(data.verdict === undefined ? [] : [data.verdict]),
    ],
  };
}

function describe(data: Saturation): string {
  const last = readSteps(data).at(-1);
  if (last === undefined) return 'No interview has a theme yet.';
  const end = `After ${tellCount(last.n, 'interview')} the median is ${tellCount(last.median, 'theme')}, between ${last.low} and ${last.high}.`;
  return `A curve of the themes found against the number of interviews, with a band for their order. ${end}`;
}

/** How many new themes further interviews bring, whatever the order in which they are read. */
export const saturation: Chart<Saturation> = {
  id: 'saturation',
  label: 'Themes found as interviews are added',
  describe,
  tabulate: ({ steps }) => ({
    header: ['interviews', 'median', 'low', 'high', 'in the order held'],
    rows: steps.map(({ n, median, low, high, observed }) => [n, median, low, high, observed].map(tellNumber)),
  }),
  specify: (data, look) =>
    readSteps(data).length > 1
      ? specify(data, look)
      : { emptyBecause: 'A curve needs themes from at least two interviews.' },
};
