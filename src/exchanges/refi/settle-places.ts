import type { Span } from '../../model/span.js';

/** A passage as a file has it: positions in whatever its program counts, and the words it is named by, if any. */
export type GivenPlace = { readonly start: number; readonly end: number; readonly name: string };

/** `verified` and `moved` are borne out by the words that the file gives; `unnamed` has none to be checked against. */
export type PlaceState = 'verified' | 'unnamed' | 'moved' | 'doubtful';

/** UTF-16 units into the text. */
export type SettledPlace = { readonly start: number; readonly end: number; readonly state: PlaceState };

export type SettledPlaces = {
  /** Line feeds only, no byte order mark. */
  readonly text: string;
  /** In the order given; `undefined` where a position lies outside the text. */
  readonly places: readonly (SettledPlace | undefined)[];
};

/**
 * How a program counts: whether CRLF is two positions or one, a character beyond the basic plane one or two, a byte
 * order mark one or none, and whether the end position is the last character's own.
 */
type Counting = {
  readonly lineEnd: 1 | 2;
  readonly pair: 1 | 2;
  readonly mark: 0 | 1;
  readonly isClosed: boolean;
};

/** Passages of a text that are looked at to tell how its program counts. */
const SAMPLE = 300;
/** What `rateName` gives for a name that is all of a passage's words. */
const BORNE_OUT = 2;
/** Names that are shorter may be labels that somebody chose: they prove a place, but are not searched for. */
const LEAST_SEARCHED = 12;
/** UTF-16 units of a text that are looked through for names in all: a second's work, and more than real files need. */
const MOST_SEARCHED = 2_000_000_000;
const ellipsis = /\s*(?:…|\.{3})$/;

const squash = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/**
 * Tells where passages stand. Programs count differently and the standard leaves it open, so the way of counting is the
 * one that most of the names bear out; half-open code points where nothing tells. A passage that its own name does not
 * bear out is searched for by its name.
 */
export function settlePlaces(raw: string, given: readonly GivenPlace[], origin: string): SettledPlaces {
  const text = raw.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const sample = given.filter(({ name }) => name !== '').slice(0, SAMPLE);
  const { locate, score } = chooseCounting({ raw, text, sample, origin });
  const areWords = score > 0;
  let left = MOST_SEARCHED;
  const search = (place: GivenPlace, near: number) => {
    left -= text.length;
    return left < 0 ? undefined : searchName(text, place, near);
  };
  return {
    text,
    places: given.map((place) => settlePlace({ text, place, found: locate(place), areWords, search })),
  };
}

type Counted = {
  readonly raw: string;
  readonly text: string;
  readonly sample: readonly GivenPlace[];
  readonly origin: string;
};

/** The way of counting that most names bear out; the first that all of them do ends the search. */
function chooseCounting({ raw, text, sample, origin }: Counted): {
  readonly locate: Locator;
  readonly score: number;
} {
  let best: { readonly locate: Locator; readonly score: number } | undefined;
  for (const counting of listCountings(raw, origin)) {
    const locate = makeLocator(raw, counting);
    const score = sample.reduce((sum, place) => sum + rateName(place.name, cut(text, locate(place))), 0);
    if (best === undefined || score > best.score) best = { locate, score };
    if (best.score === BORNE_OUT * sample.length) break;
  }
  return best ?? { locate: () => undefined, score: 0 };
}

type Locator = (place: GivenPlace) => Span | undefined;

function cut(text: string, span: ReturnType<Locator>): string {
  return span === undefined ? '' : text.slice(span.start, span.end);
}

/** The likeliest first, since the first of equals is taken; only those that differ on this text. */
function listCountings(raw: string, origin: string): readonly Counting[] {
  const lineEnds: readonly (1 | 2)[] = !raw.includes('\r\n') ? [1] : /atlas/i.test(origin) ? [1, 2] : [2, 1];
  const pairs: readonly (1 | 2)[] = /[\ud800-\udbff]/.test(raw) ? [1, 2] : [1];
  const marks: readonly (0 | 1)[] = raw.startsWith('\uFEFF') ? [0, 1] : [0];
  return [false, true].flatMap((isClosed) =>
    marks.flatMap((mark) =>
      pairs.flatMap((pair) => lineEnds.map((lineEnd) => ({ lineEnd, pair, mark, isClosed }))),
    ),
  );
}

/** Finds places by one way of counting: a table from positions to UTF-16 units of the text with line feeds. */
function makeLocator(raw: string, { lineEnd, pair, mark, isClosed }: Counting): Locator {
  const table = new Uint32Array(raw.length + 1);
  let position = 0;
  let offset = 0;
  for (let at = 0; at < raw.length; at++) {
    const unit = raw.charCodeAt(at);
    if (at === 0 && unit === 0xfeff) {
      if (mark === 1) table[position++] = 0;
      continue;
    }
    table[position++] = offset;
    if (unit === 0x0d && raw.charCodeAt(at + 1) === 0x0a) {
      at += 1;
      if (lineEnd === 2) table[position++] = offset;
    } else if ((raw.codePointAt(at) ?? 0) > 0xffff) {
      at += 1;
      offset += 1;
      if (pair === 2) table[position++] = offset + 1;
    }
    offset += 1;
  }
  table[position] = offset;
  return ({ start, end }) => {
    const last = isClosed ? end + 1 : end;
    const isInside = start >= 0 && start <= last && last <= position;
    return isInside ? { start: table[start] ?? 0, end: table[last] ?? 0 } : undefined;
  };
}

/** How far a name bears out a place: 2 where it is all of its words (or all up to where it was cut), 1 for their beginning. */
function rateName(name: string, words: string): number {
  if (name === words && name.trim() !== '') return BORNE_OUT;
  const own = squash(words);
  const called = squash(name);
  if (own === '' || called === '') return 0;
  if (own === called) return BORNE_OUT;
  const beginning = called.replace(ellipsis, '');
  if (beginning === '' || !own.startsWith(beginning)) return 0;
  return beginning === called ? 1 : BORNE_OUT;
}

type Unsettled = {
  readonly text: string;
  readonly place: GivenPlace;
  readonly found: ReturnType<Locator>;
  /** Whether names in this text are words of it at all: some programs and people call passages what they like. */
  readonly areWords: boolean;
  readonly search: (place: GivenPlace, near: number) => Span | undefined;
};

function settlePlace({ text, place, found, areWords, search }: Unsettled): SettledPlace | undefined {
  if (found !== undefined && rateName(place.name, cut(text, found)) > 0)
    return { ...found, state: 'verified' };
  const elsewhere = search(place, found?.start ?? place.start);
  if (elsewhere !== undefined) return { ...elsewhere, state: 'moved' };
  if (found === undefined) return undefined;
  return { ...found, state: areWords && place.name !== '' ? 'doubtful' : 'unnamed' };
}

/** The nearest place at which the words of a name stand; of a name that was cut, as long as the passage was. */
function searchName(text: string, { start, end, name }: GivenPlace, near: number): Span | undefined {
  const words = name.trim().replace(ellipsis, '');
  const isCut = words !== name.trim();
  const isLike = isCut || Math.abs(end - start - name.length) <= 2 + name.length / 20;
  if (words.length < LEAST_SEARCHED || !isLike) return undefined;
  const after = text.indexOf(words, near);
  const before = text.lastIndexOf(words, near);
  const at = before < 0 || (after >= 0 && after - near < near - before) ? after : before;
  if (at < 0) return undefined;
  const length = isCut ? Math.max(words.length, end - start) : words.length;
  return { start: at, end: Math.min(text.length, at + length) };
}
