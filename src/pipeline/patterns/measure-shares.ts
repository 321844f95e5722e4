import type { PeopleShare, Prevalence } from '../../model/pattern.js';
import { findWilsonInterval } from '../../text/measures/find-wilson-interval.js';
import { type Coding, listPeople, listUnder } from './lay-coding.js';

/** A share of participants with its Wilson interval; `of` is 1 or more. */
export function measureShare(participants: number, of: number): PeopleShare {
  const [low, high] = findWilsonInterval(participants, of) ?? [0, 1];
  return { participants, of, share: of === 0 ? 0 : participants / of, low, high };
}

/** How many participants voice each theme, the themes under it included; no themes where there are no participants. */
export function measurePrevalence(coding: Coding): Prevalence {
  const of = coding.participants.length;
  if (of === 0) return { themes: [] };
  return {
    themes: coding.themes.map(({ id, label }) => {
      const rows = listUnder(coding, id);
      return {
        theme: id,
        label,
        ...measureShare(listPeople(rows, coding).size, of),
        quotes: rows.length,
      };
    }),
  };
}
