import { foldLetters } from '../../parts/rank-themes.js';
import type { Stretch } from './place-utterance.js';

/** More hits than this help nobody. */
const MAX_HITS = 2000;

type Folded = { readonly letters: string; readonly places: Uint32Array };

/** The text without case and accents, and for each of its units the place in the text that it came from. */
export function foldText(text: string): Folded {
  const parts: string[] = [];
  const places: number[] = [];
  let at = 0;
  for (const letter of text) {
    const folded = /\s/u.test(letter) ? ' ' : foldLetters(letter);
    parts.push(folded);
    for (let unit = 0; unit < folded.length; unit += 1) places.push(at);
    at += letter.length;
  }
  places.push(text.length);
  return { letters: parts.join(''), places: Uint32Array.from(places) };
}

/** Where the words stand, whatever their case and accents. Hits do not overlap; at most 2000 are given. */
export function findInText({ letters, places }: Folded, query: string): readonly Stretch[] {
  const wanted = foldLetters(query.trim().replace(/\s+/gu, ' '));
  const hits: Stretch[] = [];
  if (wanted === '') return hits;
  for (let at = letters.indexOf(wanted); at >= 0 && hits.length < MAX_HITS; ) {
    const next = at + wanted.length;
    hits.push({ start: places[at] ?? 0, end: places[next] ?? 0 });
    at = letters.indexOf(wanted, next);
  }
  return hits.filter(({ start, end }) => end > start);
}

/** Place of the first hit at or after `offset`, else the first of all; -1 where there is none. */
export function findNextHit(hits: readonly Stretch[], offset: number): number {
  const place = hits.findIndex(({ start }) => start >= offset);
  return place < 0 ? Math.min(0, hits.length - 1) : place;
}
