import type { Chart } from './chart.js';
import type { Look } from './drawing/look.js';
import { type Cell, drawCells, shadeShare } from './layers/cells.js';
import { layOutColumns } from './layers/columns.js';
import { frameChart, MOST_ROWS, measurePlot } from './layers/frame.js';
import { layOutRows } from './layers/rows.js';
import { cleanLabel, nameBriefly } from './lettering/fit-text.js';
import { chooseMost, tellCut } from './words/choose-most.js';
import { readCount, tellCount } from './words/tell-numbers.js';

export type CoOccurrence = {
  /** What is counted, one of it, e.g. "quote" or "participant". */
  readonly unit: string;
  readonly themes: readonly string[];
  /** By theme and theme: the units that carry both; the diagonal has the units that carry the theme. Symmetric. */
  readonly cells: readonly (readonly number[])[];
};

/** Smaller digits cannot be read, in pixels. */
const SMALLEST_TEXT = 8;

const NO_PAIR = { a: 0, b: 0, count: 0 };
const readCell = ({ cells }: CoOccurrence, a: number, b: number) => readCount(cells[a]?.[b] ?? cells[b]?.[a]);

/** Pairs among the chosen themes, each once. */
function listPairs(data: CoOccurrence, chosen: readonly number[]) {
  return chosen.flatMap((a, row) =>
    chosen.slice(0, row).map((b, column) => ({ a, b, row, column, count: readCell(data, a, b) })),
  );
}

function makeCells(data: CoOccurrence, chosen: readonly number[]): readonly Cell[] {
  const name = (index: number) => cleanLabel(data.themes[index] ?? '');
  const pairs = listPairs(data, chosen);
  const most = pairs.reduce((max, { count }) => Math.max(max, count), 0);
  const totals = chosen.map((index, place) => {
    const count = readCell(data, index, index);
    return {
      row: place,
      column: place,
      text: String(count),
      title: `${name(index)}: ${tellCount(count, data.unit)}`,
    };
  });
  const both = pairs.map(({ a, b, row, column, count }) => ({
    row,
    column,
    shade: most === 0 ? 0 : shadeShare(count / most),
    text: count === 0 ? '' : String(count),
    title: `${name(a)} and ${name(b)}: ${tellCount(count, data.unit)}`,
  }));
  return [...both, ...totals];
}

/** As large as the cells allow; 0 where it could not be read. */
function chooseTextSize(cells: readonly Cell[], width: number, look: Look): number {
  const digits = cells.reduce((max, { text }) => Math.max(max, text.length), 1);
  const size = Math.min(look.size - 1, (width - 3) / (digits * 0.56));
  return size < SMALLEST_TEXT ? 0 : Math.floor(size * 10) / 10;
}

function specify(data: CoOccurrence, look: Look) {
  const totals = data.themes.map((_, index) => readCell(data, index, index));
  const chosen = chooseMost(totals, MOST_ROWS);
  const labels = chosen.map((index) => data.themes[index] ?? '');
  const rows = layOutRows(labels, look, { least: 24, numbered: true });
  const right = 6;
  const plot = measurePlot(look, { left: rows.left, right });
  const columns = layOutColumns(
    chosen.map((_, place) => String(place + 1)),
    plot,
    look,
  );
  const cells = makeCells(data, chosen);
  const size = chooseTextSize(cells, plot / chosen.length, look);
  const tooNarrow = 'The cells are too narrow for their numbers; the table has them.';
  return {
    spec: frameChart({
      look,
      description: describe(data),
      height: rows.count * rows.step,
      padding: { left: rows.left, right, top: columns.top, bottom: 12 },
      layers: [drawCells({ cells, x: columns.x, y: rows.y, look, size }), columns.layer, rows.layer],
    }),
    remarks: [
      `On the diagonal stands how many ${data.unit}s carry the theme at all.`,
      ...tellCut(chosen.length, data.themes.length, `themes, those that most ${data.unit}s carry`),
      ...(size === 0 ? [tooNarrow] : []),
    ],
  };
}

/** Pairs that stand together at all, each once; of a long list only what is given is looked at. */
function listAllPairs(data: CoOccurrence) {
  return data.themes.flatMap((_, b) =>
    (data.cells[b] ?? []).slice(0, b).flatMap((given, a) => {
      const count = readCount(given);
      return count === 0 ? [] : [{ a, b, count }];
    }),
  );
}

function describe(data: CoOccurrence): string {
  const most = listAllPairs(data).reduce((found, pair) => (pair.count > found.count ? pair : found), NO_PAIR);
  const start = `A matrix of ${tellCount(data.themes.length, 'theme')} that tells how many ${data.unit}s carry two of them at once.`;
  if (most.count === 0) return `${start} None carries two.`;
  const [first, second] = [data.themes[most.a], data.themes[most.b]].map((label) => nameBriefly(label ?? ''));
  return `${start} Most often it is ${first} and ${second}: ${tellCount(most.count, data.unit)}.`;
}

/** Which themes are voiced together. */
export const coOccurrence: Chart<CoOccurrence> = {
  id: 'co-occurrence',
  label: 'Themes that are voiced together',
  describe,
  tabulate: (data) => ({
    header: [
      'theme',
      'and',
      `${data.unit}s with both`,
      `${data.unit}s with the first`,
      `${data.unit}s with the second`,
    ],
    rows: listAllPairs(data).map(({ a, b, count }) => [
      data.themes[a] ?? '',
      data.themes[b] ?? '',
      ...[count, readCell(data, a, a), readCell(data, b, b)],
    ]),
  }),
  specify: (data, look) =>
    data.themes.length < 2
      ? { emptyBecause: 'Fewer than two themes have quotes, so that none can go together.' }
      : specify(data, look),
};
