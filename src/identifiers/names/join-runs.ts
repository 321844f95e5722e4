import { companyForms, firmEndings, honorifics } from '../words/cue-words.js';
import { openDictionary } from '../words/dictionary.js';
import type { Capital } from './scan-capitals.js';

/** Words with capitals that may be one name, in order, without the titles before them. */
export type Run = {
  readonly words: readonly [Capital, ...Capital[]];
  /** Whether a title such as `Dr.` stands before it. */
  readonly titled: boolean;
};

/** What may stand between two words of a name: white space, an initial's dot, particles and `of`. */
const between =
  /^[ \u00a0]+(?:(?:of the|of|de la|de las|de los|de|del|della|di|da|do|dos|das|du|des|van der|van den|van de|van|von der|von|zu|der|den|ter|ten|te|la|le|los|el|al|bin|ibn|ben|y|e|&|aan|op|im|ob|pri|u|upon|nad|sur|am|an der|på|och|og) )?$/u;
/** Countries that are two names: elsewhere `and` stands between two people. */
const TWO_PART = new Set(['antigua', 'bosnia', 'kitts', 'principe', 'tome', 'trinidad', 'turks', 'vincent']);
const byAnd = /^ and (?:the )?$/u;
/** "Bank of England" is one name, "head of Acme" is not: what joins with `of` must not be a role. */
const byOf = / of /u;
const beforeForm = /^,? $/u;
const beforeEnding = /^,? (?:and|&) $/u;
const withAnd = /^ (?:and|&) $/u;
const behindOf = /\b(?:of|for) (?:the )?$/u;
const dot = /^\.[ \u00a0]*$/u;
/** UTF-16 units; longer gaps are no part of a name. */
const LONGEST_GAP = 12;

/** Groups words that follow each other within a line. `isRole` says which words cannot be followed by `of`. */
export function joinRuns(
  text: string,
  capitals: readonly Capital[],
  isRole: (key: string) => boolean,
): readonly Run[] {
  const runs: Run[] = [];
  let words: Capital[] = [];
  let titled = false;
  const close = () => {
    const [first, ...rest] = words;
    if (first !== undefined) runs.push({ words: [first, ...rest], titled });
    words = [];
    titled = false;
  };
  for (const capital of capitals) {
    const last = words.at(-1);
    if (last !== undefined && !joins(text, last, capital, isRole)) close();
    if (honorifics.has(capital.key)) {
      close();
      titled = true;
    } else if (words.length === 0 && titled && !followsTitle(text, capital)) {
      titled = false;
      words.push(capital);
    } else words.push(capital);
  }
  close();
  return runs;
}

/** Whether nothing but a dot and spaces lies between a title and this word. */
function followsTitle(text: string, { start }: Capital): boolean {
  return /\p{L}\.?[ \u00a0]+$/u.test(text.slice(Math.max(0, start - LONGEST_GAP), start));
}

function joins(text: string, left: Capital, right: Capital, isRole: (key: string) => boolean): boolean {
  if (right.start - left.end > LONGEST_GAP) return false;
  const gap = text.slice(left.end, right.start);
  if (gap === '&' && left.shouts) return true;
  if (gap === '-' || gap === '' || gap === "'" || gap === '’') return true;
  const isInitial = left.end - left.start === 1 && left.key !== 'i';
  if (isInitial && dot.test(gap)) return true;
  if (left.key === 'st' && /^\.? $/.test(gap)) return true;
  if (TWO_PART.has(left.key) && byAnd.test(gap)) return true;
  if (companyForms.has(right.key) && beforeForm.test(gap)) return true;
  if (firmEndings.has(right.key) && beforeEnding.test(gap)) return true;
  if (withAnd.test(gap) && namesField(text, left, right)) return true;
  if (left.key === 'people' && /^['’]s $/u.test(gap)) return true;
  return between.test(gap) && !(byOf.test(gap) && isRole(left.key));
}

/** "Society of Mining and Metallurgy": two everyday words behind `of` are one field, two names are two people. */
function namesField(text: string, left: Capital, right: Capital): boolean {
  const { words, names } = openDictionary();
  const isCommon = ({ key }: Capital) => words.has(key) && !names.has(key);
  const before = text.slice(Math.max(0, left.start - LONGEST_GAP), left.start);
  return isCommon(left) && isCommon(right) && behindOf.test(before);
}
