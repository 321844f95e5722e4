import type { Chart, Json } from './chart.js';
import type { Look } from './drawing/look.js';
import { frameChart } from './layers/frame.js';
import { placeShares } from './layers/share-axis.js';
import { nameBriefly } from './lettering/fit-text.js';
import { chooseMost, tellCut } from './words/choose-most.js';
import { readCount, readShare, tellCount, tellNumber, tellShare } from './words/tell-numbers.js';

export type ReliabilityPoint = {
  /** Between 0 and 1: the confidence that was told, and the share that turned out right, with its interval. */
  readonly expected: number;
  readonly observed: number;
  readonly low?: number | null;
  readonly high?: number | null;
  /** Suggestions with about this confidence. */
  readonly n: number;
};

export type Reliability = { readonly tagger: string; readonly points: readonly ReliabilityPoint[] };

/** Of the square plot, in pixels. */
const SIDE = 320;
/** More points hide each other. */
const MOST_POINTS = 40;

const isKnown = ({ expected, observed }: ReliabilityPoint) =>
  readShare(expected) !== undefined && readShare(observed) !== undefined;

function tellPoint({ expected, observed, n }: ReliabilityPoint): string {
  return `${tellShare(expected)} expected, ${tellShare(observed)} observed, in ${tellCount(readCount(n), 'suggestion')}`;
}

function drawPoints(points: readonly ReliabilityPoint[]): readonly Json[] {
  const values = points.map((point) => {
    const observed = readShare(point.observed) ?? 0;
    return {
      expected: readShare(point.expected) ?? 0,
      observed,
      low: readShare(point.low) ?? observed,
      high: readShare(point.high) ?? observed,
      text: String(readCount(point.n)),
      title: tellPoint(point),
    };
  });
  const x = { ...placeShares('Confidence that was told'), field: 'expected' };
  const y = placeShares('Share that turned out right');
  return [
    {
      data: { values: [{ from: 0, to: 1 }] },
      mark: { type: 'rule', style: 'guide-mark' },
      encoding: {
        x: { ...x, field: 'from' },
        y: { ...y, field: 'from' },
        x2: { field: 'to' },
        y2: { field: 'to' },
      },
    },
    {
      data: { values },
      layer: [
        {
          mark: { type: 'rule', style: 'interval' },
          encoding: { x, y: { ...y, field: 'low' }, y2: { field: 'high' } },
        },
        {
          mark: { type: 'point', style: 'estimate', filled: true, size: 110, aria: true },
          encoding: { x, y: { ...y, field: 'observed' }, description: { field: 'title' } },
        },
        {
          mark: { type: 'text', style: 'small', dx: 9 },
          encoding: { x, y: { ...y, field: 'observed' }, text: { field: 'text' } },
        },
      ],
    },
  ];
}

function specify(data: Reliability, look: Look) {
  const left = 78;
  const known = data.points.filter(isKnown);
  const shown = chooseMost(
    known.map(({ n }) => readCount(n)),
    MOST_POINTS,
  ).flatMap((index) => known[index] ?? []);
  return {
    spec: frameChart({
      look: { ...look, width: Math.min(look.width, SIDE + left + 44) },
      description: describe(data),
      height: SIDE,
      padding: { left, right: 44, top: 14, bottom: 48 },
      layers: drawPoints(shown),
    }),
    remarks: [
      'Numbers beside the points count suggestions. On the line, confidence is what it says; below the line it is too high.',
      ...tellCut(shown.length, known.length, 'points, those with most suggestions'),
    ],
  };
}

function describe({ tagger, points }: Reliability): string {
  const known = points.filter(isKnown);
  if (known.length === 0) return `Nothing has been measured of ${nameBriefly(tagger)}.`;
  const below = known.filter(({ expected, observed }) => observed < expected).length;
  return `A reliability diagram of ${nameBriefly(tagger)}: ${tellCount(known.length, 'point')} of the share that turned out right against the confidence that was told, ${below} of them below what was told.`;
}

/** Whether a tagger's confidence is what it says. */
export const reliability: Chart<Reliability> = {
  id: 'reliability',
  label: 'Whether confidence is what it says',
  describe,
  tabulate: ({ points }) => ({
    header: ['expected', 'observed', 'low', 'high', 'suggestions'],
    rows: points.map(({ expected, observed, low, high, n }) =>
      [expected, observed, low, high, n].map(tellNumber),
    ),
  }),
  specify: (data, look) =>
    data.points.some(isKnown)
      ? specify(data, look)
      : { emptyBecause: `Nothing has been measured of ${nameBriefly(data.tagger)}.` },
};
