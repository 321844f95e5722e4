import { findWords } from '../../text/tokenise.js';

/** One word of a pattern: matched by its stem, or by the beginning of a word. */
type PatternWord = { readonly text: string; readonly beginning: boolean };

/** Words that have to follow each other. */
export type Phrase = readonly [PatternWord, ...PatternWord[]];

export type KeywordPattern =
  | { readonly kind: 'phrase'; readonly phrase: Phrase }
  /** These characters, as they are written, from the beginning of a word to the end of a word. */
  | { readonly kind: 'exact'; readonly text: string }
  /** Both, at most `within` words apart: 1 is next to each other. In either order. */
  | { readonly kind: 'near'; readonly phrases: readonly [Phrase, Phrase]; readonly within: number };

const NEAR_SIGN = /^~\d*$/u;
const NEAR = /^~(\d{1,2})$/u;
const BEGINNING = /^[^*]*[\p{L}\p{M}\p{N}]\*$/u;

/** The words of one piece between blanks; undefined where a `*` stands anywhere but right behind a word. */
function parsePiece(piece: string): readonly PatternWord[] | undefined {
  if (piece.includes('*') && !BEGINNING.test(piece)) return undefined;
  const words = findWords(piece);
  return words.map(({ start, end }, index) => ({
    text: piece.slice(start, end),
    beginning: piece.endsWith('*') && index === words.length - 1,
  }));
}

function parsePhrase(pieces: readonly string[]): Phrase | undefined {
  const parsed = pieces.map(parsePiece);
  if (parsed.includes(undefined)) return undefined;
  const [first, ...rest] = parsed.flatMap((words) => words ?? []);
  return first === undefined ? undefined : [first, ...rest];
}

function parseNear(pieces: readonly string[], sign: number): KeywordPattern | undefined {
  const within = Number(NEAR.exec(pieces[sign] ?? '')?.[1] ?? 0);
  const rest = pieces.slice(sign + 1);
  const left = parsePhrase(pieces.slice(0, sign));
  const right = parsePhrase(rest);
  if (within === 0 || left === undefined || right === undefined) return undefined;
  return rest.some((piece) => NEAR_SIGN.test(piece))
    ? undefined
    : { kind: 'near', phrases: [left, right], within };
}

function parseExact(text: string): KeywordPattern | undefined {
  return findWords(text).length === 0 ? undefined : { kind: 'exact', text };
}

/**
 * What a keyword of the taxonomy asks for, or undefined where it can match nothing (`*`, `=`, `~3 manager`, only
 * punctuation): `check` lists those.
 *
 * - `doing well`: these words in a row, by stem, in any case, with curly or straight apostrophes;
 * - `success*`: a word that begins so, alone or within a phrase;
 * - `=Go`: exactly so, capitals included;
 * - `judged ~3 on`: both at most three words apart, in either order. One `~` a keyword, at most `~99`.
 */
export function parseKeyword(keyword: string): KeywordPattern | undefined {
  const text = keyword.normalize('NFC').trim();
  if (text.startsWith('=')) return parseExact(text.slice(1).trim());
  const pieces = text.split(/\s+/u);
  const sign = pieces.findIndex((piece) => NEAR_SIGN.test(piece));
  if (sign >= 0) return parseNear(pieces, sign);
  const phrase = parsePhrase(pieces);
  return phrase === undefined ? undefined : { kind: 'phrase', phrase };
}

/** The words of a keyword without its signs, as part of what a theme's own text says. */
export function readKeywordWords(keyword: string): string {
  const pattern = parseKeyword(keyword);
  if (pattern === undefined) return '';
  if (pattern.kind === 'exact') return pattern.text;
  const phrases = pattern.kind === 'near' ? pattern.phrases : [pattern.phrase];
  return phrases.flatMap((phrase) => phrase.map(({ text }) => text)).join(' ');
}
