import { scanWords } from '../../text/tokenise.js';
import { honorifics } from '../words/cue-words.js';
import { openDictionary } from '../words/dictionary.js';
import { measureBare, readKey } from './read-key.js';

/** A word that has a capital. */
export type Capital = {
  /** UTF-16 units, without a possessive, without lower-case parts before or after hyphens. */
  readonly start: number;
  readonly end: number;
  /** In the form of `readKey`. */
  readonly key: string;
  /** Whether it stands where a sentence may begin, so that the capital tells nothing. */
  readonly opens: boolean;
  /** Whether it has no lower-case letter, and more than one letter. */
  readonly shouts: boolean;
  /** Whether only its first letter is a capital. */
  readonly isTitle: boolean;
  /** Whether a small letter stands before a large one: `MetroPCS`, `iDroid`. */
  readonly isMixed: boolean;
};

const CAPITAL = /\p{Lu}/u;
const TITLE = /^\p{Lu}\p{Ll}+$/u;
const SMALL = /\p{Ll}/u;
const MIXED = /\p{Ll}\p{Lu}/u;
const NOTHING_BEFORE = /[\s"'“”‘’«»()[\]{}*_<>/\\|–—-]/u;
const ENDS_SENTENCE = /[.!?…:;。！？]/u;
/** Longest abbreviation that is looked back for, in UTF-16 units. */
const LONGEST_ABBREVIATION = 6;

/** Whether a word holds a capital letter anywhere: `iPhone` does. */
export function holdsCapital(text: string, start: number, end: number): boolean {
  for (let index = start; index < end; index++) {
    const unit = text.charCodeAt(index);
    if (unit >= 65 && unit <= 90) return true;
    if (unit > 127 && CAPITAL.test(text[index] ?? '')) return true;
  }
  return false;
}

/** Every word with a capital, in order. Linear in the text: each gap between words is looked at once. */
export function scanCapitals(text: string): readonly Capital[] {
  const capitals: Capital[] = [];
  scanWords(text, (start, end) => {
    if (holdsCapital(text, start, end)) capitals.push(...readCapital(text, start, end));
  });
  return capitals;
}

function readCapital(text: string, from: number, to: number): readonly Capital[] {
  const { start, end } = trimParts(text, from, from + measureBare(text.slice(from, to)));
  const word = text.slice(start, end);
  if (word === '') return [];
  const opens = start === from && opensSentence(text, start);
  return [
    {
      start,
      end,
      key: readKey(word),
      opens,
      shouts: word.length > 1 && !SMALL.test(word),
      isTitle: TITLE.test(word),
      isMixed: MIXED.test(word),
    },
  ];
}

/** Of `non-English` and `Google-like` only the part with the capital; `Bar-le-Duc` and `Amy-leigh` are whole. */
function trimParts(text: string, from: number, to: number) {
  const word = text.slice(from, to);
  if (!/[-‐‑]/u.test(word)) return { start: from, end: to };
  const parts = [...word.matchAll(/[^-‐‑]+/gu)].filter(([part]) => CAPITAL.test(part));
  const first = parts[0];
  const last = parts.at(-1);
  if (first === undefined || last === undefined) return { start: from, end: from };
  // `T-shirt`, `X-ray`: one letter is no name.
  if (last.index + last[0].length - first.index === 1) return { start: from, end: from };
  const after = word.slice(last.index + last[0].length + 1);
  const isWhole = after !== '' && !after.split(/[-‐‑]/u).some((part) => openDictionary().words.has(part));
  return { start: from + first.index, end: isWhole ? to : from + last.index + last[0].length };
}

/** Whether a sentence, a line or a quoted speech may begin at `start`. */
function opensSentence(text: string, start: number): boolean {
  let index = start - 1;
  let quoted = false;
  while (index >= 0 && NOTHING_BEFORE.test(text[index] ?? '')) {
    const unit = text[index] ?? '';
    if (unit === '\n' || unit === '\r') return true;
    if (unit !== ' ' && unit !== '\u00a0' && unit !== '\t') quoted = true;
    index--;
  }
  if (index < 0 || quoted) return true;
  const last = text[index] ?? '';
  if (!ENDS_SENTENCE.test(last)) return false;
  return last !== '.' || !endsAbbreviation(text, index);
}

/** Whether the full stop at `stop` belongs to `Dr.`, `St.` or an initial. */
function endsAbbreviation(text: string, stop: number): boolean {
  const before = text.slice(Math.max(0, stop - LONGEST_ABBREVIATION), stop);
  const word = /(?:^|[^\p{L}])(\p{L}+)$/u.exec(before)?.[1];
  if (word === undefined) return false;
  return /^\p{Lu}$/u.test(word) ? word !== 'I' : isAbbreviation(word.toLowerCase());
}

const abbreviated = new Set(['st', 'mt', 'ft', 'jr', 'no', 'vs', 'ul', 'al', 'co']);
const isAbbreviation = (word: string) => abbreviated.has(word) || (word.length < 5 && honorifics.has(word));
