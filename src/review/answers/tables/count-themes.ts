import type { Study } from '../../../index.js';
import type { Look } from './look.js';
import { recallBoth } from './recall.js';
import type { Settled } from './settled.js';
import { listSettled, placeQuotes, type QuotePlace } from './study-tables.js';

/** What carries a theme itself, without what carries one below it. */
export type ThemeCounts = {
  readonly quotes: number;
  readonly participants: number;
  readonly disputed: number;
};

type Tally = { quotes: number; disputed: number; readonly participants: Set<string> };

const count = recallBoth((settled: Settled, places: ReadonlyMap<string, QuotePlace>) => {
  const tallies = new Map<string, Tally>();
  for (const [quoteId, { taggings }] of settled) {
    const participantId = places.get(quoteId)?.participantId ?? '';
    for (const { themeId, status } of taggings) {
      const tally = tallies.get(themeId) ?? { quotes: 0, disputed: 0, participants: new Set() };
      tallies.set(themeId, tally);
      if (status === 'disputed') tally.disputed += 1;
      if (status !== 'accepted') continue;
      tally.quotes += 1;
      if (participantId !== '') tally.participants.add(participantId);
    }
  }
  return new Map(
    Array.from(tallies, ([id, { participants, ...counts }]) => [
      id,
      { ...counts, participants: participants.size },
    ]),
  );
});

/** By theme: quotes that people accepted, the participants who say them, and quotes of which coders say both. */
export const countThemes = (study: Study, look: Look): ReadonlyMap<string, ThemeCounts> =>
  count(listSettled(study, look), placeQuotes(study));
