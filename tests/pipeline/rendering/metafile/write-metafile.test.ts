import { describe, expect, it } from 'vitest';
import { readPath } from '../../../../src/pipeline/rendering/metafile/read-path.js';
import { readShapes } from '../../../../src/pipeline/rendering/metafile/read-shapes.js';
import { writeMetafile } from '../../../../src/pipeline/rendering/metafile/write-metafile.js';
import { readMetafile, readWords } from './read-metafile.js';

const POLYGON = 86;
const TEXT_OUT = 84;
const wrap = (inner: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="50"><title>a</title>${inner}</svg>`;
const write = (inner: string) => readMetafile(writeMetafile(wrap(inner), { width: 100, height: 50 }));

describe('writeMetafile', () => {
  it('heads the file with its size, its bytes and its records', () => {
    const bytes = writeMetafile(wrap('<rect width="4" height="4" fill="#ff0000"/>'), {
      width: 100,
      height: 50,
    });
    const records = readMetafile(bytes);
    const header = records[0]?.view;
    expect(header?.getUint32(40, true)).toBe(0x464d4520);
    expect(header?.getUint32(48, true)).toBe(bytes.length);
    expect(header?.getUint32(52, true)).toBe(records.length);
    // 100 CSS pixels are 100 / 96 inch, in hundredths of a millimetre.
    expect(header?.getInt32(32, true)).toBe(Math.round((100 / 96) * 2540));
    expect(records.at(-1)?.type).toBe(14);
  });

  it('keeps every word of a chart, whatever its script', () => {
    const texts = write('<text fill="#000000" font-size="12px">Água &amp; 水 👩</text>')
      .filter(({ type }) => type === TEXT_OUT)
      .map(readWords);
    expect(texts).toEqual(['Água & 水 👩']);
  });

  it('keeps points within 16 bits in a chart of any height', () => {
    const tall = wrap('<rect width="600" height="9000" fill="#ff0000"/>');
    const polygons = readMetafile(writeMetafile(tall, { width: 600, height: 9000 })).filter(
      ({ type }) => type === POLYGON,
    );
    const heights = polygons.map(({ view }) => view.getInt16(28 + 4 * 2 + 2, true));
    expect(heights).toEqual([32_000]);
  });

  it('paints nothing where nothing is painted', () => {
    const hidden =
      '<path d="M0,0h9v9Z" fill="none"/><rect width="9" height="9" fill="#ff0000" display="none"/>';
    expect(write(hidden).map(({ type }) => type)).toEqual(write('').map(({ type }) => type));
  });

  it('gives the same bytes twice', () => {
    const svg = wrap('<line x2="9" y2="9" stroke="#112233"/>');
    expect(writeMetafile(svg, { width: 9, height: 9 })).toEqual(writeMetafile(svg, { width: 9, height: 9 }));
  });
});

describe('readShapes', () => {
  it('moves and turns what is in groups', () => {
    const [words] = readShapes(
      wrap('<g transform="translate(10,20)"><text transform="translate(5,5) rotate(-90)">a</text></g>'),
    );
    expect(words).toMatchObject({ kind: 'words', at: { x: 15, y: 25 }, turn: 90 });
  });

  it('takes colours from the group unless a shape has its own', () => {
    const shapes = readShapes(
      wrap('<g fill="#111111"><rect width="1" height="1"/><rect width="1" height="1" fill="#222222"/></g>'),
    );
    expect(shapes.map((shape) => (shape.kind === 'area' ? shape.fill : ''))).toEqual(['#111111', '#222222']);
  });
});

describe('readPath', () => {
  it('reads lines that go from where the last one ended', () => {
    expect(readPath('M1,2h3v4L0,0Z')).toEqual([
      [
        { x: 1, y: 2 },
        { x: 4, y: 2 },
        { x: 4, y: 6 },
        { x: 0, y: 0 },
      ],
    ]);
  });

  it('keeps the points of a circle at its radius', () => {
    const [circle = []] = readPath('M2,0A2,2,0,1,1,-2,0A2,2,0,1,1,2,0');
    for (const { x, y } of circle) expect(Math.hypot(x, y)).toBeCloseTo(2);
    expect(circle.some(({ y }) => y > 1.9) && circle.some(({ y }) => y < -1.9)).toBe(true);
  });
});
