import type { Memo } from '../model/memo.js';
import { readMemoText } from '../pipeline/reviewing/parse-memo.js';
import { askDidYouMean } from './explain-problem.js';
import { listEntries, readText } from './read-file.js';
import { studyFolders } from './study-files.js';
import { tellCaution } from './tell.js';
import { type Reading, tryReading } from './try-reading.js';

export { parseMemo } from '../pipeline/reviewing/parse-memo.js';

export type MemosReading = {
  readonly memos: readonly Memo[];
  /** The whole text of every memo that says anything, by theme, also of themes that the taxonomy lacks. */
  readonly texts: ReadonlyMap<string, string>;
};

/**
 * Reads `memos/<theme>.md`. A memo of a theme that the taxonomy lacks is told and left out; `themeIds` is absent
 * where the taxonomy cannot be read.
 */
export function readMemos(folder: string, themeIds: ReadonlySet<string> | undefined): Reading<MemosReading> {
  const none = { memos: [], texts: new Map() };
  return tryReading<MemosReading>(studyFolders.memos, none, () => {
    const entries = listEntries(folder, studyFolders.memos).filter(
      ({ name, isFolder }) => !isFolder && name.endsWith('.md'),
    );
    const readings = entries.map(({ name }) => readMemo(folder, name, themeIds));
    return {
      value: {
        memos: readings.flatMap(({ value }) => value?.memo ?? []),
        texts: new Map(
          readings.flatMap(({ value }) =>
            value === undefined ? [] : [[value.themeId, value.text] as const],
          ),
        ),
      },
      notices: readings.flatMap(({ notices }) => notices),
    };
  });
}

type FoundMemo = { readonly themeId: string; readonly text: string; readonly memo: Memo | undefined };

function readMemo(
  folder: string,
  name: string,
  themeIds: ReadonlySet<string> | undefined,
): Reading<FoundMemo | undefined> {
  const file = `${studyFolders.memos}/${name}`;
  const themeId = name.slice(0, -'.md'.length).normalize('NFC');
  const isUnknown = themeIds?.has(themeId) === false;
  const message = `there is no theme "${themeId}" for this memo${isUnknown ? askDidYouMean(themeId, themeIds) : ''}. Name the file after a theme's id, e.g. define-success.md`;
  const told = isUnknown ? [tellCaution('memo-without-theme', { file }, message)] : [];
  return tryReading<FoundMemo | undefined>(file, undefined, () => {
    const { text, notices } = readText(folder, file) ?? { text: '', notices: [] };
    const memo = readMemoText(themeId, text);
    const found = { themeId, text, memo: isUnknown ? undefined : memo };
    return { value: memo === undefined ? undefined : found, notices: isUnknown ? told : notices };
  });
}
