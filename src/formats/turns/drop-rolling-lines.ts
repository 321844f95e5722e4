import type { Notice } from '../../model/notice.js';
import { cleanCaption } from './clean-caption.js';
import type { CueLine, RawCue } from './split-cues.js';

/** Fewer captions are too few to tell. */
const fewestCaptions = 3;
/** Of the captions after the first, so many must begin with lines of the one before. */
const leastRolling = 0.5;

export type UnrolledCaptions = { readonly cues: readonly RawCue[]; readonly dropped: number };

/**
 * YouTube's automatic captions roll: each keeps the last line of the one before and adds one. Where a file does that
 * throughout, the lines kept are taken out; in any other file a repeated line was said twice and stays.
 */
export function dropRollingLines(cues: readonly RawCue[]): UnrolledCaptions {
  const texts = cues.map(({ lines }) => lines.map(({ text }) => cleanCaption(text).trim()));
  const repeated = texts.map((lines, index) => countRepeated(texts[index - 1] ?? [], lines));
  const spoken = texts.filter((lines) => lines.length > 0).length;
  const rolling = repeated.filter((count) => count > 0).length;
  if (cues.length < fewestCaptions || rolling < (spoken - 1) * leastRolling || !hasTwoLines(texts, repeated))
    return { cues, dropped: 0 };
  const dropped = repeated.reduce((sum, count) => sum + count, 0);
  return {
    cues: cues.map((cue, index) => ({ ...cue, lines: cue.lines.slice(repeated[index] ?? 0) })),
    dropped,
  };
}

/** The longest end of the caption before with which this one begins. */
function countRepeated(before: readonly string[], lines: readonly string[]): number {
  for (let count = Math.min(before.length, lines.length); count > 0; count -= 1) {
    const end = before.slice(-count);
    if (end.every((text, index) => text === lines[index])) return count;
  }
  return 0;
}

/** Somebody may say one thing again and again; what rolls has new words below the old. */
function hasTwoLines(texts: readonly (readonly string[])[], repeated: readonly number[]): boolean {
  return texts.some((lines, index) => (repeated[index] ?? 0) > 0 && lines.length > (repeated[index] ?? 0));
}

export function tellRolling(file: string, dropped: number, first: CueLine | undefined): readonly Notice[] {
  if (dropped === 0) return [];
  const message = `the captions roll: ${dropped} lines that repeat the caption before were taken once`;
  return [{ severity: 'info', code: 'rolling-captions', message, place: { file, line: first?.line ?? 1 } }];
}
