import type { CueTimes } from './split-cues.js';

/** Characters that are looked at to tell a format. */
const headLength = 4000;

/** Some other kind of text may quote a caption; captions have a time line every few lines. */
const fewestTimeLines = 0.15;

/** How surely a text is made of captions: their first time line stands on top, or they have many of them. */
export function recogniseCaptions(text: string, readTimes: (line: string) => CueTimes | undefined): number {
  const lines = text
    .slice(0, headLength)
    .split('\n')
    .filter((line) => line.trim() !== '');
  const first = lines.findIndex((line) => readTimes(line) !== undefined);
  if (first === -1) return 0;
  if (first <= 1) return 0.9;
  const share = lines.filter((line) => readTimes(line) !== undefined).length / lines.length;
  return share >= fewestTimeLines ? 0.8 : 0.1;
}
