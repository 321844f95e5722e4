import { isDocument } from '../formats/index.js';
import type { Notice } from '../model/notice.js';
import type { Settings } from '../model/settings.js';
import { type ParsedTranscript, parseTranscript } from '../pipeline/parse-transcript.js';
import { decodeBytes } from '../text/decode-bytes.js';
import { nameTakenBack } from './read-decisions.js';
import { type Entry, listEntries, readBytes } from './read-file.js';
import { studyFolders } from './study-files.js';
import { tellCaution, tellError } from './tell.js';
import { countUnknown, tellUnknownTheme } from './tell-unknown-theme.js';
import { type Reading, tryReading } from './try-reading.js';
import { tellAuthors, unifyAuthors } from './unify-authors.js';

/** What parsing needs to know of the study. */
export type TranscriptRules = {
  readonly settings: Settings;
  readonly participantIds: ReadonlySet<string>;
  /** Absent where no theme can be called unknown. */
  readonly themeIds?: ReadonlySet<string>;
  /** Names by `nameTakenBack` of what marks say and somebody took back: its theme may be gone. */
  readonly takenBack?: ReadonlySet<string>;
};

/** A source file that was read: `file` is relative to the study. */
export type SourceFile = {
  readonly file: string;
  readonly format: string;
  readonly transcripts: readonly ParsedTranscript[];
  /** Names of its comments' authors, by which a code means the same person in every file; not kept in the study. */
  readonly authors: readonly string[];
};

export type OnProgress = (done: number, total: number, file: string) => void;

/** Whether a file in `transcripts/` is about them rather than one of them. */
export const isAside = (name: string) => name.startsWith('.') || /^readme(\.|$)/i.test(name);

/**
 * Reads `transcripts/`, one level deep, in the order of the names' bytes. A file that cannot be read is an error
 * notice; of two transcripts with one id the first is used. No bytes are kept.
 */
export function readTranscripts(
  folder: string,
  rules: TranscriptRules,
  onProgress: OnProgress = () => undefined,
): Reading<readonly SourceFile[]> {
  return tryReading<readonly SourceFile[]>(studyFolders.transcripts, [], () => {
    const entries = listEntries(folder, studyFolders.transcripts).filter(({ name }) => !isAside(name));
    const firstFiles = new Map<string, string>();
    const notices: Notice[] = [];
    const sources: SourceFile[] = [];
    for (const [index, entry] of entries.entries()) {
      const file = `${studyFolders.transcripts}/${entry.name}`;
      onProgress(index, entries.length, file);
      const reading = readEntry(folder, entry, rules);
      const { kept, twice } = keepNewIds(reading.value?.transcripts ?? [], file, firstFiles);
      if (reading.value !== undefined) sources.push({ ...reading.value, transcripts: kept });
      notices.push(...reading.notices, ...twice);
    }
    return { value: unifyAuthors(sources), notices: [...notices, ...tellAuthors(sources)] };
  });
}

function readEntry(folder: string, entry: Entry, rules: TranscriptRules): Reading<SourceFile | undefined> {
  const file = `${studyFolders.transcripts}/${entry.name}`;
  if (entry.isFolder) {
    const message = 'folders inside transcripts/ are not read: move its files one level up';
    return { value: undefined, notices: [tellCaution('folder-in-transcripts', { file }, message)] };
  }
  return tryReading<SourceFile | undefined>(file, undefined, () =>
    readSource(file, { name: entry.name, bytes: readBytes(folder, file) }, rules),
  );
}

type Source = { readonly name: string; readonly bytes: Uint8Array };

function readSource(file: string, source: Source, rules: TranscriptRules): Reading<SourceFile> {
  const { format, transcripts, notices, authors } = parseTranscript(
    { ...source, name: source.name.normalize('NFC') },
    rules,
  );
  return {
    value: { file, format, transcripts, authors },
    notices: [
      ...notices.map((notice) => ({ ...notice, place: { ...notice.place, file } })),
      ...tellUnknownMarks({ file, format, source, transcripts, rules }),
    ],
  };
}

type MarkedSource = {
  readonly file: string;
  readonly format: string;
  readonly source: Source;
  readonly transcripts: readonly ParsedTranscript[];
  readonly rules: TranscriptRules;
};

/** One notice for each theme that marks name and the taxonomy lacks, at the first mark that names it. */
function tellUnknownMarks({ file, format, source, transcripts, rules }: MarkedSource): readonly Notice[] {
  const standing = transcripts
    .flatMap(({ decisions }) => decisions)
    .filter((decision) => rules.takenBack?.has(nameTakenBack(decision)) !== true);
  const named = standing.map(({ themeId }) => themeId);
  const counts = countUnknown(named, rules.themeIds);
  if (counts.size === 0) return [];
  const text = isDocument(format) ? '' : decodeBytes(source.bytes).text;
  return [...counts].map(([themeId, count]) =>
    tellUnknownTheme({ themeId, count, place: { file, ...findMention(text, themeId) } }, rules.themeIds),
  );
}

/** Where a source first names a theme: as `#theme` in a mark, else as it stands in a table's cell. */
function findMention(text: string, themeId: string): { line: number; column: number } | undefined {
  const marked = findWhole(text, `#${themeId}`);
  const at = marked === undefined ? findWhole(text, themeId) : marked + 1;
  if (at === undefined) return undefined;
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** The first place of a word that is not the beginning of a longer id. */
function findWhole(text: string, word: string): number | undefined {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!/^[\p{L}\p{N}_-]/u.test(text.slice(at + word.length, at + word.length + 2))) return at;
  return undefined;
}

/** Of two transcripts with one id the first is used; `firstFiles` remembers which file that was. */
function keepNewIds(
  transcripts: readonly ParsedTranscript[],
  file: string,
  firstFiles: Map<string, string>,
): { readonly kept: readonly ParsedTranscript[]; readonly twice: readonly Notice[] } {
  const twice: Notice[] = [];
  const kept = transcripts.filter(({ transcript: { id } }) => {
    const first = firstFiles.get(id);
    if (first === undefined) firstFiles.set(id, file);
    else twice.push(tellTwice(id, first, file));
    return first === undefined;
  });
  return { kept, twice };
}

function tellTwice(id: string, first: string, second: string): Notice {
  const message = `${first} and ${second} both give a transcript "${id}": the first is used. Rename one, e.g. ${id}-2`;
  return tellError('transcript-id-twice', { file: second }, message);
}
