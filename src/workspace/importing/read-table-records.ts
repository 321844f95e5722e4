import { extname } from 'node:path';
import { readWorkbook } from '../../formats/office/read-workbook.js';
import { type Records, readRecords } from '../../formats/records/read-records.js';
import type { SourceBytes } from '../../packages/open-package.js';
import { decodeBytes } from '../../text/decode-bytes.js';

export type TableRecords = Records & {
  /** Rows that are hidden and were left out: a filter hides what nobody deleted. */
  readonly hiddenRows: number;
  /** Whether a text that looks like a formula has an apostrophe in front. */
  readonly isGuarded: boolean;
};

/** A title may stand above the header. */
const MOST_ABOVE = 10;

/**
 * The table of a CSV file, or of the first sheet of a workbook with a header that `isHeader` knows; undefined where there is
 * none. Throws `ToolkitError` as `readRecords` and `readWorkbook` do.
 */
export function readTableRecords(
  source: SourceBytes,
  isHeader: (cells: readonly string[]) => boolean,
): TableRecords | undefined {
  if (/^\.[ct]sv$/i.test(extname(source.name))) {
    const records = readRecords({ name: source.name, text: decodeBytes(source.bytes).text });
    return isHeader(records.header) ? { ...records, hiddenRows: 0, isGuarded: true } : undefined;
  }
  if (!/^\.xls[xm]$/i.test(extname(source.name))) return undefined;
  for (const { rows, hiddenRows } of readWorkbook(source).sheets) {
    const at = rows.slice(0, MOST_ABOVE).findIndex(({ cells }) => isHeader(cells));
    const header = rows[at]?.cells;
    if (header !== undefined)
      return { header, rows: rows.slice(at + 1), notices: [], hiddenRows, isGuarded: false };
  }
  return undefined;
}
