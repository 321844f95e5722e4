import { ToolkitError } from '../errors.js';
import { formatRecords } from './append-records.js';
import { type Target, writeFile } from './write-file.js';

/**
 * Writes a whole file of records, one JSON object a line. Throws `ToolkitError` `would-lose-records` where it would
 * then hold fewer than `atLeast`, the number that was read from it, and otherwise as `writeFile` does.
 */
export function writeRecords(
  target: Target,
  records: readonly object[],
  { atLeast }: { readonly atLeast: number },
): void {
  if (records.length < atLeast) {
    const found = `${target.file} holds ${atLeast} records and would be left with ${records.length}`;
    throw new ToolkitError('would-lose-records', `${found}: it is not written`, {
      hint: 'Nothing was changed. Run "themeloom check" and mend the lines that it names first.',
      place: { file: target.file },
    });
  }
  writeFile(target, formatRecords(records));
}
