import type { Chart } from './chart.js';
import type { Look } from './drawing/look.js';
import { type Cell, drawCells, drawShadeKey, shadeShare } from './layers/cells.js';
import { layOutColumns } from './layers/columns.js';
import { frameChart, MOST_ROWS, measurePlot } from './layers/frame.js';
import { layOutRows } from './layers/rows.js';
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

/** The participants of one group who voice a theme; `participants` is null where it may not be told. */
export type AttributeCell = {
  readonly participants: number | null;
  readonly of: number;
  /** `participants / of` and the bounds of its interval, between 0 and 1. */
  readonly share?: number | null;
  readonly low?: number | null;
  readonly high?: number | null;
};

export type ThemeByAttribute = {
  /** Its name, e.g. "role". */
  readonly attribute: string;
  /** The values of the attribute; an empty label stands for participants without one. */
  readonly groups: readonly { readonly label: string; readonly participants: number }[];
  /** By theme: a cell for each group. */
  readonly rows: readonly { readonly theme: string; readonly cells: readonly AttributeCell[] }[];
};

/** More columns leave no room for "3 of 5" in a cell. */
const MOST_GROUPS = 8;

const KEY = 'Share of the group';

const nameGroup = (label: string) => (label.trim() === '' ? 'not recorded' : cleanLabel(label));
const isSuppressed = (cell: AttributeCell | undefined) => cell?.participants === null;

function tellCell(cell: AttributeCell | undefined): string {
  if (cell === undefined || readCount(cell.of) === 0) return 'nobody is in this group';
  if (cell.participants === null) return 'too few participants to be shown';
  const interval = tellInterval(readShare(cell.low), readShare(cell.high));
  const range = interval === undefined ? '' : `, 95\u00a0% interval ${interval}`;
  return `${readCount(cell.participants)} of ${tellCount(readCount(cell.of), 'participant')}, ${tellShare(shareOf(cell))}${range}`;
}

function shareOf({ participants, of, share }: AttributeCell): number {
  return readShare(share) ?? readShare(readCount(participants) / readCount(of)) ?? 0;
}

function makeCell(cell: AttributeCell | undefined, place: Omit<Cell, 'text' | 'shade'>): Cell {
  if (cell === undefined || readCount(cell.of) === 0) return { ...place, text: '' };
  if (cell.participants === null) return { ...place, text: '–' };
  const text = `${readCount(cell.participants)} of ${readCount(cell.of)}`;
  return { ...place, text, shade: shadeShare(shareOf(cell)) };
}

/** The themes and groups with most participants, in the order in which they were given. */
function choose(data: ThemeByAttribute) {
  const rows = chooseMost(
    data.rows.map(({ cells }) => cells.reduce((sum, cell) => sum + readCount(cell.participants), 0)),
    MOST_ROWS,
  ).flatMap((index) => data.rows[index] ?? []);
  const columns = chooseMost(
    data.groups.map(({ participants }) => readCount(participants)),
    MOST_GROUPS,
  );
  return { rows, columns };
}

function collectRemarks(data: ThemeByAttribute, shown: ReturnType<typeof choose>): readonly string[] {
  const hidden = shown.rows.some(({ cells }) => shown.columns.some((column) => isSuppressed(cells[column])));
  return [
    ...tellCut(shown.rows.length, data.rows.length, 'themes, those that most participants voice'),
    ...tellCut(
      shown.columns.length,
      data.groups.length,
      `groups of ${cleanLabel(data.attribute)}, the largest`,
    ),
    ...(hidden ? ['A dash stands where a group is too small for its number to be shown.'] : []),
  ];
}

function specify(data: ThemeByAttribute, look: Look) {
  const shown = choose(data);
  const themes = shown.rows.map(({ theme }) => theme);
  const groups = shown.columns.flatMap((column) => data.groups[column] ?? []);
  const rows = layOutRows(themes, look, { least: 30, caption: KEY });
  const right = 6;
  const headings = groups.map(
    ({ label, participants }) => `${nameGroup(label)} (${readCount(participants)})`,
  );
  const columns = layOutColumns(headings, measurePlot(look, { left: rows.left, right }), look);
  const cells = shown.rows.flatMap(({ theme, cells: given }, row) =>
    shown.columns.map((index, column) => {
      const group = nameGroup(data.groups[index]?.label ?? '');
      const title = `${cleanLabel(theme)}, ${group}: ${tellCell(given[index])}`;
      return makeCell(given[index], { row, column, title });
    }),
  );
  return {
    spec: frameChart({
      look,
      description: describe(data),
      height: rows.count * rows.step,
      padding: { left: rows.left, right, top: columns.top, bottom: 44 },
      layers: [
        drawCells({ cells, x: columns.x, y: rows.y, look, size: look.size - 1 }),
        columns.layer,
        rows.layer,
        drawShadeKey(KEY, look, 16),
      ],
    }),
    remarks: collectRemarks(data, shown),
  };
}

function describe({ attribute, groups, rows }: ThemeByAttribute): string {
  const size = `${tellCount(rows.length, 'theme')} in ${tellCount(groups.length, 'group')} of ${nameBriefly(attribute)}`;
  return `A table of ${size}: each cell tells how many participants of the group voice the theme, with a stronger shade for a larger share.`;
}

/** Who voices what: participants by theme and value of one attribute. */
export const themeByAttribute: Chart<ThemeByAttribute> = {
  id: 'theme-by-attribute',
  label: 'Who voices each theme',
  describe,
  tabulate: ({ attribute, groups, rows }) => ({
    header: ['theme', nameBriefly(attribute), 'participants', 'of', 'share', 'low', 'high'],
    rows: rows.flatMap(({ theme, cells }) =>
      groups.map(({ label }, column) => {
        const { participants, of, share, low, high } = cells[column] ?? { participants: 0, of: 0 };
        const numbers =
          participants === null ? [null, of, null, null, null] : [participants, of, share, low, high];
        return [theme, nameGroup(label), ...numbers.map(tellNumber)];
      }),
    ),
  }),
  specify(data, look) {
    if (data.rows.length === 0) return { emptyBecause: 'No theme has been counted: code some quotes first.' };
    if (data.groups.length > 0) return specify(data, look);
    return {
      emptyBecause: `No participant has a value for ${nameBriefly(data.attribute)}: fill in the column of participants.csv.`,
    };
  },
};
