import type { Span } from '../../model/span.js';
import type { CountedTexts } from '../../text/count-texts.js';
import { findWords } from '../../text/tokenise.js';
import type { Keyword, KeywordIndex, Sides } from './compile-keywords.js';
import { type FoundPhrase, runAutomaton } from './phrase-automaton.js';

/** A keyword that a text holds, and the words that matched: in their order, those of both phrases of a `near` pattern. */
export type KeywordHit = {
  /** Position in the list of keywords. */
  readonly keyword: number;
  readonly spans: readonly Span[];
};

/** A phrase found: `first` and `last` number its words, `span` lies in the text. */
type Place = { readonly first: number; readonly last: number; readonly span: Span };
type Match = readonly Place[];

/** Places by phrase, in the order of the text. */
type Places = ReadonlyMap<number, readonly Place[]>;

/** Characters that may differ between a keyword written `=So` and the text, one unit for one unit. */
function straighten(text: string): string {
  return text.replace(/[’ʼ＇]/gu, "'").replace(/\s/gu, ' ');
}

/** The place in the very characters of an exact keyword, signs around its words included (`=C++`). */
function findExactly(keyword: string, place: Place, text: string): Place | undefined {
  const wanted = straighten(keyword);
  const lead = wanted.search(/[\p{L}\p{N}]/u);
  const start = place.span.start - lead;
  const end = start + wanted.length;
  const cutsWord = end < place.span.end;
  if (start < 0 || cutsWord || straighten(text.slice(start, end)) !== wanted) return undefined;
  return { ...place, span: { start, end } };
}

/** Number of steps from one place to the other: 1 is next to each other, 0 or less overlapping. */
function countSteps(a: Place, b: Place): number {
  return a.first < b.first ? b.first - a.last : a.first - b.last;
}

/** Every place of the left phrase with every near one of the right phrase. Both in the order of the text. */
function pairPlaces(left: readonly Place[], right: readonly Place[], within: number): readonly Match[] {
  const matches: Match[] = [];
  let from = 0;
  for (const place of left) {
    while (from < right.length && place.first - (right[from]?.last ?? 0) > within) from += 1;
    for (let next = from; next < right.length; next += 1) {
      const other = right[next];
      if (other === undefined || other.first - place.last > within) break;
      const steps = countSteps(place, other);
      if (steps >= 1 && steps <= within) matches.push([place, other]);
    }
  }
  return matches;
}

function listPlaces(phrases: readonly number[], places: Places): readonly Place[] {
  const found = phrases.flatMap((phrase) => places.get(phrase) ?? []);
  return phrases.length < 2 ? found : found.sort((a, b) => a.first - b.first);
}

function listMatches(
  { pattern }: Keyword,
  [left, right]: Sides,
  { places, text }: { readonly places: Places; readonly text: string },
): readonly Match[] {
  const found = listPlaces(left, places);
  if (pattern.kind === 'near') return pairPlaces(found, listPlaces(right, places), pattern.within);
  if (pattern.kind === 'phrase') return found.map((place) => [place]);
  return found.flatMap((place) => {
    const exact = findExactly(pattern.text, place, text);
    return exact === undefined ? [] : [[exact]];
  });
}

/** The places of what was found in a text; its words are looked for only where something was. */
function placePhrases(found: readonly FoundPhrase[], firstWord: number, text: string): Places {
  const places = new Map<number, Place[]>();
  const spans = found.length === 0 ? [] : findWords(text);
  for (const { phrase, first, last } of found) {
    const start = spans[first - firstWord]?.start ?? 0;
    const place = { first, last, span: { start, end: spans[last - firstWord]?.end ?? 0 } };
    const known = places.get(phrase);
    if (known === undefined) places.set(phrase, [place]);
    else known.push(place);
  }
  return places;
}

/** Keywords of which every phrase was found, in the order of the list. */
function listCandidates({ alone, together }: KeywordIndex, places: Places): readonly number[] {
  const candidates = new Set<number>();
  for (const phrase of places.keys()) {
    for (const keyword of alone.get(phrase) ?? []) candidates.add(keyword);
    const partners = together.get(phrase);
    if (partners === undefined) continue;
    const [few, many] = partners.size < places.size ? [partners, places] : [places, partners];
    for (const other of few.keys()) {
      if (!many.has(other)) continue;
      for (const keyword of partners.get(other) ?? []) candidates.add(keyword);
    }
  }
  return [...candidates].sort((a, b) => a - b);
}

/** Each span once: a word may be near two others. */
function listSpans(places: readonly Place[]): readonly Span[] {
  const byWords = new Map(places.map(({ first, last, span }) => [`${first} ${last}`, span]));
  return [...byWords.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Spans in their order, those that overlap joined into one. */
function joinSpans(spans: readonly Span[]): readonly Span[] {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}

/** Whether a span overlaps one of some that are in order and apart. */
function overlapsAny({ start, end }: Span, joined: readonly Span[]): boolean {
  let low = 0;
  let high = joined.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((joined[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return (joined[low]?.start ?? end) < end;
}

type Matching = { readonly number: number; readonly keyword: Keyword; readonly matches: readonly Match[] };

/** By theme: the places where its vetoes hold. */
function listVetoes(matching: readonly Matching[]): ReadonlyMap<string, readonly Span[]> {
  const vetoes = new Map<string, Span[]>();
  for (const { keyword, matches } of matching) {
    if (!keyword.vetoes) continue;
    const known = vetoes.get(keyword.themeId) ?? [];
    for (const { span } of matches.flat()) known.push(span);
    vetoes.set(keyword.themeId, known);
  }
  return new Map([...vetoes].map(([themeId, spans]) => [themeId, joinSpans(spans)]));
}

/**
 * The keywords that one of the counted texts holds, in the order of the list. A `notKeyword` cancels the matches of its
 * own theme that overlap it, not the theme: with "success story" vetoed, "success" elsewhere in the text still counts.
 */
export function matchKeywords(
  index: KeywordIndex,
  { counted, row, text }: { readonly counted: CountedTexts; readonly row: number; readonly text: string },
): readonly KeywordHit[] {
  const from = counted.textStarts[row] ?? 0;
  const to = counted.textStarts[row + 1] ?? 0;
  const places = placePhrases(runAutomaton(index.automaton, counted.wordForms, { from, to }), from, text);
  const matching = listCandidates(index, places).flatMap((number): readonly Matching[] => {
    const keyword = index.keywords[number];
    const sides = index.sides[number];
    if (keyword === undefined || sides === undefined) return [];
    return [{ number, keyword, matches: listMatches(keyword, sides, { places, text }) }];
  });
  const vetoes = listVetoes(matching);
  return matching.flatMap(({ number, keyword, matches }) => {
    if (keyword.vetoes) return [];
    const vetoed = vetoes.get(keyword.themeId) ?? [];
    const left = matches.filter((match) => !match.some(({ span }) => overlapsAny(span, vetoed)));
    return left.length === 0 ? [] : [{ keyword: number, spans: listSpans(left.flat()) }];
  });
}
