import type { Span } from '../../model/span.js';
import type { CountedTexts } from '../../text/count-texts.js';
import { findWords } from '../../text/tokenise.js';
import { type CompiledPhrase, type Keyword, type KeywordIndex, matchesForm } from './compile-keywords.js';

/** A keyword that a text holds, and the words that matched: in their order, those of both phrases of a `near` pattern. */
export type KeywordHit = {
  /** Position in the list of keywords. */
  readonly keyword: number;
  readonly spans: readonly Span[];
};

/** A phrase found: `first` and `last` number its words, `span` lies in the text. */
type Place = { readonly first: number; readonly last: number; readonly span: Span };
type Match = readonly Place[];

/** Characters that may differ between a keyword written `=So` and the text, one unit for one unit. */
function straighten(text: string): string {
  return text.replace(/[’ʼ＇]/gu, "'").replace(/\s/gu, ' ');
}

function findPlace(phrase: CompiledPhrase, word: number, text: TextAt): Place | undefined {
  const { counted, firstWord, endWord } = text;
  const first = word - phrase.anchor;
  const last = first + phrase.matchers.length - 1;
  if (first < firstWord || last >= endWord) return undefined;
  const matches = phrase.matchers.every((matcher, offset) =>
    matchesForm(matcher, counted.wordForms[first + offset] ?? 0, counted),
  );
  if (!matches) return undefined;
  const spans = text.spans();
  const start = spans[first - firstWord]?.start ?? 0;
  return { first, last, span: { start, end: spans[last - firstWord]?.end ?? 0 } };
}

/** One text among those counted. */
type TextAt = {
  readonly text: string;
  readonly counted: CountedTexts;
  readonly firstWord: number;
  readonly endWord: number;
  /** The places of its words; found when the first keyword is. */
  readonly spans: () => readonly Span[];
};

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

function listMatches({ pattern }: Keyword, [left, right]: Sides, text: string): readonly Match[] {
  if (pattern.kind === 'near') return pairPlaces(left, right, pattern.within);
  if (pattern.kind === 'phrase') return left.map((place) => [place]);
  return left.flatMap((place) => {
    const exact = findExactly(pattern.text, place, text);
    return exact === undefined ? [] : [[exact]];
  });
}

type Sides = readonly [Place[], Place[]];

function collectPlaces(index: KeywordIndex, text: TextAt): ReadonlyMap<number, Sides> {
  const places = new Map<number, Sides>();
  for (let word = text.firstWord; word < text.endWord; word += 1) {
    for (const phrase of index.phrasesByForm.get(text.counted.wordForms[word] ?? 0) ?? []) {
      const place = findPlace(phrase, word, text);
      if (place === undefined) continue;
      const sides: Sides = places.get(phrase.keyword) ?? [[], []];
      sides[phrase.side].push(place);
      places.set(phrase.keyword, sides);
    }
  }
  for (const sides of places.values()) for (const side of sides) side.sort((a, b) => a.first - b.first);
  return places;
}

/** Each span once: a word may be near two others. */
function listSpans(places: readonly Place[]): readonly Span[] {
  const byWords = new Map(places.map(({ first, last, span }) => [`${first} ${last}`, span]));
  return [...byWords.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/**
 * The keywords that one of the counted texts holds, in the order of the list. A `notKeyword` cancels the matches of its
 * own theme that overlap it, not the theme: with "success story" vetoed, "success" elsewhere in the text still counts.
 */
export function matchKeywords(
  index: KeywordIndex,
  { counted, row, text }: { readonly counted: CountedTexts; readonly row: number; readonly text: string },
): readonly KeywordHit[] {
  const firstWord = counted.textStarts[row] ?? 0;
  const endWord = counted.textStarts[row + 1] ?? 0;
  let found: readonly Span[] | undefined;
  const spans = () => {
    found ??= findWords(text);
    return found;
  };
  const places = collectPlaces(index, { text, counted, firstWord, endWord, spans });
  const matching = [...places]
    .sort(([a], [b]) => a - b)
    .flatMap(([number, sides]) => {
      const keyword = index.keywords[number];
      return keyword === undefined ? [] : [{ number, keyword, matches: listMatches(keyword, sides, text) }];
    });
  const vetoes = matching.filter(({ keyword }) => keyword.vetoes);
  const hits: KeywordHit[] = [];
  for (const { number, keyword, matches } of matching) {
    if (keyword.vetoes) continue;
    const vetoed = vetoes
      .filter((veto) => veto.keyword.themeId === keyword.themeId)
      .flatMap((veto) => veto.matches.flat());
    const places = matches
      .filter((match) => !match.some(({ span }) => vetoed.some((veto) => overlaps(veto.span, span))))
      .flat();
    if (places.length > 0) hits.push({ keyword: number, spans: listSpans(places) });
  }
  return hits;
}
