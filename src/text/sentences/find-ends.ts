import type { Language } from '../../model/settings.js';
import { foldWord } from '../tokenise.js';
import { SENTENCE_WORDS, type SentenceWords } from './sentence-words.js';

/**
 * A line feed, or a run of signs that end sentences in some script with all that closes behind it: quotation marks,
 * brackets. The signs of scripts without spaces need no space behind them.
 */
const END = /\n\s*|[\p{Sentence_Terminal}…]+["'’”»›)\]}」』】》]*/gu;
const ANY_LETTER_OR_NUMBER = /[\p{L}\p{N}]/u;
const DOTS_ONLY = /^(?:\.|\.{2,}|…+\.*)["'’”»›)\]}]*$/u;
/** Latin signs count only where a space, a capital, or nothing follows: not in "what?x=1" or "3.5". */
const NEEDS_SPACE = /^[.!?…]/u;
const CLOSES = /["'’”»›)\]}]$/u;
/** Abbreviations only before a number: "No. 5", but "No. I never did." */
const BEFORE_NUMBER = /^(?:no|nos|nr|pp?|fig|vol)$/iu;
/** How far an abbreviation or a number reaches back from its stop, in UTF-16 units. */
const REACH = 12;
const LAST_WORD = /(?:^|[\s([{"'“„«‚‘])([\p{L}\p{N}\p{M}.]+)$/u;
const ORDINAL = /^\d{1,2}$/u;
/** "B." of a name; the English "I" ends sentences. */
const INITIAL = /^(?!I$)\p{Lu}$/u;
/** "1." or "2.a" at the very beginning numbers what follows. */
const NUMBERING = /^\(?\d{1,3}(?:\.?\p{L})?$/u;
/** A note of the transcriber belongs to what was said before it. */
const ASIDE = /^\s+(?:\[[^[\]\n]{1,40}\]|\([^()\n]{1,40}\))(?=\s|$)/u;
const LONGEST_ASIDE = 44;

type Stop = {
  readonly text: string;
  /** Where the sentence so far begins, where its end sign begins, and where that ends. */
  readonly from: number;
  readonly at: number;
  readonly to: number;
  readonly words: SentenceWords;
};

function isSmall(character: string): boolean {
  return /^\p{Ll}/u.test(character);
}

/** The first letter or digit at or after an offset, looked for in a few units only. */
function peekLetter(text: string, from: number): string {
  return ANY_LETTER_OR_NUMBER.exec(text.slice(from, from + REACH))?.[0] ?? '';
}

/** Whether the words before a single full stop say that it ends nothing. */
function isTied({ text, from, at, to, words }: Stop): boolean {
  const before = text.slice(Math.max(from, at - REACH), at);
  const last = LAST_WORD.exec(before)?.[1] ?? '';
  if (last === '') return false;
  if (NUMBERING.test(text.slice(from, Math.min(at, from + REACH + 1)).trim())) return true;
  if (BEFORE_NUMBER.test(last) && /^\s*\d/u.test(text.slice(to, to + 3))) return true;
  if (INITIAL.test(last) || words.abbreviations.has(foldWord(last))) return true;
  return words.dottedOrdinals && ORDINAL.test(last);
}

/**
 * Whether a sign ends a sentence. A small letter behind it says that it does not, except in text without capitals,
 * where the sentence itself began with one.
 */
function endsSentence(stop: Stop): boolean {
  const { text, from, at, to } = stop;
  const sign = text.slice(at, to);
  if (!NEEDS_SPACE.test(sign)) return true;
  const next = text.slice(to, to + 2);
  const hasSpace = next === '' || /^\s/u.test(next);
  if (!hasSpace && (sign.startsWith('.') || !/^\p{Lu}/u.test(next))) return false;
  if (sign.replace(CLOSES, '') === '.' && isTied(stop)) return false;
  const letter = peekLetter(text, passAsides(text, to));
  // After a pause the English "I" is no sign of a new sentence: it is always a capital.
  if (sign.length > 1 && DOTS_ONLY.test(sign) && /^\s*I\b/u.test(text.slice(to, to + 4))) return false;
  if (!isSmall(letter)) return true;
  const isPlain = !CLOSES.test(sign) && !(sign.length > 1 && DOTS_ONLY.test(sign)) && !sign.startsWith('…');
  return isPlain && isSmall(peekLetter(text, from));
}

/** Where the asides behind an end are over. */
function passAsides(text: string, from: number): number {
  let to = from;
  for (;;) {
    const aside = ASIDE.exec(text.slice(to, to + LONGEST_ASIDE));
    if (aside === null) return to;
    to += aside[0].length;
  }
}

/**
 * Offsets at which sentences end, ascending, the end of the text last. Looks only a few units around each sign: linear in
 * the length of the text.
 */
export function findEnds(text: string, language: Language): readonly number[] {
  const words = SENTENCE_WORDS[language];
  const ends: number[] = [];
  let from = 0;
  for (const match of text.matchAll(END)) {
    const at = match.index;
    const to = at + match[0].length;
    if (at < from) continue;
    const isLine = match[0].startsWith('\n');
    if (!isLine && !endsSentence({ text, from, at, to, words })) continue;
    from = isLine ? to : passAsides(text, to);
    ends.push(from);
  }
  if (ends.at(-1) !== text.length) ends.push(text.length);
  return ends;
}
