import type { LaidPassage } from './lay-passage.js';

type Laid = Pick<LaidPassage, 'passage' | 'source' | 'matches' | 'places'>;

/** What parts two words that are not of one sentence of one speaker. */
const boundary = /[.!?…。！？\n]/u;

/**
 * Where words that a quotation begins or ends with are not those of the transcript, they stand for the words on that side in
 * the same sentence, as far as there are any: neither for those of the sentence before nor for nothing.
 */
export function settleEnds(laid: Laid): Int32Array {
  const { matches } = laid;
  const first = matches.findIndex((match) => match >= 0);
  const last = matches.findLastIndex((match) => match >= 0);
  const places = laid.places.slice();
  if (first < 0) return places;
  settle(places, { laid, from: first, step: -1 });
  settle(places, { laid, from: last, step: 1 });
  return places;
}

type Walk = { readonly laid: Laid; readonly from: number; readonly step: 1 | -1 };

/** Goes outwards from a matched word, word by word in both. */
function settle(places: Int32Array, { laid, from, step }: Walk): void {
  const { optional, skipsBefore } = laid.passage;
  let place = laid.matches[from] ?? -1;
  let isOpen = true;
  for (let word = from + step; word >= 0 && word < places.length; word += step) {
    isOpen &&= skipsBefore[step < 0 ? word + 1 : word] !== 1 && isOneSentence(laid, place, place + step);
    places[word] = -1;
    if (!isOpen || optional[word] === 1) continue;
    place += step;
    places[word] = place;
  }
}

function isOneSentence({ source }: Laid, one: number, other: number): boolean {
  const spans = source.spans();
  const first = spans[Math.min(one, other)];
  const second = spans[Math.max(one, other)];
  return (
    first !== undefined && second !== undefined && !boundary.test(source.text.slice(first.end, second.start))
  );
}
