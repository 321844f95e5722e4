import type { Notice } from '../../model/notice.js';
import type { MarkSign, Piece } from './scan-inline.js';

/** A sign with where it stands, in the order of the source. */
export type PlacedPiece = { readonly piece: Piece; readonly line: number };

/** What each sign that is part of a pair does; the others are text. */
export type SignRoles = ReadonlyMap<Piece, 'opens' | 'closes'>;

export type PairedSigns = {
  readonly roles: SignRoles;
  readonly notices: readonly Notice[];
};

type OpenSign = { readonly sign: MarkSign; readonly line: number; hasWords: boolean };

/** Finds the signs that begin and end a marked passage. What opens and never closes marks nothing, and is said. */
export function pairSigns(pieces: readonly PlacedPiece[], file: string): PairedSigns {
  const roles = new Map<Piece, 'opens' | 'closes'>();
  const notices: Notice[] = [];
  let open: OpenSign | undefined;
  for (const { piece, line } of pieces) {
    if (piece.kind !== 'sign') {
      if (open !== undefined && /\S/.test(piece.text)) open.hasWords = true;
      continue;
    }
    const place = { file, line };
    if (open !== undefined && closes(piece, open.sign)) {
      if (open.hasWords) {
        roles.set(open.sign, 'opens').set(piece, 'closes');
        if (piece.themes === undefined) notices.push(explainThemes(place));
      } else notices.push(explainEmpty(place));
      open = undefined;
    } else if (piece.mayOpen) {
      if (open !== undefined) notices.push(explainUnclosed({ file, line: open.line }));
      open = { sign: piece, line, hasWords: false };
    } else notices.push(explainUnopened(place));
  }
  if (open !== undefined) notices.push(explainUnclosed({ file, line: open.line }));
  return { roles, notices };
}

function closes(sign: MarkSign, open: MarkSign): boolean {
  return sign.notation === open.notation && sign.mayClose && !sign.clearlyOpens;
}

type Line = { readonly file: string; readonly line: number };

function explainUnclosed(place: Line): Notice {
  const message =
    'a mark begins here and does not end before the next one or the end of the file: close it with "==", or write "\\==" for two equals signs';
  return { severity: 'caution', code: 'mark-unclosed', message, place };
}

function explainUnopened(place: Line): Notice {
  const message =
    'a mark ends here that never began: write "==" before its first word, or "\\==" for two equals signs';
  return { severity: 'caution', code: 'mark-unopened', message, place };
}

function explainEmpty(place: Line): Notice {
  const message =
    'a mark with no words in it: put the signs around a passage, or write "\\==" for two equals signs';
  return { severity: 'caution', code: 'mark-empty', message, place };
}

function explainThemes(place: Line): Notice {
  const message =
    'the braces after this mark do not read as themes and stay in the text: write them directly behind the mark, like =={#define-success #fear}';
  return { severity: 'caution', code: 'mark-themes', message, place };
}
