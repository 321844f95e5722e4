import type { CodedQuote } from '../../exchanges/tables/coded-quote.js';
import type { Notice } from '../../model/notice.js';
import { nameRow, type RowGroup } from './edited-row.js';
import { listVerdictChanges, type VerdictChanges } from './list-verdict-changes.js';

export type DeletedRows = VerdictChanges & { readonly rows: number; readonly notices: readonly Notice[] };

type DeletionContext = {
  /** The rows that an export would have now. */
  readonly coded: readonly CodedQuote[];
  /** Their signature. */
  readonly table: string;
  readonly request: { readonly isPartial: boolean; readonly file: string; readonly at: string };
};

/** A table with fewer of its rows is a part of it, rather than one from which rows were deleted. */
const LEAST_SHARE = 0.5;

/**
 * What the rows said that are gone from a table: it is taken back, and the quotes stay. Only where it is certain that they
 * were deleted: the study is as it was when the table was written, and most of its rows are there.
 */
export function takeBackDeleted(
  groups: readonly RowGroup[],
  { coded, table, request }: DeletionContext,
): DeletedRows {
  const present = new Set(groups.map(nameRow));
  const quotes = new Set(groups.map(({ id }) => id));
  const missing = coded.filter(({ quote: { id }, coder }) =>
    coder === '' ? !quotes.has(id) : !present.has(nameRow({ id, coder })),
  );
  const gone = missing.filter(({ verdicts }) =>
    [...verdicts.values()].some((stance) => stance !== 'does-not-apply'),
  );
  const nothing = { rows: 0, changes: [], decisions: [], notices: [] };
  if (gone.length === 0) return nothing;
  const signed = new Set(
    groups.flatMap(({ rows }) => rows.flatMap((row) => row.asExported.split('.')[1] ?? [])),
  );
  const isWhole = signed.size === 1 && signed.has(table) && !request.isPartial;
  if (!isWhole || missing.length > coded.length * LEAST_SHARE)
    return { ...nothing, notices: [tellMissing(gone.length, request.file)] };
  const taken = gone.map(({ quote: { id }, coder, verdicts }) =>
    listVerdictChanges({ id, coder, line: 0, verdicts: new Map() }, verdicts, request.at),
  );
  return {
    rows: gone.length,
    changes: taken.flatMap(({ changes }) => changes),
    decisions: taken.flatMap(({ decisions }) => decisions),
    notices: [],
  };
}

function tellMissing(count: number, file: string): Notice {
  const message = `${count} rows of the study are not in the table: it cannot be told whether they were deleted, are hidden or are newer than the table, so what they say stays`;
  return { severity: 'info', code: 'rows-missing', message, place: { file } };
}
