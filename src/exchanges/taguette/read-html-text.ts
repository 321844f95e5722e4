/** The text of a document, and where places of the other tool lie in it. */
export type HtmlText = {
  /** Blocks stand on lines of their own. */
  readonly text: string;
  /** From numbers of UTF-8 bytes of the text between all tags, where a passage begins and ends, to UTF-16 units of `text`. */
  readonly toSpan: (start: number, end: number) => { readonly start: number; readonly end: number };
};

const tag = /<!--[^>]{0,5000}>|<\/?([a-z][a-z0-9]*)\b(?:[^<>"']|"[^"<>]*"|'[^'<>]*'){0,5000}>/gi;
const block = /^(?:p|div|br|hr|li|ul|ol|h[1-6]|tr|table|blockquote|pre|section|article|header|footer)$/i;
const entity = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi;
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

/** Reads HTML as Taguette stores it, whose highlights count bytes of the text between its tags. Never throws. */
export function readHtmlText(html: string): HtmlText {
  const parts: string[] = [];
  const pieces: Piece[] = [];
  let byte = 0;
  let unit = 0;
  let from = 0;
  const addText = (end: number) => {
    const text = decodeEntities(html.slice(from, end).replace(/\r\n?/g, '\n'));
    // The parser that counts takes no notice of white space before the first element.
    const counted = byte === 0 && pieces.length === 0 ? text.trimStart() : text;
    if (counted === '') return;
    const size = countBytes(counted, 0, counted.length);
    pieces.push({
      byte,
      unit,
      text: counted,
      steps: size === counted.length ? undefined : countSteps(counted),
    });
    parts.push(counted);
    byte += size;
    unit += counted.length;
  };
  for (const match of html.matchAll(tag)) {
    addText(match.index);
    from = match.index + match[0].length;
    if (block.test(match[1] ?? '') && unit > 0 && parts.at(-1)?.endsWith('\n') !== true) {
      parts.push('\n');
      unit += 1;
    }
  }
  addText(html.length);
  const toSpan = (start: number, end: number) => ({
    start: findUnit(pieces, start, (piece) => piece.byte <= start),
    end: findUnit(pieces, end, (piece) => piece.byte < end),
  });
  return { text: parts.join(''), toSpan };
}

/** Text between two tags: where it begins, and the bytes before each step of it, where characters have several bytes. */
type Piece = {
  readonly byte: number;
  readonly unit: number;
  readonly text: string;
  readonly steps: Uint32Array | undefined;
};

/** UTF-16 units in a step. */
const STEP = 1024;

/** The last piece that begins before the place, and as many of its characters as the rest of the bytes fill. */
function findUnit(pieces: readonly Piece[], bytes: number, isBefore: (piece: Piece) => boolean): number {
  const piece = pieces[findFirst(pieces.length, (index) => !isBefore(pieces[index] ?? nowhere)) - 1];
  if (piece === undefined) return 0;
  const { byte, unit, text, steps } = piece;
  const wanted = bytes - byte;
  if (steps === undefined) return unit + Math.max(0, Math.min(wanted, text.length));
  const step = Math.max(0, findFirst(steps.length, (index) => (steps[index] ?? 0) >= wanted) - 1);
  let at = step * STEP;
  for (let left = wanted - (steps[step] ?? 0); left > 0 && at < text.length; ) {
    const length = (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    left -= countBytes(text, at, at + length);
    at += length;
  }
  return unit + at;
}

const nowhere: Piece = { byte: Number.POSITIVE_INFINITY, unit: 0, text: '', steps: undefined };

/** The first of `length` indexes for which it holds, where it holds for all after it too. */
function findFirst(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The bytes before each step. A pair that a step parts counts before it, so that the next begins behind it. */
function countSteps(text: string): Uint32Array {
  const steps = new Uint32Array(Math.ceil(text.length / STEP));
  for (let index = 1; index < steps.length; index++)
    steps[index] = (steps[index - 1] ?? 0) + countBytes(text, (index - 1) * STEP, index * STEP);
  return steps;
}

/** Bytes of UTF-8: four of a pair, counted with its first half; three of a half alone, which becomes U+FFFD. */
function countBytes(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) count += 1;
    else if (unit < 0x800) count += 2;
    else if (!isSecondHalf(text, at)) count += (text.codePointAt(at) ?? 0) > 0xffff ? 4 : 3;
  }
  return count;
}

function isSecondHalf(text: string, at: number): boolean {
  const isLow = (text.charCodeAt(at) & 0xfc00) === 0xdc00;
  return isLow && at > 0 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800;
}

function decodeEntities(text: string): string {
  return text.replace(entity, (written, decimal, hex, name) => {
    if (name !== undefined) return named[String(name).toLowerCase()] ?? written;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
      ? String.fromCodePoint(code)
      : written;
  });
}

/** Words of HTML, to be compared. */
export const foldHtml = (html: string) => readHtmlText(html).text.replace(/\s+/g, ' ').trim();
