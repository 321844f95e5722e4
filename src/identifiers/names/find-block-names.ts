import type { Span } from '../../model/span.js';
import { postcode } from '../postcode.js';
import { streetAddress } from '../street-address.js';
import { allowedWords } from '../words/allow-list.js';
import { type JudgedText, listPlainWords } from './judge-run.js';
import { readKey } from './read-key.js';

/** Lines of an address on either side of its street or postcode: name, title, firm, flat, town, country. */
const FARTHEST = 5;
/** UTF-16 units; longer lines are no part of an address. */
const LONGEST_LINE = 60;

/** What is written around a line of an address: the marks of a quoted mail, stars, dashes. */
const edges = /^[^\p{L}\p{N}\n]*|[\s,;*|]*$/gu;
const sentenceEnd = /[!?:;]$|\p{Ll}{3}\.$/u;
const word = String.raw`(?:\p{Lu}[\p{L}\p{M}'’.-]*|\d{1,6})`;
const small = 'and|of|the|for|de|del|della|di|da|do|dos|du|des|la|le|van|von|der|den|y|e|&|am|an|en|sur';
const capitals = new RegExp(`^${word}(?:,? (?:(?:${small}) ){0,2}${word})*$`, 'u');

type Line = Span & { readonly from: number; readonly text: string };

/**
 * Lines of a postal address or signature, such as the name of a firm, however common its words are: lines in which every
 * word has a capital, up to five lines from a street or a postcode.
 */
export function findBlockNames(judged: JudgedText): readonly Span[] {
  const { text, study } = judged;
  if (!/\d/.test(text)) return [];
  const anchors = [...streetAddress.find(text, study), ...postcode.find(text, study)];
  const taken = new Set(
    anchors.flatMap(({ start, end }) => [cutLine(text, start).from, cutLine(text, end).from]),
  );
  const found = new Map<number, Span>();
  for (const anchor of anchors)
    for (const line of [...walkLines(text, anchor, -1), ...walkLines(text, anchor, 1)])
      if (!taken.has(line.from) && tells(line.text, judged)) found.set(line.start, line);
  return [...found.values()].map(({ start, end }) => ({ start, end }));
}

/** The lines of a block before (-1) or behind (1) an anchor; one blank line may stand between. */
function walkLines(text: string, anchor: Span, step: 1 | -1): readonly Line[] {
  const lines: Line[] = [];
  let blank = 0;
  let line = cutLine(text, step < 0 ? anchor.start : anchor.end);
  while (lines.length < FARTHEST && blank < 2) {
    const next = step < 0 ? line.from - 1 : line.to + 1;
    if (line.isLong || next < 0 || next > text.length) break;
    line = cutLine(text, next);
    if (line.isLong) break;
    const bare = trimLine(text, line);
    if (bare.text === '') blank++;
    else if (sentenceEnd.test(bare.text)) break;
    else lines.push(bare);
  }
  return lines;
}

type Cut = { readonly from: number; readonly to: number; readonly isLong: boolean };

/** The line at an offset, looked for no farther than a line of an address reaches. */
function cutLine(text: string, at: number): Cut {
  const before = text.slice(Math.max(0, at - LONGEST_LINE), at);
  const after = text.slice(at, at + LONGEST_LINE);
  const from = at - before.length + before.lastIndexOf('\n') + 1;
  const cut = after.indexOf('\n');
  const to = at + (cut < 0 ? after.length : cut);
  const isOpen = (from > 0 && text[from - 1] !== '\n') || (to < text.length && text[to] !== '\n');
  return { from, to, isLong: isOpen || to - from > LONGEST_LINE };
}

function trimLine(text: string, { from, to }: Cut): Line {
  const line = text.slice(from, to);
  const bare = line.replace(edges, '');
  const start = from + line.indexOf(bare);
  return { from, start, end: start + bare.length, text: bare };
}

/** Whether a line has capitals alone, and a word that is neither a role nor a function word. */
function tells(text: string, { study }: JudgedText): boolean {
  if (!capitals.test(text)) return false;
  const plain = listPlainWords(study.language);
  const words = text.match(/[\p{L}\p{M}'’.-]+/gu) ?? [];
  return words.some((one) => {
    const key = readKey(one);
    return !plain.has(key) && !allowedWords.has(key);
  });
}
