import type { ImportResult } from '../index.js';

type ExchangeImport = ImportResult['exchanged'][number];

/** Most conflicts that are listed; `--json` has all. */
const MOST_LISTED = 20;

/** What was taken from a study of another tool, and where it differs from this one. */
export function describeExchange(imported: ExchangeImport): readonly string[] {
  const { file, origin, taken, already, places, verified, conflicts } = imported;
  const counts = (found: ExchangeImport['taken']) =>
    Object.entries(found).flatMap(([what, count]) => (count === 0 ? [] : [`${count} ${what}`]));
  const tell = (found: ExchangeImport['taken']) => counts(found).join(', ') || 'nothing';
  const named = places.verified + places.moved;
  return [
    `${file}${origin === '' ? '' : ` (written by ${origin})`}: ${tell(taken)} taken, ${tell(already)} there already`,
    ...(taken.quotes === 0
      ? []
      : [
          `${verified} of ${taken.quotes} quotes read back with their own words at their place${named === 0 ? '' : `; ${named} passages are borne out by the words that the file gives for them`}`,
        ]),
    ...conflicts
      .slice(0, MOST_LISTED)
      .map(({ what, id, message }) => `differs: ${what} ${id}: ${message}; the study stays as it is`),
    ...(conflicts.length <= MOST_LISTED ? [] : [`and ${conflicts.length - MOST_LISTED} more that differ`]),
  ];
}
