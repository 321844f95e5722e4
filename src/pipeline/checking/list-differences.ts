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
  const found: Difference[] = [];
  let signs: Between | undefined;
  for (const [index, right] of anchors.slice(1).entries()) {
    const between = { left: anchors[index] ?? -1, right };
    const words = compareWords(between, laid);
    const isSigns = words.length === 0 && holdsOtherSigns(between, laid);
    // Signs on both sides of a word are one difference: told apart, they would both name the word.
    if (signs !== undefined && (!isSigns || !isOnePart({ left: signs.left, right }, laid))) {
      found.push(describeSigns(signs, laid));
      signs = undefined;
    }
    if (isSigns) signs = { left: signs?.left ?? between.left, right };
    found.push(...words);
  }
  return signs === undefined ? found : [...found, describeSigns(signs, laid)];
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

/** Whether signs between two neighbouring words, or the case of the second, are not the same on both sides. */
function holdsOtherSigns({ left, right }: Between, laid: LaidPassage): boolean {
  const { at, skipsBefore } = laid.passage;
  const own = at[left]?.span;
  const source = laid.source.spans()[laid.matches[left] ?? -1];
  if (right !== left + 1 || skipsBefore[right] === 1 || !isOnePart({ left, right }, laid)) return false;
  if (own === undefined || source === undefined) return false;
  const draft = readDraft({ left, right }, laid);
  if (omission.test(draft)) return false;
  const { start, end } = spanSource({ left, right }, laid);
  const behind = (text: string, word: Span) => unifyMarks(text.slice(word.end - word.start));
  return behind(draft, own) !== behind(laid.source.text.slice(start, end), source);
}

const isOnePart = ({ left, right }: Between, { passage: { at } }: LaidPassage) =>
  at[left] !== undefined && at[left]?.part === at[right]?.part;

const describeSigns = (between: Between, laid: LaidPassage) =>
  describe(readDraft(between, laid), spanSource(between, laid), laid);

/** The draft from one word of a part to another, both within. */
function readDraft({ left, right }: Between, { passage: { at, parts } }: LaidPassage): string {
  const first = at[left];
  return parts[first?.part ?? -1]?.slice(first?.span.start, at[right]?.span.end) ?? '';
}

function spanSource({ left, right }: Between, { source, matches }: LaidPassage): Span {
  const spans = source.spans();
  const [first, last] = [spans[matches[left] ?? -1], spans[matches[right] ?? -1]];
  return { start: first?.start ?? 0, end: last?.end ?? 0 };
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
