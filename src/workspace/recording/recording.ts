import { ToolkitError } from '../../errors.js';
import type { ActionRequest } from '../../model/action.js';
import { type HistoryEntry, historyEntrySchema } from '../../model/history.js';
import type { Notice } from '../../model/notice.js';
import { coderSchema } from '../../model/settings.js';
import { findRedoable, findUndoable } from '../../pipeline/reviewing/find-undoable.js';
import { planAction } from '../../pipeline/reviewing/plan-action.js';
import { dropBase } from '../../pipeline/reviewing/refuse-clash.js';
import { withLock } from '../lock-study.js';
import { readStudy, type StudyReading } from '../read-study.js';
import { removeLeftovers } from '../remove-leftovers.js';
import { studyFiles, studyFolders } from '../study-files.js';
import { tellError } from '../tell.js';
import { describeFailure } from '../try-reading.js';
import { applyToReading } from './apply-to-reading.js';
import { carryOut, type StepWriter, takeStep } from './carry-out.js';
import { planSteps } from './plan-steps.js';
import { readHistory } from './read-history.js';
import {
  cutTorn,
  findTorn,
  findUnfinished,
  finish,
  tellFinished,
  tellForeign,
  type Unfinished,
} from './recover.js';
import { compareStamps, type Stamps, stampEach, stampFiles, stampRecords } from './stamp-files.js';
import type { Step } from './step.js';

/** A study that is being worked on, and who did what in it. A value: each action gives the next one. */
export type Recording = {
  readonly reading: StudyReading;
  /** First to last. */
  readonly history: readonly HistoryEntry[];
  readonly stamps: Stamps;
  /** What was found in the records and done about them; those of the study are in `reading`. */
  readonly notices: readonly Notice[];
  /** Set where the latest action is not in its files yet, and could not be written now. */
  readonly isUnfinished?: true;
};

export type RecordedJob = {
  readonly request: ActionRequest;
  readonly coder: string;
  /** ISO 8601 with the zone, now. */
  readonly at: string;
};

export type PerformedAction = {
  readonly recording: Recording;
  readonly entry: HistoryEntry;
  /** Whether the request was carried out before, so that nothing was done. */
  readonly repeated: boolean;
};

/**
 * Reads a study to work on it, and finishes what a crash has left undone. Where that cannot be written now (a full disk,
 * another program's lock) a notice says so, and `performAction` tries again. `known` is the study as it was until somebody
 * else changed it: nothing of that is unfinished. Throws `ToolkitError` as `readStudy` does.
 */
export function openRecording(folder: string, known?: Recording): Recording {
  removeLeftovers(folder);
  const recording = readRecording(folder);
  const isWhole = findTorn(folder, recording.history.at(-1)).length === 0;
  if (isWhole && unfinishedIn(recording, known).open.length === 0) return tellOutside(recording, known);
  try {
    return withLock(folder, () => recover(folder, known));
  } catch (error) {
    if (!(error instanceof ToolkitError)) throw error;
    const message = `the last action is not written whole, and cannot be now: ${describeFailure(error)}`;
    const told = tellError('action-unfinished', { file: studyFiles.history }, message);
    return { ...recording, notices: [...recording.notices, told], isUnfinished: true };
  }
}

function readRecording(folder: string): Recording {
  const stamps = stampFiles(folder);
  const history = readHistory(folder);
  return { reading: readStudy(folder), history: history.value, stamps, notices: history.notices };
}

/** What was finished stays so: where its files say otherwise now, somebody wanted that. */
function unfinishedIn({ reading, history }: Recording, known: Recording | undefined): Unfinished {
  const entry = history.at(-1);
  const { open, foreign } = findUnfinished(reading, entry);
  const isFinished =
    known !== undefined && known.isUnfinished !== true && known.history.some(({ id }) => id === entry?.id);
  return isFinished ? { open: [], foreign: [...foreign, ...open] } : { open, foreign };
}

function tellOutside(recording: Recording, known: Recording | undefined): Recording {
  const entry = recording.history.at(-1);
  const { foreign } = unfinishedIn(recording, known);
  if (entry === undefined || foreign.length === 0) return recording;
  return { ...recording, notices: [...recording.notices, tellForeign(entry, foreign.length)] };
}

/** Reads again and finishes the latest action. The caller holds the lock. */
function recover(folder: string, known?: Recording): Recording {
  cutTorn(folder, readHistory(folder).value.at(-1));
  const recording = readRecording(folder);
  const entry = recording.history.at(-1);
  const { open } = unfinishedIn(recording, known);
  if (entry === undefined || open.length === 0) return tellOutside(recording, known);
  finish(folder, entry, open);
  const again = readRecording(folder);
  return tellOutside({ ...again, notices: [...again.notices, tellFinished(entry, open.length)] }, known);
}

/**
 * Carries an action out: when it returns, the action is on disk. The same request is carried out once, however often it
 * comes. Where the files were changed by others since, they are read again first. Throws `ToolkitError`: `study-locked`,
 * what `planAction` refuses, and what kept a file from being written; the study is then as it was.
 */
export function performAction(
  recording: Recording,
  job: RecordedJob,
  write: StepWriter = takeStep,
): PerformedAction {
  const { folder } = recording.reading;
  refuseJob(job);
  return withLock(folder, () => {
    const current = isCurrent(recording, job) ? recording : recover(folder, recording);
    const known = current.history.find(({ id }) => id === job.request.id);
    if (known !== undefined) return { recording: current, entry: known, repeated: true };
    const entry = draftEntry(current, job);
    const steps = planSteps(folder, entry);
    carryOut(
      folder,
      [{ kind: 'append', file: studyFiles.history, records: [entry] }, ...steps],
      (root, step) => {
        refuseOverwriting(current, step);
        write(root, step);
      },
    );
    const files = [studyFiles.history, ...steps.map(({ file }) => file)];
    return { recording: advance(current, entry, files), entry, repeated: false };
  });
}

/** An editor may save while an action is being written: what is rewritten must still be what was read. */
function refuseOverwriting({ stamps, reading: { folder } }: Recording, { kind, file }: Step): void {
  if (kind === 'append') return;
  if (stampEach(folder, [file]).get(file) === stamps.get(file)) return;
  throw new ToolkitError('study-locked', `${file} was changed by another program at this very moment`, {
    hint: 'Nothing of this was done. Try again.',
    place: { file },
  });
}

function refuseJob({ coder, at }: RecordedJob): void {
  if (!coderSchema.safeParse(coder).success)
    throw new ToolkitError('coder-unusable', `"${coder}" cannot be a coder: it names a file in decisions/`, {
      hint: 'Use letters, digits, ".", "_" and "-", e.g. ana.',
    });
  if (!historyEntrySchema.shape.at.safeParse(at).success)
    throw new ToolkitError('bad-time', `"${at}" is no time`, {
      hint: 'Give one such as 2026-04-02T09:14:20Z.',
    });
}

function draftEntry({ reading, history }: Recording, { request, coder, at }: RecordedJob): HistoryEntry {
  const { id, action } = request;
  const of =
    action.kind === 'undo'
      ? findUndoable(history, coder, action.of)
      : action.kind === 'redo'
        ? findRedoable(history, coder, action.of)
        : undefined;
  const changes = planAction(reading.study, history, { action, coder, at, files: reading });
  const ofEntry = of === undefined ? {} : { of: of.id };
  return { id, at, by: coder, action: dropBase(action), ...ofEntry, changes: [...changes] };
}

/** The recording after an entry. What names a theme or quote that comes back is read again from the files. */
function advance(recording: Recording, entry: HistoryEntry, files: readonly string[]): Recording {
  const { folder } = recording.reading;
  if (revives(recording.reading, entry)) return readRecording(folder);
  const stamps = new Map(recording.stamps);
  for (const file of files) stamps.delete(file);
  for (const [file, stamp] of stampEach(folder, files)) stamps.set(file, stamp);
  return {
    ...recording,
    reading: applyToReading(recording.reading, entry.changes),
    history: [...recording.history, entry],
    stamps,
  };
}

/** Whether something that comes has been decided on, or written about, before. */
function revives({ lastWords, memoTexts, study }: StudyReading, { changes }: HistoryEntry): boolean {
  const quoteIds = new Set(
    changes.flatMap((change) => (change.kind === 'quote' && change.before === null ? change.id : [])),
  );
  const themeIds = new Set(
    changes.flatMap((change) => (change.kind === 'theme' && change.before === null ? change.id : [])),
  );
  if (quoteIds.size + themeIds.size === 0) return false;
  const isNamed = lastWords.some(({ quoteId, themeId }) => quoteIds.has(quoteId) || themeIds.has(themeId));
  return (
    isNamed ||
    [...themeIds].some((id) => memoTexts.has(id)) ||
    study.boards?.some(({ themeId }) => themeIds.has(themeId)) === true
  );
}

/** Whether the files that an action rests on are those that were read. */
function isCurrent(recording: Recording, { request: { action } }: RecordedJob): boolean {
  if (recording.isUnfinished === true) return false;
  const { folder, study } = recording.reading;
  const others =
    action.kind === 'mark'
      ? study.transcripts
          .filter(({ id }) => id === action.transcript)
          .map(({ file }) => `${studyFolders.transcripts}/${file}`)
      : [];
  const now = stampRecords(folder, others);
  const isRecord = (file: string) => !outside.test(file) || others.includes(file);
  return compareStamps(recording.stamps, now).filter(isRecord).length === 0;
}

/** Folders whose files no action but a mark rests on. */
const outside = new RegExp(`^(?:${studyFolders.transcripts}|${studyFolders.templates})/`, 'u');

/** Files of the study that were written since by somebody else, relative to it. */
export function findOutsideChanges(recording: Recording): readonly string[] {
  return compareStamps(recording.stamps, stampFiles(recording.reading.folder));
}
