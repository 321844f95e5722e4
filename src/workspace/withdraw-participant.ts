import { rmSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { planWithdrawal } from '../pipeline/plan-withdrawal.js';
import { explainFailure } from './explain-failure.js';
import { withLock } from './lock-study.js';
import { readText } from './read-file.js';
import { readParticipants } from './read-participants.js';
import { findReportFolder, readStudy } from './read-study.js';
import { resolveInside } from './resolve-inside.js';
import { studyFiles, studyFolders } from './study-files.js';
import type { Edit, RemainingFile, RemovedCounts, Tombstone } from './withdrawing/change.js';
import { cutTranscripts, moveQuotes } from './withdrawing/cut-transcripts.js';
import { findWithdrawalDay } from './withdrawing/edit-participants.js';
import { isReport, planEdits } from './withdrawing/plan-edits.js';
import { readWholeFolder } from './withdrawing/read-whole-folder.js';
import { refuseOther, refuseUnknown, refuseUnreadable } from './withdrawing/refuse-withdrawal.js';
import { tellBeyondReach } from './withdrawing/tell-beyond-reach.js';
import { type Journal, readJournal, readTombstones, withdrawalFiles } from './withdrawing/tombstones.js';
import { flushFolder, type Target, writeFile } from './write-file.js';

/** How a withdrawal touches the disk. */
export type StudyWriter = {
  readonly write: (target: Target, content: string) => void;
  readonly remove: (target: Target) => void;
};

export type WithdrawalOptions = {
  readonly folder: string;
  readonly participantId: string;
  /** ISO day: the day of withdrawal where `participants.csv` has none yet. */
  readonly today: string;
  /** Without it nothing is changed, and the result says what would be. */
  readonly confirmed: boolean;
  readonly writer?: StudyWriter;
};

export type WithdrawalResult = {
  readonly participant: string;
  readonly removed: RemovedCounts;
  readonly cannotRecall: readonly string[];
  readonly remaining: readonly RemainingFile[];
  /** ISO day. */
  readonly withdrawnAt: string;
  /** Whether it was done, rather than planned. */
  readonly done: boolean;
  /** Files that were deleted or changed. */
  readonly files: readonly string[];
  /** Places in texts of the researchers' own that now read `[withdrawn]`: sentences there want a look. */
  readonly passages: readonly { readonly file: string; readonly line: number }[];
  /** File names of reports that are gone and to be drawn anew. */
  readonly reports: readonly string[];
};

/**
 * Takes a participant's words out of every file of a study: transcripts, quotes, decisions on these, examples, passages in
 * memos and other texts, reports. A journal is there from the first change until `finishWithdrawal`, to be called once the
 * reports are drawn anew; the same call again finishes what was interrupted. Throws `ToolkitError` before any change:
 * `unknown-participant`, `withdrawal-unfinished` (of somebody else), `study-unreadable`, `study-locked`.
 */
export function withdrawParticipant(options: WithdrawalOptions): WithdrawalResult {
  if (!options.confirmed) return planAll(options).result;
  return withLock(options.folder, () => {
    const { edits, result, journal } = planAll(options);
    const changes = edits.flatMap(({ change }) => change ?? []);
    if (changes.length === 0 && journal === undefined && hasTombstone(options))
      return { ...result, done: true };
    const { folder, writer = disk } = options;
    if (journal === undefined) writer.write({ folder, file: withdrawalFiles.journal }, formatJournal(result));
    for (const { file, content } of changes)
      if (content === undefined) writer.remove({ folder, file });
      else writer.write({ folder, file }, content);
    return { ...result, done: true };
  });
}

/**
 * Ends a withdrawal: leaves its tombstone in `withdrawals.jsonl` and removes the journal. Does nothing where none is under
 * way. Throws `ToolkitError` as `writeFile` does.
 */
export function finishWithdrawal({
  folder,
  writer = disk,
}: Pick<WithdrawalOptions, 'folder' | 'writer'>): void {
  withLock(folder, () => {
    const journal = readJournal(folder);
    if (journal === undefined) return;
    const line = `${JSON.stringify(journal.tombstone)}\n`;
    const text = readText(folder, withdrawalFiles.tombstones)?.text ?? '';
    if (!text.endsWith(line) && !isRepeated(folder, journal.tombstone))
      writer.write({ folder, file: withdrawalFiles.tombstones }, text + line);
    writer.remove({ folder, file: withdrawalFiles.journal });
  });
}

const disk: StudyWriter = {
  write: writeFile,
  remove: ({ folder, file }) => {
    const path = resolveInside(folder, file);
    try {
      rmSync(path, { force: true });
      flushFolder(dirname(path));
    } catch (error) {
      throw explainFailure(error, 'written', file);
    }
  },
};

/** Whether a withdrawal that is done was run again and found nothing but reports, which are always drawn anew. */
function isRepeated(folder: string, { participant, removed }: Tombstone): boolean {
  const { reports: _drawn, ...taken } = removed;
  return (
    Object.values(taken).every((count) => count === 0) && hasTombstone({ folder, participantId: participant })
  );
}

const hasTombstone = ({ folder, participantId }: Pick<WithdrawalOptions, 'folder' | 'participantId'>) =>
  readTombstones(folder).some(({ participant }) => participant === participantId);

function planAll(options: WithdrawalOptions) {
  const { folder, participantId } = options;
  const journal = readJournal(folder);
  const reading = readStudy(folder);
  const { study, anchorings } = reading;
  refuseOther(participantId, journal);
  const known = [
    ...study.participants.map(({ id }) => id),
    ...readTombstones(folder).map(({ participant }) => participant),
  ];
  refuseUnknown(participantId, known);
  const files = readWholeFolder(folder);
  refuseUnreadable(reading, files);
  const withdrawal = planWithdrawal({ participantId, study, anchorings });
  const listed = readParticipants(folder).value.participants.map(({ id }) => id);
  const sources = cutTranscripts({
    folder,
    withdrawal,
    transcripts: study.transcripts,
    rules: { settings: study.settings, participantIds: new Set(listed) },
    files: files.map(({ file }) => file),
  });
  const withdrawnAt = journal?.tombstone.withdrawnAt ?? findDay(options);
  const reportFolder = relative(resolve(folder), findReportFolder(reading)).split(sep).join('/');
  const moved = moveQuotes(sources, anchorings, withdrawal);
  const present = new Set(files.map(({ file }) => file));
  const deleted = (journal?.files ?? []).filter(
    (file) => file.startsWith(`${studyFolders.transcripts}/`) && !present.has(file),
  );
  const edits = planEdits(files, { withdrawal, withdrawnAt, sources, deleted, moved, reportFolder });
  return {
    edits,
    journal,
    result: describe({ options, edits, journal, withdrawnAt, reportFolder, quotes: withdrawal.quotes }),
  };
}

function findDay({ folder, participantId, today }: WithdrawalOptions): string {
  const text = readText(folder, studyFiles.participants)?.text ?? '';
  return findWithdrawalDay(text, participantId) ?? today;
}

type Planned = {
  readonly options: WithdrawalOptions;
  readonly edits: readonly Edit[];
  readonly journal: Journal | undefined;
  readonly withdrawnAt: string;
  readonly reportFolder: string;
  readonly quotes: number;
};

function describe({ options, edits, journal, withdrawnAt, reportFolder, quotes }: Planned): WithdrawalResult {
  const { folder, participantId } = options;
  const touched = edits.flatMap(({ change }) => change?.file ?? []);
  const reports = touched.filter((file) => isReport(file, { reportFolder }));
  const names = reports.map((file) => (reportFolder === '' ? file : file.slice(reportFolder.length + 1)));
  const files = [...new Set([...(journal?.files ?? []), ...touched])];
  return {
    participant: participantId,
    removed: journal?.tombstone.removed ?? { ...sumCounts(edits), quotes },
    cannotRecall: tellBeyondReach(folder, files),
    remaining: edits.flatMap(({ remaining }) => remaining ?? []),
    withdrawnAt,
    done: false,
    files,
    passages: edits.flatMap(({ change, lines }) =>
      change === undefined ? [] : (lines ?? []).map((line) => ({ file: change.file, line })),
    ),
    reports: [...new Set([...(journal?.reports ?? []), ...names])],
  };
}

function sumCounts(edits: readonly Edit[]): Omit<RemovedCounts, 'quotes'> {
  const sum = (key: keyof RemovedCounts) =>
    edits.reduce((total, { counts }) => total + (counts?.[key] ?? 0), 0);
  return {
    transcripts: sum('transcripts'),
    cutTranscripts: sum('cutTranscripts'),
    decisions: sum('decisions'),
    examples: sum('examples'),
    passages: sum('passages'),
    rows: sum('rows'),
    reports: sum('reports'),
  };
}

function formatJournal({ participant, withdrawnAt, removed, reports, files }: WithdrawalResult): string {
  const tombstone: Tombstone = { participant, withdrawnAt, removed };
  const journal: Journal = { tombstone, reports, files };
  return `${JSON.stringify(journal)}\n`;
}
