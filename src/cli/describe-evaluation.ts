import type { Evaluation, FigureTable } from '../index.js';
import { alignColumns } from './align-columns.js';

type Printed = {
  readonly tables: readonly FigureTable[];
  /** One sentence of what the figures mean. */
  readonly reading: string | undefined;
};

/** The figures as tables, and the sentence that reads them at the end. Nothing where nothing could be measured. */
export function describeEvaluation(
  { quotes, themes, folds, quoteSuggestions }: Evaluation,
  { tables, reading }: Printed,
): readonly string[] {
  const scope =
    folds === 0 ? [] : [`${quotes} quotes and ${themes} themes, held out by interview in ${folds} folds`, ''];
  const printed = tables.flatMap(({ title, header, rows }) => [
    `${title}:`,
    ...alignColumns([header, ...rows]),
    '',
  ]);
  const { marked = 0, undefinedBecause } = quoteSuggestions ?? {};
  const gap = marked === 0 || undefinedBecause === undefined ? [] : [undefinedBecause, ''];
  return [...scope, ...printed, ...gap, ...(reading === undefined ? [] : [reading])];
}
