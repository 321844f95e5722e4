import type { Span } from '../model/span.js';

/** Words looked for in many texts, as numbers. */
export type Wanted = {
  readonly words: Uint32Array;
  /** How many words of a text they may be spread over. */
  readonly reach: number;
  /** Numbers of texts to look at first, among stretches that are equally good. */
  readonly preferred?: ReadonlySet<number>;
};

/** A stretch of one text, in words, that shares pairs of words with those looked for. */
export type Stretch = { readonly text: number; readonly words: Span };

/** Places that may be searched again for one wanted passage, however often its words occur. */
const MOST_HITS = 20_000;
/** As many again for all passages of a draft together: keeps the time linear in the texts. */
const MOST_HITS_TOGETHER = 20_000_000;
/** Of each so many neighbouring pairs the rarest is looked up: one changed word spoils two. */
const PAIRS_PER_PROBE = 3;
const MOST_STRETCHES = 16;
/** Numbers of words are far below it, so that two of them fit one exact number. */
const PAIR_BASE = 2 ** 26;

/**
 * For each passage the stretches of the texts that hold most of its rarer pairs of neighbouring words, best first, those of
 * preferred texts before the others; a passage of one word has none. Reads the texts once.
 */
export function proposeStretches(
  wanted: readonly Wanted[],
  texts: readonly Uint32Array[],
): readonly (readonly Stretch[])[] {
  const widest = wanted.reduce((most, { reach }) => Math.max(most, reach), 0);
  const starts = layOut(texts, widest);
  const places = findPairs(wanted, texts, starts);
  const mostHits = Math.min(MOST_HITS, Math.ceil(MOST_HITS_TOGETHER / Math.max(1, wanted.length)));
  return wanted.map((passage) => {
    const hits = collectHits(passage.words, places, mostHits);
    return chooseWindows(hits, passage, starts).map((window) => {
      const length = texts[window.text]?.length ?? 0;
      return { text: window.text, words: widen(window, passage, length) };
    });
  });
}

/** A window with room for words of the passage that stand beyond its first and last probe. */
function widen({ from, to }: Window, { words, reach }: Wanted, length: number): Span {
  return {
    start: Math.max(0, Math.min(from - words.length, to - reach)),
    end: Math.min(length, Math.max(to + words.length + 1, from + reach)),
  };
}

/** Where each text begins on one line of words, with gaps between texts that nothing reaches over. */
function layOut(texts: readonly Uint32Array[], gap: number): Float64Array {
  const starts = new Float64Array(texts.length);
  let next = 0;
  for (const [number, words] of texts.entries()) {
    starts[number] = next;
    next += words.length + gap + 1;
  }
  return starts;
}

/** Places by pair of words. */
type Places = ReadonlyMap<number, readonly number[]>;

function findPairs(wanted: readonly Wanted[], texts: readonly Uint32Array[], starts: Float64Array): Places {
  const places = new Map<number, number[]>();
  const opens = new Set<number>();
  for (const { words } of wanted) {
    for (const [at, pair] of listPairs(words).entries()) {
      places.set(pair, []);
      opens.add(words[at] ?? 0);
    }
  }
  for (const [number, words] of texts.entries()) {
    const start = starts[number] ?? 0;
    for (let at = 0; at + 1 < words.length; at++) {
      const first = words[at] ?? 0;
      if (opens.has(first)) places.get(first * PAIR_BASE + (words[at + 1] ?? 0))?.push(start + at);
    }
  }
  return places;
}

function listPairs(words: Uint32Array): readonly number[] {
  return Array.from(
    { length: Math.max(0, words.length - 1) },
    (_, at) => (words[at] ?? 0) * PAIR_BASE + (words[at + 1] ?? 0),
  );
}

type Hit = { readonly place: number; readonly probe: number };

/** The places of the rarest pair in each few neighbouring ones, ascending; the rarest of all come first in the count. */
function collectHits(words: Uint32Array, places: Places, most: number): readonly Hit[] {
  const pairs = listPairs(words).map((pair) => places.get(pair) ?? []);
  const probes: (readonly number[])[] = [];
  for (let at = 0; at < pairs.length; at += PAIRS_PER_PROBE) {
    const found = pairs.slice(at, at + PAIRS_PER_PROBE).filter(({ length }) => length > 0);
    const [rarest] = found.toSorted((a, b) => a.length - b.length);
    if (rarest !== undefined) probes.push(rarest);
  }
  const hits: Hit[] = [];
  for (const [probe, found] of probes.toSorted((a, b) => a.length - b.length).entries()) {
    if (hits.length > 0 && hits.length + found.length > most) break;
    for (const place of found) hits.push({ place, probe });
  }
  return hits.sort((a, b) => a.place - b.place);
}

type Window = { readonly text: number; readonly from: number; readonly to: number; readonly probes: number };

/** The windows of the passage's reach that hold the most different probes, without those that a better one covers. */
function chooseWindows(hits: readonly Hit[], passage: Wanted, starts: Float64Array): readonly Window[] {
  const ranked = slideWindow(hits, passage.reach, starts).toSorted((a, b) => b.probes - a.probes);
  const isPreferred = ({ text }: Window) => passage.preferred?.has(text) === true;
  const choose = (windows: readonly Window[]) => {
    const chosen: Window[] = [];
    for (const window of windows) {
      if (chosen.length === MOST_STRETCHES) break;
      if (!chosen.some((other) => isCovered(window, other, passage))) chosen.push(window);
    }
    return chosen;
  };
  return [...choose(ranked.filter(isPreferred)), ...choose(ranked.filter((window) => !isPreferred(window)))];
}

/** Whether the passage, if it stands at these hits, lies inside the stretch of another window. */
function isCovered(window: Window, other: Window, { words, reach }: Wanted): boolean {
  return (
    window.text === other.text &&
    window.to - words.length >= Math.min(other.from - words.length, other.to - reach) &&
    window.from + words.length <= Math.max(other.to + words.length, other.from + reach)
  );
}

/** For each hit the shortest window that ends with it and holds all the probes within reach. */
function slideWindow(hits: readonly Hit[], reach: number, starts: Float64Array): readonly Window[] {
  const counts = new Map<number, number>();
  let first = 0;
  let text = 0;
  return hits.map(({ place, probe }) => {
    counts.set(probe, (counts.get(probe) ?? 0) + 1);
    for (let left = hits[first]; left !== undefined; left = hits[first]) {
      const count = counts.get(left.probe) ?? 0;
      if (count === 1 && left.place >= place - reach) break;
      if (count === 1) counts.delete(left.probe);
      else counts.set(left.probe, count - 1);
      first += 1;
    }
    while ((starts[text + 1] ?? Number.POSITIVE_INFINITY) <= place) text += 1;
    const start = starts[text] ?? 0;
    return { text, from: (hits[first]?.place ?? place) - start, to: place - start, probes: counts.size };
  });
}
