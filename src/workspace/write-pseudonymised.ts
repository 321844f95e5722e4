import { rmSync } from 'node:fs';
import { loadTagger } from '../identifiers/names/load-tagger.js';
import type { Notice } from '../model/notice.js';
import { formatSheet, type SheetRow } from '../pipeline/pseudonyms/decision-sheet.js';
import { prepareDecisions } from '../pipeline/pseudonyms/replace-identifiers.js';
import { foldIdentifier } from '../pipeline/pseudonyms/split-runs.js';
import { saveKeyFile } from './key-file/key-file.js';
import { writePrivateFile } from './key-file/write-private-file.js';
import { withLock } from './lock-study.js';
import { carryStudy } from './pseudonymising/carry-study.js';
import { listKnownRows, proposeRows, settleSheet } from './pseudonymising/decide-strings.js';
import { bringLogUpToDate } from './pseudonymising/identifier-log.js';
import { type NewFile, planNewFiles } from './pseudonymising/plan-new-files.js';
import type { Pseudonymising } from './pseudonymising/pseudonymising.js';
import { type OriginalsRequest, readWork } from './pseudonymising/read-work.js';
import { tellOlderFiles } from './pseudonymising/tell-older-files.js';
import { tellHardToRead, tellNamesElsewhere } from './pseudonymising/tell-risks.js';
import { readSettings } from './read-settings.js';
import { writeFile } from './write-file.js';

export type PseudonymiseRequest = OriginalsRequest & {
  /** Puts every decision of the key file into the sheet, where it can be changed, and does nothing else. */
  readonly review?: boolean;
};

export type PseudonymiseResult = {
  /** Path of the sheet, as long as decisions are missing. */
  readonly sheet: string | null;
  /** Number of strings that wait for a decision. */
  readonly undecided: number;
  /** Number of strings that are decided, in the key file or in the sheet. */
  readonly decided: number;
  /** Relative to the study, with the number of places; none as long as decisions are missing. */
  readonly written: readonly { readonly file: string; readonly replaced: number }[];
  readonly unchanged: readonly string[];
  readonly notices: readonly Notice[];
};

/**
 * Pseudonymises originals into a study's `transcripts/`. Where a string in them is not in the key file or the sheet, it
 * adds it to the sheet, for a person to decide, and writes nothing into the study; with every decision made it keeps them
 * in the key file, writes the transcripts and removes the sheet that it wrote. Interrupted, the same run again finishes.
 * Throws `ToolkitError` before anything is written for whatever is wrong with the key, the sheet, an original or a
 * pseudonym; no message holds a real name, but those of files as they were given.
 */
export async function pseudonymiseFiles(request: PseudonymiseRequest): Promise<PseudonymiseResult> {
  const settings = readSettings(request.folder).value;
  const tagger = settings.language === 'en' ? await loadTagger() : undefined;
  return withLock(request.folder, () => {
    const work = readWork(request, { settings, tagger });
    const fresh = [...(request.review === true ? listKnownRows(work) : []), ...proposeRows(work)];
    const undecided = [...work.rows, ...fresh].filter(({ decision }) => decision === undefined).length;
    return fresh.length > 0 || undecided > 0 ? askForDecisions(work, fresh, undecided) : writeAll(work);
  });
}

function askForDecisions(
  work: Pseudonymising,
  fresh: readonly SheetRow[],
  undecided: number,
): PseudonymiseResult {
  const { rows, sheet, key } = work;
  // With a byte order mark spreadsheets read it as UTF-8.
  if (fresh.length > 0) writePrivateFile(sheet, `\uFEFF${formatSheet([...rows, ...fresh])}`);
  const strings = new Set(
    [...key.contents.decisions, ...rows, ...fresh].map(({ text }) => foldIdentifier(text)),
  );
  const decided = strings.size - undecided;
  return { sheet, undecided, decided, written: [], unchanged: [], notices: tellHardToRead(work) };
}

/**
 * The order lets a run end at any point: first who is called what, then the log, then what was recorded of the transcripts as
 * they still are, the transcripts, and last the sheet.
 */
function writeAll(work: Pseudonymising): PseudonymiseResult {
  const { folder, originals, rules, sheet, isOwnSheet, key } = work;
  const decisions = settleSheet(work);
  const { written } = key.contents;
  const files = planNewFiles({ folder, originals, replacer: prepareDecisions(decisions), rules, written });
  const saved = saveKeyFile(key, {
    ...key.contents,
    decisions: [...decisions],
    written: [...written, ...listNewVersions(files, written)],
  });
  bringLogUpToDate(folder, saved.contents);
  const changed = files.filter(({ isThere }) => !isThere);
  const carrying = carryStudy({ folder, files, decisions, earlier: key.contents.decisions });
  for (const { file, bytes } of changed) writeFile({ folder, file }, bytes);
  if (!isOwnSheet) rmSync(sheet, { force: true });
  return {
    sheet: null,
    undecided: 0,
    decided: decisions.length,
    written: changed.map(({ file, replaced }) => ({ file, replaced })),
    unchanged: files.filter(({ isThere }) => isThere).map(({ file }) => file),
    notices: [
      ...tellHardToRead(work),
      ...files.flatMap(({ notices }) => notices),
      ...tellOlderFiles(work, decisions, new Set(files.map(({ file }) => file))),
      ...tellNamesElsewhere(work, decisions),
      ...carrying,
    ],
  };
}

type Versions = readonly { readonly file: string; readonly hash: string }[];

function listNewVersions(files: readonly NewFile[], known: Versions): Versions {
  return files
    .filter(({ file, hash }) => !known.some((version) => version.file === file && version.hash === hash))
    .map(({ file, hash }) => ({ file, hash }));
}
