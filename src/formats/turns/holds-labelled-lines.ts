import { acceptLabels } from './accept-labels.js';
import { splitLines } from './draft-turn.js';

/** Characters: most files show within the first of these what they are, all within the second. */
const sampleLengths = [800, 4000] as const;

/** Whether several lines at the beginning of a text open a turn. */
export function holdsLabelledLines(text: string): boolean {
  return sampleLengths.some((length) => acceptLabels(splitLines(text.slice(0, length))).openings.size > 1);
}
