import { cutEdited, cutSpoken, type LaidWording, layWording, readKept, readSpoken } from './lay-wording.js';

/** A stretch of a published wording beside what was said there; empty where there is nothing on that side. */
export type WordingPiece = {
  readonly kind: 'same' | 'added' | 'left-out' | 'changed';
  readonly published: string;
  readonly said: string;
};

const letters = /[\p{L}\p{N}]/u;

/** What stands between two words that are the same on both sides; nothing where that is signs alone. */
function readBetween(
  laid: LaidWording,
  kept: { readonly from: number; readonly to: number },
  spoken: { readonly from: number; readonly to: number },
): WordingPiece | undefined {
  const { edited, exact } = laid;
  const published = edited
    .slice(laid.kept[kept.from]?.end ?? 0, laid.kept[kept.to]?.start ?? edited.length)
    .trim();
  const said = exact
    .slice(laid.spoken[spoken.from]?.end ?? 0, laid.spoken[spoken.to]?.start ?? exact.length)
    .trim();
  const isSaid = spoken.to - spoken.from > 1;
  const isOwn = kept.to - kept.from > 1;
  if (isSaid) return { kind: isOwn || letters.test(published) ? 'changed' : 'left-out', published, said };
  return isOwn || letters.test(published) ? { kind: 'added', published, said: '' } : undefined;
}

/** Numbers of the kept words that are spoken words, with one before the first and one behind the last. */
function listAnchors({ matches, kept, spoken }: LaidWording) {
  const same = Array.from(kept.keys()).flatMap((word) => {
    const match = matches[word] ?? -1;
    return match < 0 ? [] : [{ word, match }];
  });
  return [{ word: -1, match: -1 }, ...same, { word: kept.length, match: spoken.length }];
}

type Gap = Pick<WordingPiece, 'published' | 'said'>;

/** Adds to the stretch that is the same on both sides, with the signs before what is added, or begins a new one. */
function addSame(pieces: WordingPiece[], gap: Gap, added: Gap): void {
  const last = pieces.at(-1);
  const published = gap.published + added.published;
  const said = gap.said + added.said;
  if (last?.kind !== 'same') pieces.push({ kind: 'same', published, said });
  else
    pieces[pieces.length - 1] = {
      kind: 'same',
      published: last.published + published,
      said: last.said + said,
    };
}

const NOTHING: Gap = { published: '', said: '' };

/**
 * A wording beside the words that it came from, piece by piece and in order: what is the same, left out, added or changed.
 * Signs and the case of letters make no piece of their own. One changed piece where both are too long to be compared.
 */
export function layOutWording(wording: string, exact: string): readonly WordingPiece[] {
  if (wording === exact) return [{ kind: 'same', published: wording, said: exact }];
  const laid = layWording(wording, exact);
  if (laid === undefined) return [{ kind: 'changed', published: wording, said: exact }];
  const pieces: WordingPiece[] = [];
  let before = { word: -1, match: -1 };
  for (const anchor of listAnchors(laid).slice(1)) {
    const kept = { from: before.word, to: anchor.word };
    const spoken = { from: before.match, to: anchor.match };
    const piece = readBetween(laid, kept, spoken);
    if (piece !== undefined) pieces.push(piece);
    const isEnd = anchor.word === laid.kept.length;
    const words = isEnd
      ? NOTHING
      : { published: readKept(laid, anchor.word), said: readSpoken(laid, anchor.match) };
    const signs = {
      published: cutEdited(laid, before.word),
      said: cutSpoken(laid, before.match, anchor.match),
    };
    if (piece === undefined) addSame(pieces, signs, words);
    else if (!isEnd) addSame(pieces, NOTHING, words);
    before = anchor;
  }
  return pieces;
}
