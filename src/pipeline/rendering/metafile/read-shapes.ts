import { joinText, readXml, type XmlNode } from '../../../packages/read-xml.js';
import { readPath } from './read-path.js';

/** In CSS pixels, from the upper left corner of the drawing. */
export type Point = { readonly x: number; readonly y: number };
export type Shape =
  | {
      readonly kind: 'area';
      readonly points: readonly Point[];
      readonly isClosed: boolean;
      /** `#rrggbb`; missing where nothing is painted. */
      readonly fill?: string;
      readonly stroke?: string;
      readonly strokeWidth: number;
    }
  | {
      readonly kind: 'words';
      readonly text: string;
      readonly at: Point;
      readonly anchor: string;
      readonly size: number;
      readonly isBold: boolean;
      readonly color: string;
      /** Degrees, against the clock. */
      readonly turn: number;
    };

/** x' = a x + c y + e, y' = b x + d y + f, as in SVG. */
type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];
type Style = ReadonlyMap<string, string>;

const identity: Matrix = [1, 0, 0, 1, 0, 0];
const inherited = ['fill', 'stroke', 'stroke-width', 'font-size', 'font-weight', 'text-anchor'];
const hexColour = /^#[0-9a-f]{6}$/i;

/** The shapes of a chart that was drawn here, in the order of painting: lines, areas and words, nothing else is in one. */
export function readShapes(svg: string): readonly Shape[] {
  const root = readXml({ file: 'a chart', bytes: new TextEncoder().encode(svg) });
  const shapes: Shape[] = [];
  const visit = (node: XmlNode, matrix: Matrix, style: Style) => {
    if (node.attributes.get('display') === 'none') return;
    const own = multiply(matrix, readTransform(node.attributes.get('transform') ?? ''));
    const inner = inherit(style, node);
    shapes.push(...readShape(node, own, inner));
    for (const child of node.children) if (typeof child !== 'string') visit(child, own, inner);
  };
  visit(root, identity, new Map());
  return shapes;
}

function inherit(style: Style, { attributes }: XmlNode): Style {
  const own = inherited.flatMap((name) => {
    const value = attributes.get(name);
    return value === undefined ? [] : [[name, value] as const];
  });
  return own.length === 0 ? style : new Map([...style, ...own]);
}

function readShape(node: XmlNode, matrix: Matrix, style: Style): readonly Shape[] {
  switch (node.name.replace(/^\{.*\}/, '')) {
    case 'text':
      return [readWords(node, matrix, style)];
    case 'line':
      return paint([[{ x: 0, y: 0 }, readPoint(node, 'x2', 'y2')]], false, { matrix, style });
    case 'rect':
      return paint([listCorners(readPoint(node, 'x', 'y'), readPoint(node, 'width', 'height'))], true, {
        matrix,
        style,
      });
    case 'path': {
      const path = node.attributes.get('d') ?? '';
      return paint(readPath(path), /z\s*$/i.test(path), { matrix, style });
    }
    default:
      return [];
  }
}

function paint(
  outlines: readonly (readonly Point[])[],
  isClosed: boolean,
  { matrix, style }: { readonly matrix: Matrix; readonly style: Style },
): readonly Shape[] {
  const fill = readColour(style.get('fill') ?? '#000000');
  const stroke = readColour(style.get('stroke') ?? 'none');
  if (fill === undefined && stroke === undefined) return [];
  return outlines.map((points) => ({
    kind: 'area' as const,
    points: points.map((point) => move(matrix, point)),
    isClosed,
    ...(fill === undefined ? {} : { fill }),
    ...(stroke === undefined ? {} : { stroke }),
    strokeWidth: readNumber(style.get('stroke-width') ?? '1'),
  }));
}

function readWords(node: XmlNode, matrix: Matrix, style: Style): Shape {
  const [a, b] = matrix;
  const weight = style.get('font-weight') ?? 'normal';
  return {
    kind: 'words',
    text: node.children.map((child) => (typeof child === 'string' ? child : readTspan(child))).join(''),
    at: move(matrix, readPoint(node, 'x', 'y')),
    anchor: style.get('text-anchor') ?? 'start',
    size: readNumber(style.get('font-size') ?? '13'),
    isBold: weight === 'bold' || readNumber(weight) >= 600,
    color: readColour(style.get('fill') ?? '#000000') ?? '#000000',
    turn: Math.round((-Math.atan2(b, a) * 180) / Math.PI),
  };
}

const readTspan = (node: XmlNode) => (node.name.endsWith('tspan') ? joinText(node) : '');
const readColour = (value: string) => (hexColour.test(value) ? value : undefined);

function readNumber(text: string): number {
  const value = Number.parseFloat(text);
  return Number.isFinite(value) ? value : 0;
}

function readPoint({ attributes }: XmlNode, x: string, y: string): Point {
  return { x: readNumber(attributes.get(x) ?? '0'), y: readNumber(attributes.get(y) ?? '0') };
}

function listCorners({ x, y }: Point, size: Point): readonly Point[] {
  const [right, below] = [x + size.x, y + size.y];
  return [
    { x, y },
    { x: right, y },
    { x: right, y: below },
    { x, y: below },
  ];
}

/** `translate(x,y)` and `rotate(degrees)`, one after the other: Vega writes no others. */
function readTransform(text: string): Matrix {
  return [...text.matchAll(/(translate|rotate)\(([^)]*)\)/g)].reduce<Matrix>(
    (matrix, [, name, values = '']) => {
      const [first = 0, second = 0] = values.split(/[\s,]+/).map(readNumber);
      const turn = (first * Math.PI) / 180;
      const next: Matrix =
        name === 'translate'
          ? [1, 0, 0, 1, first, second]
          : [Math.cos(turn), Math.sin(turn), -Math.sin(turn), Math.cos(turn), 0, 0];
      return multiply(matrix, next);
    },
    identity,
  );
}

function multiply([a, b, c, d, e, f]: Matrix, [p, q, r, s, t, u]: Matrix): Matrix {
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
}

function move([a, b, c, d, e, f]: Matrix, { x, y }: Point): Point {
  return { x: a * x + c * y + e, y: b * x + d * y + f };
}
