import type { Point } from './read-shapes.js';

/** How many straight pieces stand for half a circle: a mark of a chart is a few pixels wide. */
const PIECES = 16;
/** How many numbers a command of a path takes at a time. */
const counts: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, A: 7, Z: 0 };

/**
 * The outlines of an SVG path as points. Curves become their end points, but for arcs, which Vega writes for the halves of
 * a circle only.
 */
export function readPath(path: string): readonly (readonly Point[])[] {
  const outlines: Point[][] = [];
  let at: Point = { x: 0, y: 0 };
  for (const [, command = '', values = ''] of path.matchAll(/([a-df-zA-DF-Z])([^a-df-zA-DF-Z]*)/g)) {
    const numbers = (values.match(/-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?/gi) ?? []).map(Number);
    const name = command.toUpperCase();
    const count = counts[name] ?? 0;
    for (let from = 0; count > 0 && from + count <= numbers.length; from += count) {
      const next = readEnd(command, numbers.slice(from, from + count), at);
      if (name === 'M' && from === 0) outlines.push([next]);
      else outlines.at(-1)?.push(...(name === 'A' ? bend(at, next, numbers[from + 4] === 1) : [next]));
      at = next;
    }
    if (name === 'Z') at = outlines.at(-1)?.[0] ?? at;
  }
  return outlines;
}

function readEnd(command: string, numbers: readonly number[], at: Point): Point {
  const isRelative = command !== command.toUpperCase();
  const origin = isRelative ? at : { x: 0, y: 0 };
  const last = numbers.at(-1) ?? 0;
  switch (command.toUpperCase()) {
    case 'H':
      return { x: origin.x + last, y: at.y };
    case 'V':
      return { x: at.x, y: origin.y + last };
    default:
      return { x: origin.x + (numbers.at(-2) ?? 0), y: origin.y + last };
  }
}

/** Half a circle between two points, with the clock where `sweeps`. */
function bend(from: Point, to: Point, sweeps: boolean): readonly Point[] {
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  const [across, down] = [from.x - middle.x, from.y - middle.y];
  return Array.from({ length: PIECES }, (_, piece) => {
    const turn = ((sweeps ? 1 : -1) * Math.PI * (piece + 1)) / PIECES;
    return {
      x: middle.x + across * Math.cos(turn) - down * Math.sin(turn),
      y: middle.y + across * Math.sin(turn) + down * Math.cos(turn),
    };
  });
}
