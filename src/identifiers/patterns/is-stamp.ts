import type { Span } from '../../model/span.js';

const day = '(?:19|20)\\d\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])';
const time = '(?:[01]\\d|2[0-3])[0-5]\\d(?:[0-5]\\d)?';
/** `20211119`, `20211119-140312`, `GMT20211119`: as recorders write days into names of files. */
const stamp = new RegExp(`^(GMT|UTC)?${day}(?:[-T]?${time})?$`);
const timeAlone = new RegExp(`^${time}$`);
const zoned = new RegExp(`(?:GMT|UTC)${day}-$`);
/** UTF-16 units: `GMT20211119-`. */
const ZONED_LENGTH = 12;
/** A part of an id before or behind it, joined to it without a space: `P2_`, `-anna`. */
const before = /[\p{L}\p{N}][_-]$/u;
const after = /^(?:_[\p{L}\p{N}]|-\p{L})/u;

/**
 * Whether digits are a day, or its time, that is part of an id, as in `P2_GMT20211119`. Standing alone they may be an
 * account, and are none.
 */
export function isStamp(text: string, { start, end }: Span): boolean {
  const found = text.slice(start, end);
  const front = (units: number) => text.slice(Math.max(0, start - units), start);
  if (timeAlone.test(found)) return zoned.test(front(ZONED_LENGTH));
  const [whole, zone] = stamp.exec(found) ?? [];
  if (whole === undefined) return false;
  return zone !== undefined || before.test(front(2)) || after.test(text.slice(end, end + 2));
}
