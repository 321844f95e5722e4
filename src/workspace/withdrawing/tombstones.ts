import { ToolkitError } from '../../errors.js';
import { readText } from '../read-file.js';
import type { Tombstone } from './change.js';

/** The files of withdrawals, relative to the study; neither holds anybody's words. */
export const withdrawalFiles = {
  /** One line for each withdrawal that is done. */
  tombstones: 'withdrawals.jsonl',
  /** There from before the first change to after the last: a run that finds it finishes the work. */
  journal: 'withdrawal-in-progress.json',
} as const;

/** What an interrupted withdrawal left behind: its tombstone to be, the reports to draw anew, and the files touched. */
export type Journal = {
  readonly tombstone: Tombstone;
  readonly reports: readonly string[];
  readonly files: readonly string[];
};

const none = {
  transcripts: 0,
  cutTranscripts: 0,
  quotes: 0,
  decisions: 0,
  examples: 0,
  passages: 0,
  rows: 0,
  reports: 0,
};

/** Reads the journal of a withdrawal that is under way. Throws `ToolkitError` `journal-unusable` where it is none. */
export function readJournal(folder: string): Journal | undefined {
  const reading = readText(folder, withdrawalFiles.journal);
  if (reading === undefined) return undefined;
  const value = parseObject(reading.text);
  const tombstone = readTombstone(value?.tombstone);
  if (tombstone === undefined) throw refuseJournal();
  return { tombstone, reports: readTexts(value?.reports), files: readTexts(value?.files) };
}

/** The withdrawals that are done, in order; a line that is none is passed over. */
export function readTombstones(folder: string): readonly Tombstone[] {
  const text = readText(folder, withdrawalFiles.tombstones)?.text ?? '';
  return text.split('\n').flatMap((line) => readTombstone(parseObject(line)) ?? []);
}

type Plain = Readonly<Record<string, unknown>>;

function parseObject(text: string): Plain | undefined {
  try {
    return toObject(JSON.parse(text));
  } catch {
    return undefined;
  }
}

const toObject = (value: unknown): Plain | undefined =>
  typeof value === 'object' && value !== null ? { ...value } : undefined;

const readTexts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];

function readTombstone(value: unknown): Tombstone | undefined {
  const { participant, withdrawnAt, removed } = toObject(value) ?? {};
  if (typeof participant !== 'string' || typeof withdrawnAt !== 'string') return undefined;
  const counts = toObject(removed) ?? {};
  const count = (key: keyof typeof none) => Math.max(0, Math.trunc(Number(counts[key] ?? 0)) || 0);
  return {
    participant,
    withdrawnAt,
    removed: {
      transcripts: count('transcripts'),
      cutTranscripts: count('cutTranscripts'),
      quotes: count('quotes'),
      decisions: count('decisions'),
      examples: count('examples'),
      passages: count('passages'),
      rows: count('rows'),
      reports: count('reports'),
    },
  };
}

function refuseJournal(): ToolkitError {
  return new ToolkitError('journal-unusable', `${withdrawalFiles.journal} is not what Themeloom wrote`, {
    hint: 'Delete it and run the command again: what is left of the participant is then taken out.',
    place: { file: withdrawalFiles.journal },
  });
}
