import type { Study } from '../../../index.js';
import { recall } from './recall.js';
import { placeQuotes, type QuotePlace } from './study-tables.js';

const countPlaces = recall((places: ReadonlyMap<string, QuotePlace>) => {
  const counts = new Map<string, number>();
  for (const { participantId } of places.values())
    counts.set(participantId, (counts.get(participantId) ?? 0) + 1);
  return counts;
});

/** By participant: of how many quotes they are the one who speaks. */
export const countSpoken = (study: Study): ReadonlyMap<string, number> => countPlaces(placeQuotes(study));
