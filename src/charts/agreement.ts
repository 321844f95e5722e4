import type { Chart, Json } from './chart.js';
import type { Look } from './drawing/look.js';
import { writeFigures } from './layers/figures.js';
import { frameChart, MOST_ROWS, measurePlot } from './layers/frame.js';
import { drawGuides } from './layers/guides.js';
import { drawIntervals } from './layers/interval.js';
import { layOutRows, type Rows } from './layers/rows.js';
import { cleanLabel, fitText } from './lettering/fit-text.js';
import { tellCut } from './words/choose-most.js';
import { readCount, tellCount, tellNumber, tellValue } from './words/tell-numbers.js';

export type AgreementRow = {
  readonly label: string;
  /** At most 1; null where it is not defined. */
  readonly value: number | null;
  readonly low?: number | null;
  readonly high?: number | null;
  /** Units that were rated. */
  readonly n: number;
  readonly undefinedBecause?: string | null;
};

export type AgreementFigures = {
  readonly rows: readonly AgreementRow[];
  /** How values are commonly read, and who says so: conventions, no verdicts. */
  readonly conventions: readonly {
    readonly value: number;
    readonly label: string;
    readonly source: string;
  }[];
};

const clamp = (value: number) => Math.min(1, Math.max(-1, value));
const readValue = (value: number | null | undefined) =>
  typeof value === 'number' && Number.isFinite(value) ? clamp(value) : undefined;

function tellFigures({ value, low, high, n }: AgreementRow): string {
  const known = readValue(value);
  if (known === undefined) return `n = ${readCount(n)}`;
  const [from, to] = [readValue(low), readValue(high)];
  const range = from === undefined || to === undefined ? '' : ` (${tellValue(from)} to ${tellValue(to)})`;
  return `${tellValue(known)}${range}, n = ${readCount(n)}`;
}

type Plot = { readonly width: number; readonly look: Look };

/** From 0, or from the tenth below the lowest value, to 1. */
function findDomain(rows: readonly AgreementRow[]): readonly [number, number] {
  const lows = rows.flatMap(({ value, low }) => [readValue(value) ?? 0, readValue(low) ?? 0]);
  return [Math.floor(Math.min(0, ...lows) * 10) / 10, 1];
}

const placeValues = (domain: readonly [number, number]): { readonly [key: string]: Json } => ({
  type: 'quantitative',
  scale: { domain, nice: false },
  axis: {
    title: null,
    format: '.1f',
    grid: true,
    domain: false,
    ticks: false,
    labelFlush: false,
    tickCount: 6,
  },
});

function drawValues(
  shown: readonly AgreementRow[],
  rows: Rows,
  x: { readonly [key: string]: Json },
): readonly Json[] {
  const points = shown.flatMap((one, row) => {
    const value = readValue(one.value);
    return value === undefined
      ? []
      : [{ row, value, title: `${cleanLabel(one.label)}: ${tellFigures(one)}` }];
  });
  const intervals = shown.flatMap(({ low, high, value }, row) => {
    const [from, to] = [readValue(low), readValue(high)];
    return from === undefined || to === undefined || readValue(value) === undefined
      ? []
      : [{ row, low: from, high: to }];
  });
  return [
    drawIntervals(intervals, rows.y, x),
    {
      data: { values: points },
      mark: { type: 'point', style: 'estimate', filled: true, size: 110, aria: true },
      encoding: { y: rows.y, x: { ...x, field: 'value' }, description: { field: 'title' } },
    },
  ];
}

/** In the place of a value, the reason why there is none, on paper of its own. */
function writeReasons(shown: readonly AgreementRow[], rows: Rows, plot: Plot): Json {
  const { width, look } = plot;
  const values = shown.flatMap(({ value, undefinedBecause }, row) => {
    if (readValue(value) !== undefined) return [];
    const reason = `no value: ${undefinedBecause ?? 'it is not defined'}`;
    const lines = fitText(reason, { width: width - 20, size: look.size - 1, lines: rows.step > 34 ? 2 : 1 });
    const lift = ((lines.length - 1) * (look.size + 2)) / 2;
    return [{ row, text: lines.join('\n'), title: cleanLabel(reason), lift }];
  });
  return {
    data: { values },
    layer: [
      {
        mark: { type: 'rect', color: look.light.paper, x: 4, x2: width - 4, height: { band: 0.9 } },
        encoding: { y: rows.y },
      },
      {
        mark: { type: 'text', style: 'small', aria: true, x: 8, yOffset: { expr: '-datum.lift' } },
        encoding: { y: rows.y, text: { field: 'text' }, description: { field: 'title' } },
      },
    ],
  };
}

function specify(data: AgreementFigures, look: Look) {
  const shown = data.rows.slice(0, MOST_ROWS);
  const rows = layOutRows(
    shown.map(({ label }) => label),
    look,
  );
  const figures = writeFigures(shown.map(tellFigures), rows, look);
  const sides = { left: rows.left, right: figures.right };
  const width = measurePlot(look, sides);
  const domain = findDomain(shown);
  const x = placeValues(domain);
  const guides = drawGuides({
    guides: data.conventions.flatMap(({ value, label }) => {
      const at = readValue(value);
      return at === undefined ? [] : [{ at, label: `${tellValue(at)} ${label}` }];
    }),
    domain,
    width,
    look,
  });
  const sources = data.conventions.map(
    ({ value, label, source }) =>
      `${tellValue(readValue(value) ?? 0)} “${label}” is a convention: ${source}.`,
  );
  return {
    spec: frameChart({
      look,
      description: describe(data),
      height: rows.count * rows.step,
      padding: { ...sides, top: guides.top + 10, bottom: 28 },
      layers: [
        guides.layer,
        ...drawValues(shown, rows, x),
        writeReasons(shown, rows, { width, look }),
        rows.layer,
        figures.layer,
      ],
    }),
    remarks: [...tellCut(shown.length, data.rows.length, 'rows, the first'), ...sources],
  };
}

function describe({ rows }: AgreementFigures): string {
  const values = rows.map(({ value }) => readValue(value)).filter((value) => value !== undefined);
  if (values.length === 0) return 'Agreement between coders, which has no value here.';
  const [low, high] = values.reduce(
    ([min, max], value) => [Math.min(min, value), Math.max(max, value)],
    [1, -1],
  );
  const range = low === high ? tellValue(low) : `${tellValue(low)} to ${tellValue(high)}`;
  return `Agreement between coders as points with 95\u00a0% intervals, for ${tellCount(rows.length, 'row')}; values are ${range}, where 1 is full agreement and 0 is chance.`;
}

/** Coefficients of agreement with their intervals, beside the conventions by which they are read. */
export const agreement: Chart<AgreementFigures> = {
  id: 'agreement',
  label: 'How far coders agree',
  describe,
  tabulate: ({ rows }) => ({
    header: ['of', 'value', 'low', 'high', 'n', 'no value because'],
    rows: rows.map(({ label, value, low, high, n, undefinedBecause }) => [
      label,
      ...[value, low, high, n].map(tellNumber),
      undefinedBecause ?? '',
    ]),
  }),
  specify: (data, look) =>
    data.rows.length === 0
      ? { emptyBecause: 'Agreement needs two coders who judged the same quotes.' }
      : specify(data, look),
};
