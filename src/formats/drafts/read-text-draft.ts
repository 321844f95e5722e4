import { type DraftBlock, type DraftPiece, joinPieces } from './draft-block.js';

/** Plain text: paragraphs are parted by empty lines; lines that begin with `>` are a block quote, as in e-mail. */
export function readTextDraft(text: string): readonly DraftBlock[] {
  const blocks: DraftBlock[] = [];
  let pieces: DraftPiece[] = [];
  let kind: DraftBlock['kind'] = 'prose';
  const close = () => {
    blocks.push(...joinPieces(kind, pieces));
    pieces = [];
  };
  for (const [index, line] of text.split('\n').entries()) {
    const quoted = /^\s{0,3}(?:>\s?)+/.exec(line)?.[0] ?? '';
    const next = quoted === '' ? 'prose' : 'block-quote';
    if (next !== kind || line.trim() === '') close();
    kind = next;
    if (line.trim() !== '') pieces.push({ text: `${line.slice(quoted.length)}\n`, line: index + 1 });
  }
  close();
  return blocks;
}
