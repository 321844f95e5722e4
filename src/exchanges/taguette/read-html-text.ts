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
  const pieces: { readonly byte: number; readonly unit: number; readonly text: string }[] = [];
  let byte = 0;
  let unit = 0;
  let from = 0;
  const addText = (end: number) => {
    const text = decodeEntities(html.slice(from, end).replace(/\r\n?/g, '\n'));
    // The parser that counts takes no notice of white space before the first element.
    const counted = byte === 0 && pieces.length === 0 ? text.trimStart() : text;
    if (counted === '') return;
    pieces.push({ byte, unit, text: counted });
    parts.push(counted);
    byte += countBytes(counted);
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

type Piece = { readonly byte: number; readonly unit: number; readonly text: string };

/** The last piece that begins before the place, and as many of its characters as the rest of the bytes fill. */
function findUnit(pieces: readonly Piece[], bytes: number, isBefore: (piece: Piece) => boolean): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const piece = pieces[middle];
    if (piece !== undefined && isBefore(piece)) low = middle + 1;
    else high = middle;
  }
  const piece = pieces[low - 1];
  if (piece === undefined) return 0;
  let left = bytes - piece.byte;
  let units = 0;
  for (const character of piece.text) {
    if (left <= 0) break;
    left -= countBytes(character);
    units += character.length;
  }
  return piece.unit + units;
}

const encoder = new TextEncoder();
const countBytes = (text: string) => encoder.encode(text).length;

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
