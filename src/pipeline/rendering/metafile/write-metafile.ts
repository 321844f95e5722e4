import { type Point, readShapes, type Shape } from './read-shapes.js';
import { join, noBounds, OBJECT, readColour, record, records, stock, use, words } from './records.js';
import { writeWords } from './write-words.js';

export type MetafileSize = { readonly width: number; readonly height: number };

const ANISOTROPIC = 8;
const TRANSPARENT = 1;
const BASELINE = 24;
/** Points are 16-bit numbers: ten units to the pixel, fewer in a very tall chart. */
const UNITS = 10;
const MOST_UNITS = 32_000;
/** A reference device of 96 dots to the inch: pixels and millimetres. */
const device = { pixels: [1920, 1080], millimetres: [508, 286] } as const;
const HEADER_BYTES = 108;

/**
 * A chart that was drawn here as an Enhanced Metafile (MS-EMF), for office programs that draw no SVG: in Word, beside the
 * SVG, it is what older versions and LibreOffice show. Lines, areas and words in Arial.
 */
export function writeMetafile(svg: string, { width, height }: MetafileSize): Uint8Array {
  const units = Math.min(UNITS, MOST_UNITS / Math.max(width, height, 1));
  const extent = [Math.round(width * units), Math.round(height * units)];
  const body = [
    record(records.mapMode, words(ANISOTROPIC)),
    record(records.windowOrigin, words(0, 0)),
    record(records.windowExtent, words(...extent)),
    record(records.viewportOrigin, words(0, 0)),
    record(records.viewportExtent, words(Math.round(width), Math.round(height))),
    record(records.backgroundMode, words(TRANSPARENT)),
    record(records.textAlign, words(BASELINE)),
    ...readShapes(svg).flatMap((shape) => writeShape(shape, units)),
    record(records.end, words(0, 16, 20)),
  ];
  return join([writeHeader({ width, height }, body), ...body]);
}

function writeHeader({ width, height }: MetafileSize, body: readonly Uint8Array[]): Uint8Array {
  const bytes = body.reduce((sum, one) => sum + one.length, HEADER_BYTES);
  /** Hundredths of a millimetre. */
  const [right, below] = [width, height].map((pixels) => Math.round((pixels * 2540) / 96));
  return record(
    records.header,
    join([
      words(0, 0, Math.round(width) - 1, Math.round(height) - 1, 0, 0, right ?? 0, below ?? 0),
      words(0x464d4520, 0x10000, bytes, body.length + 1, OBJECT + 1, 0, 0, 0),
      words(...device.pixels, ...device.millimetres, 0, 0, 0),
      words(...device.millimetres.map((millimetres) => millimetres * 1000)),
    ]),
  );
}

function writeShape(shape: Shape, units: number): readonly Uint8Array[] {
  return shape.kind === 'words' ? writeWords(shape, units) : writeArea(shape, units);
}

type Area = Extract<Shape, { kind: 'area' }>;

/** The inside without an edge, then the edge without an inside. */
function writeArea(
  { points, isClosed, fill, stroke, strokeWidth }: Area,
  units: number,
): readonly Uint8Array[] {
  const inside =
    fill === undefined || points.length < 3
      ? []
      : [
          record(records.select, words(stock.noPen)),
          ...use(
            record(records.createBrush, words(OBJECT, 0, readColour(fill), 0)),
            writePoints(records.polygon, points, units),
            stock.noBrush,
          ),
        ];
  if (stroke === undefined) return inside;
  const pen = words(OBJECT, 0, Math.max(1, Math.round(strokeWidth * units)), 0, readColour(stroke));
  const [first] = points;
  const closed = isClosed && first !== undefined ? [...points, first] : points;
  const edge = writePoints(records.polyline, closed, units);
  return [...inside, ...use(record(records.createPen, pen), edge, stock.noPen)];
}

function writePoints(type: number, points: readonly Point[], units: number): Uint8Array {
  const numbers = Int16Array.from(
    points.flatMap(({ x, y }) => [Math.round(x * units), Math.round(y * units)]),
  );
  return record(type, join([words(...noBounds, points.length), new Uint8Array(numbers.buffer)]));
}
