import type { Notice, Place } from '../model/notice.js';
import { askDidYouMean } from './explain-problem.js';
import { studyFiles } from './study-files.js';
import { tellError } from './tell.js';

/** How often each theme that the taxonomy lacks is named; nothing where the taxonomy itself cannot be read. */
export function countUnknown(
  named: readonly string[],
  themeIds: ReadonlySet<string> | undefined,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const themeId of named)
    if (themeIds?.has(themeId) === false) counts.set(themeId, (counts.get(themeId) ?? 0) + 1);
  return counts;
}

export type UnknownTheme = { readonly themeId: string; readonly count: number; readonly place: Place };

/** The notice of a theme that decisions name and the taxonomy lacks, at the first that names it. */
export function tellUnknownTheme(
  { themeId, count, place }: UnknownTheme,
  themeIds: ReadonlySet<string> = new Set(),
): Notice {
  const guess = askDidYouMean(themeId, themeIds);
  const who = count === 1 ? 'a decision names' : `${count} decisions name`;
  const message = `${who} the theme "${themeId}", which ${studyFiles.taxonomy} lacks${guess || ':'} Mend the id, or add the theme, e.g. - { id: ${themeId} }`;
  return tellError('unknown-theme', place, message);
}
