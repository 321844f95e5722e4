import type { TextLine } from './draft-turn.js';
import { findClock } from './read-clock.js';

const fence = /^\s{0,3}(`{3,}|~{3,})/;
const closingFence = /^\s{0,3}(`{3,}|~{3,})\s*$/;
const heading = /^\s{0,3}#{1,6}\s+(.*?)(?:\s+#+)?\s*$/;
const blockQuote = /^\s{0,3}(?:>\s?)+/;
const bullet = /^\s*[-*+]\s+(?=[*_[])/;
const escapedStamp = /\\\[([\d:.,]+)\\\]/g;
/** Longest to shortest: the first that fits is the one that was meant. */
const emphasisSigns = ['***', '**', '__', '*', '_'];

/** Characters between the signs around a label, its clock included. */
const longestLabel = 80;

/** Takes Markdown's signs of blocks off each line: fences, quotes, headings, and the emphasis around speaker labels. */
export function readMarkdownLines(lines: readonly TextLine[]): TextLine[] {
  const closings = lines.flatMap(({ text }, index) => {
    const signs = closingFence.exec(text)?.[1];
    return signs === undefined ? [] : [{ index, signs }];
  });
  let end = -1;
  return lines.map((line, index) => {
    if (index < end) return { ...line, code: true };
    if (index === end) return { ...line, text: '' };
    const signs = fence.exec(line.text)?.[1];
    // A fence without an end is text: otherwise it would swallow every speaker below it.
    const closing = signs && closings.find((found) => found.index > index && found.signs.startsWith(signs));
    if (!closing) return readLine(line);
    end = closing.index;
    return { ...line, text: '' };
  });
}

function readLine(line: TextLine): TextLine {
  const text = dropSigns(line.text);
  const title = heading.exec(text)?.[1];
  if (title !== undefined)
    return { line: line.line, text: (unwrapLabel(title) ?? title).trim(), heading: true };
  const isMarked = text.startsWith('==');
  const unwrapped = unwrapLabel((isMarked ? text.slice(2) : text).replace(bullet, ''));
  if (unwrapped === undefined) return { line: line.line, text };
  return { line: line.line, text: isMarked ? `==${unwrapped}` : unwrapped, emphasised: true };
}

function dropSigns(text: string): string {
  const quoted = /^\s{0,3}>/.test(text) ? text.replace(blockQuote, '') : text;
  const unbroken = quoted.endsWith('\\') ? quoted.slice(0, -1) : quoted;
  return unbroken.includes('\\[') ? unbroken.replace(escapedStamp, '[$1]') : unbroken;
}

/** `**Dana:** words`, `**Dana** (0:02): words`, `[0:02] *Dana*` and the like without the emphasis. */
function unwrapLabel(text: string): string | undefined {
  const clock = text.startsWith('[') ? findClock(text, 'start') : undefined;
  const lead = clock === undefined ? '' : `${text.slice(0, clock.end)} `;
  const set = text.slice(clock?.end ?? 0).trimStart();
  const signs = emphasisSigns.find((candidate) => set.startsWith(candidate));
  if (signs === undefined) return undefined;
  const end = set.indexOf(signs, signs.length);
  if (end === -1 || end > longestLabel) return undefined;
  const label = set.slice(signs.length, end);
  const rest = set.slice(end + signs.length);
  return endsLabel(label, rest) ? `${lead}${label}${rest}` : undefined;
}

function endsLabel(label: string, rest: string): boolean {
  if (label.endsWith(':')) return true;
  const after = rest.trimStart();
  return (
    after === '' ||
    /^[:：—–]/.test(after) ||
    findClock(after, 'start')?.wrapped === true ||
    /^\d+:\d\d/.test(after)
  );
}
