import { z } from 'zod';

/** What can be drawn of a study; `attributes`, `co-occurrence` and `interviews` are several charts each. */
export type FigureSet =
  | 'prevalence'
  | 'attributes'
  | 'voices'
  | 'co-occurrence'
  | 'saturation'
  | 'agreement'
  | 'interviews';

/** A chart and all that stands beside it. */
export type Figure = {
  /** Unique on its page. */
  readonly id: string;
  readonly label: string;
  /** The text alternative. */
  readonly description: string;
  /** One `svg` element; without it `emptyBecause` says why. */
  readonly svg?: string;
  readonly emptyBecause?: string;
  /** The Vega-Lite spec that was drawn, as plain JSON. */
  readonly spec?: { readonly [key: string]: unknown };
  readonly table: {
    readonly header: readonly string[];
    readonly rows: readonly (readonly (string | number)[])[];
  };
  readonly remarks: readonly string[];
};

export type Figures = ReadonlyMap<FigureSet, readonly Figure[]>;

/** A table ready to print: every cell is a text. */
export const printedTableSchema = z.strictObject({
  header: z.array(z.string()),
  rows: z.array(z.array(z.string())).describe('as long as the header; empty where nothing can be told'),
});

/** A figure without its drawing: `{{drawing id}}` prints that, so that no data is ever printed as it is. */
export const figureSchema = z.strictObject({
  id: z.string().describe('what {{drawing id}} prints, where a chart was drawn'),
  label: z.string(),
  description: z.string().describe('what the chart shows, for who cannot see it'),
  emptyBecause: z.string().optional().describe('why there is nothing to draw'),
  remarks: z.array(z.string()).describe('what the chart leaves out'),
  table: printedTableSchema.describe('the numbers of the chart'),
});
export type PrintedFigure = z.infer<typeof figureSchema>;

/** The charts of a set as a report prints them; none where they were not drawn. */
export function printFigures(figures: Figures, set: FigureSet): PrintedFigure[] {
  return (figures.get(set) ?? []).map(printFigure);
}

/** A chart as a report prints it. */
export function printFigure({ id, label, description, emptyBecause, remarks, table }: Figure): PrintedFigure {
  return {
    id,
    label,
    description,
    ...(emptyBecause === undefined ? {} : { emptyBecause }),
    remarks: [...remarks],
    table: printTable(table),
  };
}

/** A table of texts and numbers, ready to print. */
export function printTable({ header, rows }: Figure['table']): z.infer<typeof printedTableSchema> {
  return { header: [...header], rows: rows.map((row) => row.map(printCell)) };
}

/** Shares have two decimals here; counts are whole. */
function printCell(cell: string | number): string {
  if (typeof cell === 'string' || Number.isInteger(cell)) return String(cell);
  return Number.isFinite(cell) ? cell.toFixed(2) : '';
}
