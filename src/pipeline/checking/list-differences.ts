import type { Span } from '../../model/span.js';
import type { LaidPassage } from './lay-passage.js';
import { unifyMarks } from './unify-marks.js';

/** Where a draft departs from a transcript. */
export type Difference = {
  readonly kind: 'added' | 'left-out' | 'changed';
  /** The draft's words; empty where they were left out. */
  readonly draft: string;
  /** The transcript's words; empty where the draft added some. */
  readonly transcript: string;
  /** Of the transcript's words, or of the empty place where the draft has more. */
  readonly at: Span;
};

/** The matched words on either side of what differs; -1 and the length where there is none. */
type Between = { readonly left: number; readonly right: number };

const omission = /…|\.{3}/u;

/** Every unmarked departure from the transcript's wording, in order; one of nothing but signs names the words around it. */
export function listDifferences(laid: LaidPassage): readonly Difference[] {
  const { matches } = laid;
  const anchors = [
    -1,
    ...Array.from(matches.keys()).filter((word) => (matches[word] ?? -1) >= 0),
    matches.length,
  ];
  return anchors.slice(1).flatMap((right, index) => {
    const between = { left: anchors[index] ?? -1, right };
    const words = compareWords(between, laid);
    return [...words, ...(words.length > 0 ? [] : compareSigns(between, laid))];
  });
}

/** Words between two matched ones that are not the same on both sides. */
function compareWords(between: Between, laid: LaidPassage): readonly Difference[] {
  const { passage } = laid;
  const own = listBetween(between).filter((word) => passage.optional[word] === 0);
  const places = laid.places.filter((place) => place >= 0);
  const first = laid.matches[between.left] ?? (places[0] ?? 0) - 1;
  const last = laid.matches[between.right] ?? (places.at(-1) ?? -1) + 1;
  const isSkipped = [...listBetween(between), between.right].some((word) => passage.skipsBefore[word] === 1);
  const missing = isSkipped && own.length === 0 ? 0 : last - first - 1;
  if (own.length === 0 && missing <= 0) return [];
  const spans = laid.source.spans();
  const after = spans[first]?.end ?? spans[last]?.start ?? 0;
  const at =
    missing > 0
      ? { start: spans[first + 1]?.start ?? after, end: spans[last - 1]?.end ?? after }
      : { start: after, end: after };
  return [describe(own.map((word) => readWord(word, laid)).join(' '), at, laid)];
}

function listBetween({ left, right }: Between): readonly number[] {
  return Array.from({ length: right - left - 1 }, (_, index) => left + 1 + index);
}

/** Signs between two neighbouring words, and the case of the second. */
function compareSigns({ left, right }: Between, laid: LaidPassage): readonly Difference[] {
  const { at, parts, skipsBefore } = laid.passage;
  const [first, second] = [at[left], at[right]];
  const spans = laid.source.spans();
  const source = { first: spans[laid.matches[left] ?? -1], second: spans[laid.matches[right] ?? -1] };
  if (!first || !second || !source.first || !source.second) return [];
  if (right !== left + 1 || first.part !== second.part || skipsBefore[right] === 1) return [];
  const draft = parts[second.part]?.slice(first.span.start, second.span.end) ?? '';
  const span = { start: source.first.start, end: source.second.end };
  const before = (text: string, length: number) => unifyMarks(text.slice(length));
  const isSame =
    before(draft, first.span.end - first.span.start) ===
    before(laid.source.text.slice(span.start, span.end), source.first.end - source.first.start);
  return isSame || omission.test(draft) ? [] : [describe(draft, span, laid)];
}

function readWord(word: number, { passage }: LaidPassage): string {
  const found = passage.at[word];
  return found === undefined
    ? ''
    : (passage.parts[found.part]?.slice(found.span.start, found.span.end) ?? '');
}

function describe(draft: string, at: Span, { source }: LaidPassage): Difference {
  const transcript = source.text.slice(at.start, at.end);
  const kind = draft === '' ? 'left-out' : transcript === '' ? 'added' : 'changed';
  return { kind, draft, transcript, at };
}
