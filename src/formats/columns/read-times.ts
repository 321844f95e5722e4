import { readClock, readSeconds } from '../turns/read-clock.js';

/** Rows last seconds. Where `end - start` is mostly at least this, the numbers must be milliseconds. */
const leastMsOfRow = 100;

export type TimeCells = {
  /** Name of the start column. */
  readonly name: string;
  readonly starts: readonly string[];
  /** As many as `starts`; empty where there is no end column. */
  readonly ends: readonly string[];
};

/** Reads the cells of a time column to milliseconds: clocks, seconds, or milliseconds where name or length say so. */
export function readTimes({ name, starts, ends }: TimeCells): readonly (number | undefined)[] {
  const isMs = /\b(?:ms|milliseconds?)\b/i.test(name.replaceAll('_', ' ')) || lastsMs(starts, ends);
  return starts.map((cell) => {
    if (isMs && /^\d+$/.test(cell)) return Number(cell);
    return readClock(cell) ?? readSeconds(cell);
  });
}

function lastsMs(starts: readonly string[], ends: readonly string[]): boolean {
  const lengths = starts
    .map((start, index) => Number(ends[index] || Number.NaN) - Number(start || Number.NaN))
    .filter((length) => length > 0)
    .sort((a, b) => a - b);
  const median = lengths[Math.floor(lengths.length / 2)];
  return median !== undefined && median >= leastMsOfRow;
}
