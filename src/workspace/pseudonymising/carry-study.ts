import { changesText, type IdentifierDecision } from '../../model/identifier-decision.js';
import type { Notice } from '../../model/notice.js';
import { carryRecords } from '../../pipeline/pseudonyms/carry-records.js';
import { findEdits } from '../../pipeline/pseudonyms/find-edits.js';
import { prepareDecisions } from '../../pipeline/pseudonyms/replace-identifiers.js';
import { studyFiles, studyFolders } from '../study-files.js';
import { tellCaution } from '../tell.js';
import { type FoundFile, readWholeFolder } from '../withdrawing/read-whole-folder.js';
import { writeFile } from '../write-file.js';
import type { NewFile } from './plan-new-files.js';

export type StudyCarrying = {
  readonly folder: string;
  readonly files: readonly NewFile[];
  readonly decisions: readonly IdentifierDecision[];
  /** What was decided when the study was written last. */
  readonly earlier: readonly IdentifierDecision[];
};

/**
 * Brings what was recorded of transcripts up to their new form: the words of recorded quotes, the ids that decisions, boards
 * and the history know marked quotes by, and notes. Says which other files still hold what is replaced, since those are the
 * researcher's own texts. No message holds a name. Throws `ToolkitError` as `writeFile` does.
 */
export function carryStudy({ folder, files, decisions, earlier }: StudyCarrying): readonly Notice[] {
  const replacer = prepareDecisions(decisions);
  const rules = {
    replacer,
    names: decisions.filter(({ decision }) => changesText(decision)).map(({ text }) => text),
    renamed: listRenamed(earlier, decisions),
    quotes: new Map(files.flatMap(({ quotes }) => [...quotes])),
    transcripts: new Map(files.flatMap(({ transcripts }) => [...transcripts])),
  };
  return readWholeFolder(folder).flatMap(({ file, text, lineEnd = '\n', mark = '' }) => {
    if (text === undefined || file.startsWith(`${studyFolders.transcripts}/`)) return [];
    const carried = isRecords({ file }) ? carryRecords(text, rules) : text;
    if (carried !== text) writeFile({ folder, file }, mark + carried.replaceAll('\n', lineEnd));
    const left = findEdits(carried, replacer).filter(({ replacement }) => replacement !== '').length;
    const what = left === 1 ? 'one place in it holds' : `${left} places in it hold`;
    const message = `${what} what is replaced by now: take it out by hand, or write the file anew`;
    return left === 0 ? [] : [tellCaution('name-in-study', { file }, message)];
  });
}

const isRecords = ({ file }: Pick<FoundFile, 'file'>) =>
  file === studyFiles.quotes ||
  file === studyFiles.boards ||
  file === studyFiles.history ||
  (file.startsWith(`${studyFolders.decisions}/`) && file.endsWith('.jsonl'));

/** Pseudonyms by what they were; of one that several strings had, nothing where they have not one now. */
function listRenamed(
  earlier: readonly IdentifierDecision[],
  decisions: readonly IdentifierDecision[],
): ReadonlyMap<string, string> {
  const now = new Map(decisions.map(({ text, replacement }) => [text, replacement]));
  const renamed = new Map<string, string>();
  const doubtful = new Set<string>();
  for (const { text, replacement } of earlier) {
    const next = now.get(text) || replacement;
    if (replacement === '' || (renamed.get(replacement) ?? next) !== next) doubtful.add(replacement);
    renamed.set(replacement, next);
  }
  return new Map([...renamed].filter(([was, is]) => was !== is && !doubtful.has(was)));
}
