import { statSync, truncateSync, utimesSync } from 'node:fs';
import type { Change, HistoryEntry } from '../../model/history.js';
import type { Notice } from '../../model/notice.js';
import { isAt, openStudy } from '../../pipeline/reviewing/present-state.js';
import { formatRecords } from '../append-records.js';
import { explainFailure } from '../explain-failure.js';
import { nameDecisionsFile } from '../read-decisions.js';
import { holdsEntry, readText } from '../read-file.js';
import type { StudyReading } from '../read-study.js';
import { resolveInside } from '../resolve-inside.js';
import { studyFiles, studyFolders } from '../study-files.js';
import { tellCaution } from '../tell.js';
import { carryOut } from './carry-out.js';
import { isNewQuote } from './edit-quotes.js';
import { planSteps } from './plan-steps.js';
import { readEnd } from './read-end.js';

/** What is left of the latest action: changes that its files do not have yet, and those that somebody made otherwise. */
export type Unfinished = { readonly open: readonly Change[]; readonly foreign: readonly Change[] };

/** Holds the latest action against the files. Only the latest can be unfinished: each is finished before the next begins. */
export function findUnfinished(reading: StudyReading, entry: HistoryEntry | undefined): Unfinished {
  if (entry === undefined) return { open: [], foreign: [] };
  const lost = new Set(reading.anchorings.flatMap((found) => (found.state === 'lost' ? found.was.id : [])));
  const find = openStudy(reading.study, entry.changes, reading);
  const stands = (change: Change, when: 'before' | 'after') => {
    const present = readFile(reading, find(change));
    return isAt(present, change, when) && isInPlace(present, change, when);
  };
  const undone = entry.changes.filter((change) => !stands(change, 'after'));
  // A line of a log is added along with the others of its action: where one of them is there, the rest was cut off.
  const begun = new Set(
    entry.changes.flatMap((change) => (isLogged(change) && !undone.includes(change) ? nameFile(change) : [])),
  );
  const isOpen = (change: Change) =>
    stands(change, 'before') &&
    !(change.kind === 'quote' && lost.has(change.id)) &&
    (begun.has(nameFile(change)) || !isWrittenSince(reading.folder, nameFile(change)));
  return { open: undone.filter(isOpen), foreign: undone.filter((change) => !isOpen(change)) };
}

/** Whether somebody brought a file back to what it was: it was written after the action, and a crash writes nothing. */
function isWrittenSince(folder: string, file: string): boolean {
  const [history, own] = [studyFiles.history, file].map((each) =>
    statSync(resolveInside(folder, each), { throwIfNoEntry: false, bigint: true }),
  );
  return history !== undefined && own !== undefined && own.ctimeNs > history.ctimeNs;
}

function nameFile(change: Change): string {
  switch (change.kind) {
    case 'quote':
      return studyFiles.quotes;
    case 'decision':
      return nameDecisionsFile(change.coder);
    case 'theme':
      return studyFiles.taxonomy;
    case 'memo':
      return `${studyFolders.memos}/${change.theme}.md`;
    case 'board':
      return studyFiles.boards;
  }
}

/** Of a theme that only went elsewhere among its siblings, whether it stands there. */
function isInPlace(present: Change, change: Change, when: 'before' | 'after'): boolean {
  if (present.kind !== 'theme' || change.kind !== 'theme') return true;
  const isSame = change.after !== null && isAt({ ...change, after: change.before }, change, 'after');
  return !isSame || present.after?.position === change[when]?.position;
}

/** A memo as its file has it now: one of a theme that went is no part of the study. */
function readFile({ folder }: StudyReading, present: Change): Change {
  if (present.kind !== 'memo') return present;
  const text = readText(folder, nameFile(present))?.text;
  return { ...present, after: text === undefined || text.trim() === '' ? null : text };
}

/** Finishes an action. The caller holds the lock. Throws `ToolkitError` as writing does. */
export function finish(folder: string, entry: HistoryEntry, open: readonly Change[]): void {
  carryOut(folder, planSteps(folder, { changes: open, by: entry.by, at: entry.at }));
}

export const tellFinished = (entry: HistoryEntry, count: number): Notice =>
  tellCaution(
    'action-finished',
    { file: studyFiles.history },
    `the last thing that ${entry.by} did was not written whole: ${count} of its changes were written now`,
  );

export const tellForeign = (entry: HistoryEntry, count: number): Notice =>
  tellCaution(
    'changed-outside',
    { file: studyFiles.history },
    `${count} changes of the last thing that ${entry.by} did are otherwise in the files: somebody changed these, and they stay`,
  );

/**
 * Cuts off the beginning of a record that a crash left at the end of a log, where it is one of those that the latest action
 * writes; anything else stays. Says whether it cut. The caller holds the lock.
 */
export function cutTorn(folder: string, entry: HistoryEntry | undefined): boolean {
  const torn = findTorn(folder, entry);
  for (const { file, size } of torn) {
    try {
      truncateSync(resolveInside(folder, file), size);
    } catch (error) {
      throw explainFailure(error, 'written', file);
    }
  }
  if (torn.length > 0) touchHistory(folder);
  return torn.length > 0;
}

/** A log that was cut is newer than the history; it is still the crash that left it so. */
function touchHistory(folder: string): void {
  const path = resolveInside(folder, studyFiles.history);
  const { atime, mtime } = statSync(path);
  utimesSync(path, atime, mtime);
}

export type TornFile = {
  readonly file: string /** In bytes, without what is torn. */;
  readonly size: number;
};

/** The history's own last line where it is no JSON, and beginnings of records of the latest action. */
export function findTorn(folder: string, entry: HistoryEntry | undefined): readonly TornFile[] {
  const history = findTail(folder, studyFiles.history);
  const own = history === undefined ? [] : [{ file: studyFiles.history, size: history.size }];
  if (entry === undefined) return own;
  const steps = planSteps(folder, { changes: entry.changes.filter(isLogged), by: entry.by, at: entry.at });
  const logs = steps.flatMap((step) => {
    if (step.kind !== 'append') return [];
    const tail = findTail(folder, step.file);
    const isOurs = tail !== undefined && step.records.some((record) => begins(tail.bytes, record));
    return isOurs ? [{ file: step.file, size: tail.size }] : [];
  });
  return [...own, ...logs];
}

/** Whether a change is a line at the end of a file. */
const isLogged = (change: Change) =>
  change.kind === 'decision' || change.kind === 'board' || (change.kind === 'quote' && isNewQuote(change));

const begins = (bytes: Buffer, record: object) =>
  Buffer.from(formatRecords([record]))
    .subarray(0, bytes.length)
    .equals(bytes);

/** The bytes after the last line feed of a file where they are no JSON, and the file's size without them. */
function findTail(
  folder: string,
  file: string,
): { readonly bytes: Buffer; readonly size: number } | undefined {
  if (!holdsEntry(folder, file)) return undefined;
  const { bytes, before } = readEnd(folder, file);
  const start = bytes.lastIndexOf(0x0a) + 1;
  const tail = bytes.subarray(start);
  if (tail.length === 0 || isJson(tail.toString('utf8'))) return undefined;
  return { bytes: tail, size: before + start };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
