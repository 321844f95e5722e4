import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import { ToolkitError } from '../../errors.js';
import type { Notice } from '../../model/notice.js';
import type { KeyContents } from '../../model/pseudonym-key.js';
import type { SpeakerRules } from '../../pipeline/assign-speakers.js';
import type { ParsedSource } from '../../pipeline/parse-transcript.js';
import { applyEdits, findEdits, type Replacer } from '../../pipeline/pseudonyms/find-edits.js';
import { refuseNamesLeft, replaceIdentifiers } from '../../pipeline/pseudonyms/replace-identifiers.js';
import { holdsEntry, readBytes } from '../read-file.js';
import { studyFolders } from '../study-files.js';
import { tellCaution, tellInfo } from '../tell.js';
import { encodeLikeOriginal, type Original, readBytesAsOriginal } from './read-original.js';

/** A file that is ready to be written into the study. */
export type NewFile = {
  /** Relative to the study. */
  readonly file: string;
  readonly bytes: Buffer;
  /** SHA-256 of the bytes, hex. */
  readonly hash: string;
  /** Number of places in which a string was replaced. */
  readonly replaced: number;
  readonly isThere: boolean;
  /** Ids of its transcripts and of the quotes marked in it, by what they are in the original. */
  readonly transcripts: ReadonlyMap<string, string>;
  readonly quotes: ReadonlyMap<string, string>;
  readonly notices: readonly Notice[];
};

export type NewFilesInput = {
  readonly folder: string;
  readonly originals: readonly Original[];
  readonly replacer: Replacer;
  readonly rules: SpeakerRules;
  readonly written: KeyContents['written'];
};

/**
 * Makes the new form of every original before any is written. Throws `ToolkitError` `name-left`, `same-name` where two
 * would have one name, and `transcript-exists` where a file is there that Themeloom did not write or somebody changed.
 */
export function planNewFiles(input: NewFilesInput): readonly NewFile[] {
  const planned = input.originals.map((original) => planNewFile(original, input));
  const names = new Set<string>();
  for (const { file } of planned) {
    if (names.has(file.toLowerCase())) throw refuseSameName(file);
    names.add(file.toLowerCase());
  }
  return planned;
}

function planNewFile(original: Original, { folder, replacer, rules, written }: NewFilesInput): NewFile {
  const name = renameFile(original.source.name, replacer);
  const file = `${studyFolders.transcripts}/${name}`;
  const { text, replaced } = replaceIdentifiers(original.source, replacer);
  const bytes = encodeLikeOriginal(text, original);
  const reread = readBytesAsOriginal({ name, bytes }, rules);
  refuseNamesLeft(reread.source, replacer);
  const hash = createHash('sha256').update(bytes).digest('hex');
  const isThere = judgeTarget({ folder, file, hash, written });
  const isRenamed = name !== original.source.name;
  return {
    file,
    bytes,
    hash,
    replaced,
    isThere,
    ...pairIds([original.parsed, ...readPresent({ folder, file, name }, rules)], reread.parsed),
    notices: [
      ...(isRenamed
        ? [tellInfo('file-renamed', { file }, 'the name of the original held a name: this one does not')]
        : []),
      ...compareShapes(original, reread, file),
    ],
  };
}

/** What stands in the study under that name by now, with the pseudonyms of an earlier run; nothing where it cannot be read. */
function readPresent(
  { folder, file, name }: { readonly folder: string; readonly file: string; readonly name: string },
  rules: SpeakerRules,
): readonly ParsedSource[] {
  if (!holdsEntry(folder, file)) return [];
  try {
    return [readBytesAsOriginal({ name, bytes: readBytes(folder, file) }, rules).parsed];
  } catch (error) {
    if (error instanceof ToolkitError) return [];
    throw error;
  }
}

/** Ids come of a file's name and of words, so that both may be others; nothing is paired where the marks are not as many. */
function pairIds(earlier: readonly ParsedSource[], { transcripts: now }: ParsedSource) {
  const transcripts = new Map<string, string>();
  const quotes = new Map<string, string>();
  for (const [index, { transcript, quotes: own }] of now.entries()) {
    transcripts.set(transcript.id, transcript.id);
    for (const before of earlier.flatMap((source) => source.transcripts[index] ?? [])) {
      transcripts.set(before.transcript.id, transcript.id);
      if (before.quotes.length !== own.length) continue;
      for (const [place, { id }] of before.quotes.entries()) quotes.set(id, own[place]?.id ?? id);
    }
  }
  return { transcripts, quotes };
}

/** A file's name with pseudonyms in the form of names of files: `priya-call.txt` → `person-1-call.txt`. */
export function renameFile(name: string, replacer: Replacer): string {
  const extension = extname(name);
  const stem = name
    .slice(0, name.length - extension.length)
    .replaceAll('_', ' ')
    .replaceAll('-', ' ');
  const edits = findEdits(stem, replacer).map((edit) => ({
    ...edit,
    replacement: toFileName(edit.replacement),
  }));
  if (edits.length === 0) return name;
  return applyEdits(stem, edits).replaceAll(' ', '-') + extension;
}

const toFileName = (pseudonym: string) =>
  pseudonym
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');

type Target = {
  readonly folder: string;
  readonly file: string;
  readonly hash: string;
  readonly written: KeyContents['written'];
};

/** Whether the target holds the new form already. */
function judgeTarget({ folder, file, hash, written }: Target): boolean {
  if (!holdsEntry(folder, file)) return false;
  const found = createHash('sha256').update(readBytes(folder, file)).digest('hex');
  if (found === hash) return true;
  if (written.some((version) => version.file === file && version.hash === found)) return false;
  throw new ToolkitError(
    'transcript-exists',
    `${file} is another file, or was changed since it was written`,
    {
      hint: 'Rename or move it, and run the command again. Nothing was written.',
      place: { file },
    },
  );
}

function refuseSameName(file: string): ToolkitError {
  return new ToolkitError('same-name', `two originals would both become ${file}`, {
    hint: 'Rename one of the originals. Nothing was written.',
    place: { file },
  });
}

/** Says where the new form is read differently: a label that no longer looks like one, a participant whom nobody names. */
function compareShapes(
  original: Original,
  { parsed }: Omit<Original, 'isInStudy'>,
  file: string,
): readonly Notice[] {
  const describe = (source: Original['parsed']) =>
    source.transcripts.map(({ transcript }) => ({
      times: transcript.utterances.map(({ startsAtMs }) => startsAtMs ?? null),
      participants: transcript.participantIds,
    }));
  const before = describe(original.parsed);
  const after = describe(parsed);
  const isEqual = (key: 'times' | 'participants') =>
    JSON.stringify(before.map((one) => one[key])) === JSON.stringify(after.map((one) => one[key]));
  const turns = 'it is not read as the same turns as the original: look at its speakers’ labels';
  const people = 'its participants are not those of the original: say in study.yaml who speaks in it';
  return [
    ...(isEqual('times') ? [] : [tellCaution('turns-changed', { file }, turns)]),
    ...(isEqual('participants') ? [] : [tellCaution('participants-changed', { file }, people)]),
  ];
}
