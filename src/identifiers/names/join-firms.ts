import type { FoundSpan } from '../identifier.js';
import { endsAsCompany } from '../words/cue-words.js';

const comma = /^, $/u;
const andLast = /^,? (?:and|&) $/u;
const oneWord = /^[^\s]+$/u;
const at = /\b(?:at|joined|left) $/iu;
const the = /\bthe $/iu;
const premises = /^ (?:office|headquarters|firm|practice|partnership)\b/u;
/** UTF-16 units around a list in which words tell what it is. */
const NEAR = 20;
/** Two names behind "at" are seldom one: "at Acme and Rosa Lind". */
const FEWEST_PARTNERS = 3;
/** Partners that a firm is named for; a longer list is one of people. */
const MOST_PARTNERS = 5;

/**
 * Joins what a firm is named for, "Rose, Turner and Thompson", where the words around or its last one say that it is a firm:
 * elsewhere such a list is one of people, who each have a name of their own.
 */
export function joinFirms(text: string, names: readonly FoundSpan[]): readonly FoundSpan[] {
  const joined: FoundSpan[] = [];
  for (let index = 0; index < names.length; index++) {
    const partners = listPartners(text, names, index);
    const [first] = partners;
    const last = partners.at(-1);
    if (first === undefined || last === undefined) continue;
    const isFirm = partners.length > 1 && namesFirm(text, partners, last);
    joined.push(isFirm ? { start: first.start, end: last.end, hint: 'organisation' } : first);
    if (isFirm) index += partners.length - 1;
  }
  return joined;
}

/** The names from one on that a list with "and" before its last makes one after another. */
function listPartners(text: string, names: readonly FoundSpan[], from: number): readonly FoundSpan[] {
  const partners = names.slice(from, from + 1);
  for (const next of names.slice(from + 1, from + MOST_PARTNERS)) {
    const last = partners.at(-1);
    if (last === undefined || !oneWord.test(text.slice(last.start, last.end))) break;
    const gap = text.slice(last.end, next.start);
    if (andLast.test(gap)) return [...partners, next];
    if (!comma.test(gap)) break;
    partners.push(next);
  }
  return names.slice(from, from + 1);
}

function namesFirm(text: string, partners: readonly FoundSpan[], last: FoundSpan): boolean {
  const own = text.slice(last.start, last.end);
  if (endsAsCompany(own)) return true;
  const start = partners[0]?.start ?? 0;
  const before = text.slice(Math.max(0, start - NEAR), start);
  if (at.test(before)) return partners.length >= FEWEST_PARTNERS && oneWord.test(own);
  return the.test(before) && premises.test(text.slice(last.end, last.end + NEAR));
}
