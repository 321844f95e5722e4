import type { OutgoingText } from './outgoing-text.js';
import { readAsPublished } from './read-as-published.js';

/** Many texts as one, so that each rule runs once; a blank line keeps them apart. */
export type Batch = {
  readonly text: string;
  /** Where each begins in `text`, in order. */
  readonly starts: readonly number[];
  readonly places: readonly string[];
};

const GAP = '\n\n';

/** Every distinct text as it is and as a reader sees it. */
export function joinTexts(texts: readonly OutgoingText[]): Batch {
  const places = new Map<string, string>();
  for (const { text, place } of texts)
    for (const reading of readAsPublished(text)) if (!places.has(reading)) places.set(reading, place);
  const starts: number[] = [];
  let start = 0;
  for (const text of places.keys()) {
    starts.push(start);
    start += text.length + GAP.length;
  }
  return { text: [...places.keys()].join(GAP), starts, places: [...places.values()] };
}

/** The place of the text that holds an offset. */
export function findOutgoing({ starts, places }: Batch, offset: number): string {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? Number.POSITIVE_INFINITY) <= offset) low = middle + 1;
    else high = middle;
  }
  return places[low - 1] ?? '';
}
