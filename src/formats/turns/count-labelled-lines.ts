import { acceptLabels } from './accept-labels.js';
import { splitLines } from './draft-turn.js';

/** Enough of a file to tell what it is. */
const sampleLength = 4000;

/** How many lines at the beginning of a text open a turn. */
export function countLabelledLines(text: string): number {
  return acceptLabels(splitLines(text.slice(0, sampleLength))).openings.size;
}
