import type { DraftTurn } from './draft-turn.js';
import type { PlacedPiece } from './pair-signs.js';
import { type EmphasisRun, type InlineSyntax, type Piece, scanInline } from './scan-inline.js';

export type ScannedLine = { readonly pieces: readonly PlacedPiece[]; readonly code: boolean };

/** Cuts the lines of a draft into pieces; code lines stay whole. */
export function scanTurn(draft: DraftTurn, syntax: InlineSyntax): readonly ScannedLine[] {
  const scanned = draft.lines.map(({ text, line, code = false }) => {
    const pieces: readonly Piece[] = code ? [{ kind: 'text', text }] : scanInline(text.trim(), syntax);
    return { pieces: pieces.map((piece) => ({ piece, line })), code };
  });
  return syntax === 'markdown' ? dropEmphasis(scanned) : scanned;
}

/** Takes away the runs of `*` and `_` that have a partner in the same paragraph. */
function dropEmphasis(lines: readonly ScannedLine[]): readonly ScannedLine[] {
  const paired = new Set<Piece>();
  let open: EmphasisRun[] = [];
  for (const { pieces } of lines) {
    if (pieces.length === 0) open = [];
    for (const { piece } of pieces) {
      if (piece.kind !== 'emphasis') continue;
      const partner = piece.mayClose ? open.findLastIndex((run) => run.text === piece.text) : -1;
      const run = open[partner];
      if (run !== undefined) {
        paired.add(run).add(piece);
        open = open.slice(0, partner);
      } else if (piece.mayOpen) open.push(piece);
    }
  }
  if (paired.size === 0) return lines;
  return lines.map((line) => ({ ...line, pieces: line.pieces.filter(({ piece }) => !paired.has(piece)) }));
}
