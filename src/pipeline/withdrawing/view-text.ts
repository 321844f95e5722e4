/** A text as a reader sees it, with the offset in the source of each of its UTF-16 units. */
export type TextView = { readonly text: string; readonly offsets: Uint32Array };

const tag = /<\/?[a-z!][^<>]{0,2000}>/giu;
/** What JSON, YAML and HTML write in place of a character. */
const writtenOut =
  /\\u([0-9a-f]{4})|\\([nrt"'/\\])|&#(\d{1,7});|&#x([0-9a-f]{1,6});|&(apos|rsquo|lsquo|quot|nbsp|amp);/giu;
const named: Readonly<Record<string, string>> = {
  n: ' ',
  r: ' ',
  t: ' ',
  apos: "'",
  rsquo: '’',
  lsquo: '‘',
  quot: '"',
  nbsp: ' ',
  amp: '&',
};

/** The views in which somebody's words may stand in a file: as it is, with escapes undone, and without tags. */
export function viewText(text: string): readonly TextView[] {
  const decoded = decodeEscapes(text);
  const blank = text.replace(tag, (found) => ' '.repeat(found.length));
  const plain = { text, offsets: Uint32Array.from({ length: text.length }, (_, at) => at) };
  return [
    plain,
    ...(decoded.text === text ? [] : [decoded]),
    ...(blank === text ? [] : [decodeEscapes(blank)]),
  ];
}

function decodeEscapes(text: string): TextView {
  const pieces: string[] = [];
  const offsets = new Uint32Array(text.length);
  let length = 0;
  let from = 0;
  const take = (piece: string, offset: number, isVerbatim: boolean) => {
    for (let at = 0; at < piece.length; at++) offsets[length++] = isVerbatim ? offset + at : offset;
    pieces.push(piece);
  };
  for (const found of text.matchAll(writtenOut)) {
    take(text.slice(from, found.index), from, true);
    take(readEscape(found), found.index, false);
    from = found.index + found[0].length;
  }
  take(text.slice(from), from, true);
  return { text: pieces.join(''), offsets: offsets.slice(0, length) };
}

function readEscape([, unit, sign, decimal, hex, name]: RegExpExecArray): string {
  if (unit !== undefined) return String.fromCharCode(Number.parseInt(unit, 16));
  const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  if (point <= 0x10ffff) return String.fromCodePoint(point);
  const key = (name ?? sign ?? '').toLowerCase();
  return named[key] ?? ' ';
}
