import { ToolkitError } from '../errors.js';
import type { Notice } from '../model/notice.js';
import type { Study } from '../model/study.js';
import { type ParsedSource, parseTranscript } from '../pipeline/parse-transcript.js';
import { isHeardIn } from '../pipeline/plan-withdrawal.js';
import { holdsEntry, readBytes } from './read-file.js';
import type { StudyReading } from './read-study.js';
import { isAside } from './read-transcripts.js';
import { studyFolders } from './study-files.js';
import { describeFailure } from './try-reading.js';
import { tellPossibleReturn } from './withdrawing/heed-withdrawals.js';
import { writeFile } from './write-file.js';

/** A file that the user named: `name` is its file name. */
export type GivenFile = { readonly name: string; readonly bytes: Uint8Array };

/** A file that was not taken, and why. */
export type LeftFile = { readonly file: string; readonly reason: string };

export type ImportedTranscripts = {
  /** File names. */
  readonly taken: readonly string[];
  /** Those that the study holds already, byte for byte. */
  readonly already: readonly string[];
  readonly left: readonly LeftFile[];
  readonly notices: readonly Notice[];
};

type Outcome =
  | { readonly kind: 'taken'; readonly ids: readonly string[]; readonly notices: readonly Notice[] }
  | { readonly kind: 'already' }
  | { readonly kind: 'left'; readonly reason: string };

/**
 * Copies transcripts into a study as they are. One that no format reads, or whose name or id the study has already
 * with other content, or in which somebody speaks who withdrew, is left where it is. Nothing is overwritten. Throws `ToolkitError` as `writeFile` does.
 */
export function importTranscripts(given: readonly GivenFile[], reading: StudyReading): ImportedTranscripts {
  const ids = new Set(reading.study.transcripts.map(({ id }) => id));
  const outcomes = given.map((file) => {
    const outcome = importTranscript(file, reading, ids);
    if (outcome.kind === 'taken') for (const id of outcome.ids) ids.add(id);
    return { file: file.name, outcome };
  });
  const namesOf = (kind: Outcome['kind']) =>
    outcomes.filter(({ outcome }) => outcome.kind === kind).map(({ file }) => file);
  return {
    taken: namesOf('taken'),
    already: namesOf('already'),
    left: outcomes.flatMap(({ file, outcome }) =>
      outcome.kind === 'left' ? [{ file, reason: outcome.reason }] : [],
    ),
    notices: outcomes.flatMap(({ outcome }) => (outcome.kind === 'taken' ? outcome.notices : [])),
  };
}

function importTranscript(
  given: GivenFile,
  { folder, study, withdrawn }: StudyReading,
  ids: ReadonlySet<string>,
): Outcome {
  const file = `${studyFolders.transcripts}/${given.name}`;
  if (isAside(given.name)) return { kind: 'left', reason: 'a file of that name is not read: rename it' };
  if (holdsEntry(folder, file)) {
    return readBytes(folder, file).equals(given.bytes)
      ? { kind: 'already' }
      : { kind: 'left', reason: `${file} is another file: rename one of them` };
  }
  const parsed = parseGiven(given, study);
  if (typeof parsed === 'string') return { kind: 'left', reason: parsed };
  const own = parsed.transcripts.map(({ transcript: { id } }) => id);
  const twice = own.find((id) => ids.has(id));
  if (twice !== undefined)
    return { kind: 'left', reason: `the study has a transcript "${twice}" already: rename the file` };
  const gone = findWithdrawn(parsed, withdrawn);
  if (gone !== undefined) return { kind: 'left', reason: gone };
  writeFile({ folder, file }, given.bytes);
  const notices = parsed.notices.map((notice) => ({ ...notice, place: { ...notice.place, file } }));
  const doubts = parsed.transcripts.flatMap(({ transcript }) =>
    tellPossibleReturn(transcript, withdrawn, file),
  );
  return { kind: 'taken', ids: own, notices: [...notices, ...doubts] };
}

/** Why a file is not taken in again in which somebody speaks who withdrew. */
function findWithdrawn(
  { transcripts }: ParsedSource,
  withdrawn: StudyReading['withdrawn'],
): string | undefined {
  const found = [...withdrawn].find(([id]) =>
    transcripts.some(({ transcript }) => isHeardIn(transcript, id)),
  );
  if (found === undefined) return undefined;
  const [id, day] = found;
  return `${id}, who withdrew on ${day}, speaks in it: take their turns out of a group interview first, and leave one of theirs alone out`;
}

/** The transcripts of a file; or, in words, why it cannot be read. */
function parseGiven(given: GivenFile, { settings, participants }: Study): ParsedSource | string {
  try {
    return parseTranscript(given, { settings, participantIds: new Set(participants.map(({ id }) => id)) });
  } catch (error) {
    if (!(error instanceof ToolkitError)) throw error;
    return describeFailure(error);
  }
}
