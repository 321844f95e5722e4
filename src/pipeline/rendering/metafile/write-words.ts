import { measureText } from '../../../charts/lettering/measure-text.js';
import type { Point, Shape } from './read-shapes.js';
import { join, noBounds, OBJECT, readColour, record, records, stock, use, words } from './records.js';

const FONT_BYTES = 320;
/** Signs beyond ASCII that charts use, and ASCII ones that are as wide in Arial. */
const asWide = new Map([
  ['\u00a0', ' '],
  ['\u202f', ' '],
  ['·', '-'],
  ['–', '0'],
  ['’', 'i'],
  ['“', '-'],
  ['”', '-'],
]);

type Words = Extract<Shape, { kind: 'words' }>;

/** A line of words where it begins: its width is measured here, so that it ends or is centred where it should be. */
export function writeWords(shape: Words, units: number): readonly Uint8Array[] {
  const { text, at, size, turn } = shape;
  if (text === '') return [];
  const advances = listAdvances(text, size);
  const length = advances.reduce((sum, advance) => sum + advance, 0);
  const back = shape.anchor === 'end' ? length : shape.anchor === 'middle' ? length / 2 : 0;
  const angle = (turn * Math.PI) / 180;
  const start = { x: at.x - back * Math.cos(angle), y: at.y + back * Math.sin(angle) };
  return [
    record(records.textColor, words(readColour(shape.color))),
    ...use(writeFont(shape, units), writeText(text, { start, advances, units }), stock.font),
  ];
}

/** Widths of the UTF-16 units of a text in pixels; of a pair, the first has it all. */
function listAdvances(text: string, size: number): readonly number[] {
  return [...text].flatMap((sign) => [
    measureText(asWide.get(sign) ?? sign, size),
    ...(sign.length > 1 ? [0] : []),
  ]);
}

/** A LogFontPanose, MS-EMF 2.2.16: the height of the letters, the slope, the weight, the name. */
function writeFont({ size, turn, isBold }: Words, units: number): Uint8Array {
  const font = new Uint8Array(4 + FONT_BYTES);
  const view = new DataView(font.buffer);
  view.setInt32(0, OBJECT, true);
  view.setInt32(4, -Math.round(size * units), true);
  view.setInt32(12, turn * 10, true);
  view.setInt32(16, turn * 10, true);
  view.setInt32(20, isBold ? 700 : 400, true);
  font[27] = 1;
  font.set(encode('Arial'), 32);
  return record(records.createFont, font);
}

type Line = { readonly start: Point; readonly advances: readonly number[]; readonly units: number };

/** MS-EMF 2.3.5.8: bounds, the mode of graphics with its scale, the reference point, the signs, the space of each. */
function writeText(text: string, { start, advances, units }: Line): Uint8Array {
  const signs = encode(text);
  const padded = new Uint8Array(Math.ceil(signs.length / 4) * 4);
  padded.set(signs);
  const scale = new Uint8Array(new Float32Array([1, 1]).buffer);
  const offset = 76;
  return record(
    records.textOut,
    join([
      words(...noBounds, 1),
      scale,
      words(Math.round(start.x * units), Math.round(start.y * units), text.length, offset, 0),
      words(0, 0, -1, -1, offset + padded.length),
      padded,
      words(...advances.map((advance) => Math.round(advance * units))),
    ]),
  );
}

function encode(text: string): Uint8Array {
  return new Uint8Array(Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)).buffer);
}
