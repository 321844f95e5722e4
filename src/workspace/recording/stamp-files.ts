import { statSync } from 'node:fs';
import { join } from 'node:path';
import { listEntries } from '../read-file.js';
import { studyFiles, studyFolders } from '../study-files.js';
import { withdrawalFiles } from '../withdrawing/tombstones.js';

/** By file, relative to the study: what tells whether somebody wrote it since. A file that is not there has none. */
export type Stamps = ReadonlyMap<string, string>;

const single = [
  studyFiles.settings,
  studyFiles.participants,
  studyFiles.taxonomy,
  studyFiles.quotes,
  studyFiles.boards,
  studyFiles.history,
  withdrawalFiles.tombstones,
  withdrawalFiles.journal,
];

/** Size, time and identity of every file that a study is read from. */
export function stampFiles(folder: string): Stamps {
  const inside = [studyFolders.transcripts, ...recordFolders].flatMap((sub) => listFiles(folder, sub));
  return stampEach(folder, [...single, ...inside]);
}

const recordFolders = [studyFolders.decisions, studyFolders.memos, studyFolders.templates];

/** Of the files that actions write, and of some others. */
export function stampRecords(folder: string, others: readonly string[]): Stamps {
  const inside = [studyFolders.decisions, studyFolders.memos].flatMap((sub) => listFiles(folder, sub));
  return stampEach(folder, [...single, ...inside, ...others]);
}

function listFiles(folder: string, sub: string): readonly string[] {
  return listEntries(folder, sub).flatMap(({ name, isFolder }) => (isFolder ? [] : `${sub}/${name}`));
}

export function stampEach(folder: string, files: readonly string[]): Stamps {
  return new Map(
    files.flatMap((file) => {
      const stamp = stampFile(folder, file);
      return stamp === undefined ? [] : [[file, stamp] as const];
    }),
  );
}

function stampFile(folder: string, file: string): string | undefined {
  try {
    const found = statSync(join(folder, file), { throwIfNoEntry: false, bigint: true });
    return found === undefined ? undefined : `${found.size} ${found.mtimeNs} ${found.ino}`;
  } catch {
    return 'unreadable';
  }
}

/** Files whose stamps differ, of those that either has. */
export function compareStamps(before: Stamps, now: Stamps): readonly string[] {
  const files = new Set([...before.keys(), ...now.keys()]);
  return [...files].filter((file) => before.get(file) !== now.get(file));
}
