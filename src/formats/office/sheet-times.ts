import { findChild, listChildren, type XmlNode } from '../../packages/read-xml.js';

/** Formats of numbers that show a time of day or a duration (ECMA-376 part 1, §18.8.30). */
const builtInTimes = new Set([18, 19, 20, 21, 45, 46, 47]);
const MS_OF_DAY = 86_400_000;

/** Numbers of the cell looks (`s`) that show a time, from the part `styles.xml`. */
export function listTimeLooks(styles: XmlNode | undefined): ReadonlySet<string> {
  const codes = new Map(
    listChildren(findChild(styles, 's:numFmts'), 's:numFmt').map(({ attributes }) => [
      attributes.get('numFmtId') ?? '',
      attributes.get('formatCode') ?? '',
    ]),
  );
  const looks = listChildren(findChild(styles, 's:cellXfs'), 's:xf');
  return new Set(
    looks.flatMap(({ attributes }, index) => {
      const id = attributes.get('numFmtId') ?? '0';
      return builtInTimes.has(Number(id)) || showsTime(codes.get(id) ?? '') ? [String(index)] : [];
    }),
  );
}

/** A format with hours or seconds and without years or days; what it quotes and colours is no part of it. */
function showsTime(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\\.|\[(?![hms]+\])[^\]]*\]/gi, '').toLowerCase();
  return /[hs]/.test(bare) && !/[yd]/.test(bare);
}

/** A time that is stored as a share of a day, as a clock: `0.0014` is `0:02:00.960`. */
export function showTime(value: string): string {
  const days = Number(value);
  if (value.trim() === '' || !Number.isFinite(days) || days < 0 || days >= 100) return value;
  const ms = Math.round(days * MS_OF_DAY);
  const two = (count: number) => String(count).padStart(2, '0');
  const clock = `${Math.floor(ms / 3_600_000)}:${two(Math.floor(ms / 60_000) % 60)}:${two(Math.floor(ms / 1000) % 60)}`;
  return ms % 1000 === 0 ? clock : `${clock}.${String(ms % 1000).padStart(3, '0')}`;
}
