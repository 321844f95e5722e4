/** A paragraph of a draft, without its markup. Words in `<q>` stand in “ ”. */
export type DraftBlock = {
  /** Of a block quote, every word is quoted. */
  readonly kind: 'prose' | 'block-quote';
  readonly text: string;
  /** The lines of the file that it came from, with the offset (UTF-16 units of `text`) of each, ascending. */
  readonly lines: readonly { readonly offset: number; readonly line: number }[];
};

/** A stretch of text that lies in one line of the file; `line` is 1-based. */
export type DraftPiece = { readonly text: string; readonly line: number };

/** The block that pieces make together, or none where they hold no letter or digit. */
export function joinPieces(kind: DraftBlock['kind'], pieces: readonly DraftPiece[]): readonly DraftBlock[] {
  let text = '';
  const lines: { offset: number; line: number }[] = [];
  for (const piece of pieces) {
    if (lines.at(-1)?.line !== piece.line) lines.push({ offset: text.length, line: piece.line });
    text += piece.text;
  }
  return /[\p{L}\p{N}]/u.test(text) ? [{ kind, text, lines }] : [];
}

/** The line of the file in which an offset of the block's text lies, by halving. */
export function findLine({ lines }: DraftBlock, offset: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.offset ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return lines[Math.max(0, low - 1)]?.line ?? 1;
}
