import type { ExchangedStudy } from '../../exchanges/exchange.js';
import { formatMemo } from '../../exchanges/refi/build-notes.js';
import type { Memo } from '../../model/memo.js';
import type { Conflict } from './conflict.js';

/** Markdown for `memos/<theme>.md`. */
export type NewMemo = { readonly theme: string; readonly text: string };

export type MemoPlan = {
  readonly added: readonly NewMemo[];
  /** Number of memos that the study has. */
  readonly already: number;
  readonly conflicts: readonly Conflict[];
};

export type MemoGround = {
  /** The files of memos by theme id, as they stand. */
  readonly files: ReadonlyMap<string, string>;
  readonly memos: readonly Memo[];
};

/** The memos that are new: one memo a theme, and the study's stays. */
export function matchMemos(
  { memos }: ExchangedStudy,
  ids: ReadonlyMap<string, string>,
  { files, memos: known }: MemoGround,
): MemoPlan {
  const formatted = new Map(known.map((memo) => [memo.themeId, formatMemo(memo)]));
  const added: NewMemo[] = [];
  const conflicts: Conflict[] = [];
  const fold = (text: string) => text.replace(/\s+/g, ' ').trim();
  for (const { theme, text } of memos) {
    const id = ids.get(theme);
    if (id === undefined) continue;
    const present = files.get(id);
    const isSame = [present, formatted.get(id)].some(
      (known) => known !== undefined && fold(known) === fold(text),
    );
    if (present === undefined) added.push({ theme: id, text: `${text.trim()}\n` });
    else if (!isSame) conflicts.push({ what: 'memo', id, message: 'the file has another memo' });
  }
  return { added, conflicts, already: memos.length - added.length };
}
