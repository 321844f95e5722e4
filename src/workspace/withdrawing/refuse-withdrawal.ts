import { ToolkitError } from '../../errors.js';
import { askDidYouMean } from '../explain-problem.js';
import type { StudyReading } from '../read-study.js';
import { isAside } from '../read-transcripts.js';
import { studyFiles, studyFolders } from '../study-files.js';
import type { FoundFile } from './read-whole-folder.js';
import { type Journal, withdrawalFiles } from './tombstones.js';

/** Throws `unknown-participant`, with a guess, where nobody of that id is known. */
export function refuseUnknown(participantId: string, known: readonly string[]): void {
  if (known.includes(participantId)) return;
  const alike = known.find((id) => foldId(id) === foldId(participantId));
  const guess = alike === undefined ? askDidYouMean(participantId, known) : `; did you mean "${alike}"?`;
  throw new ToolkitError('unknown-participant', `there is no participant "${participantId}"${guess}`, {
    hint: `These are: ${[...new Set(known)].join(', ')}. Nothing was changed.`,
    place: { file: studyFiles.participants },
  });
}

/** `P1`, `p01` and `P-01` are slips for one another. */
const foldId = (id: string) =>
  id
    .toLowerCase()
    .replace(/[\s_-]+/g, '')
    .replace(/0+(?=\d)/g, '');

/** Throws `withdrawal-unfinished` where another participant's withdrawal was interrupted. */
export function refuseOther(participantId: string, journal: Journal | undefined): void {
  const other = journal?.tombstone.participant;
  if (other === undefined || other === participantId) return;
  throw new ToolkitError('withdrawal-unfinished', `the withdrawal of "${other}" was interrupted`, {
    hint: `Finish it first: themeloom withdraw ${other} --yes`,
    place: { file: withdrawalFiles.journal },
  });
}

/**
 * Throws `study-unreadable` where a file that may hold the participant's words cannot be read: nobody could say then that
 * all of them are gone.
 */
export function refuseUnreadable({ files, notices }: StudyReading, found: readonly FoundFile[]): void {
  const folder = `${studyFolders.transcripts}/`;
  const read = new Set(files.filter(({ transcripts }) => transcripts.length > 0).map(({ file }) => file));
  const unread = found.find(
    ({ file }) => file.startsWith(folder) && !isAside(file.slice(folder.length)) && !read.has(file),
  );
  const broken = notices.find(
    ({ code, place }) =>
      ['yaml-syntax', 'csv-syntax', 'missing-column', 'cannot-read', 'no-permission'].includes(code) &&
      place.file !== studyFiles.settings,
  );
  const file = unread?.file ?? broken?.place.file;
  if (file === undefined) return;
  throw new ToolkitError('study-unreadable', `${file} cannot be read, so nobody could say that all is gone`, {
    hint: 'Mend or remove it first; "themeloom check" says what is wrong. Nothing was changed.',
    place: { file },
  });
}
