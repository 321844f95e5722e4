import type { Span } from '../model/span.js';
import { type ApproximatePlace, findApproximately, scoreLikeness } from './find-approximately.js';
import { findOccurrences } from './find-occurrences.js';
import { cutsCharacter, type FoldedText, foldOffset, foldText, unfoldSpan } from './fold-text.js';

/** A text to be searched many times; its folded form is made when it is first needed, and once. */
export type SearchableText = { readonly text: string; readonly fold: () => FoldedText };

export function prepareText(text: string): SearchableText {
  let folded: FoldedText | undefined;
  const fold = () => {
    folded ??= foldText(text);
    return folded;
  };
  return { text, fold };
}

/** Words in the form in which they are looked for in a folded text. */
export function foldWords(words: string): string {
  return foldText(words).folded.trim();
}

/** Spans of the text that are exactly `words`. */
export function searchExactly({ text }: SearchableText, words: string): readonly Span[] {
  return findOccurrences(text, words).map((start) => ({ start, end: start + words.length }));
}

/** Spans of the text that are `words` (as from `foldWords`) but for white space, case and the style of quote marks. */
export function searchFolded({ text, fold }: SearchableText, words: string): readonly Span[] {
  const folded = fold();
  return findOccurrences(folded.folded, words)
    .map((start) => ({ start, end: start + words.length }))
    .filter(({ start, end }) => !cutsCharacter(folded, start) && !cutsCharacter(folded, end))
    .map((span) => unfoldSpan(text, folded, span));
}

export type NearlySearch = {
  readonly source: SearchableText;
  /** As from `foldWords`. */
  readonly words: string;
  /** The stretch of the text to look in, in place of all of it; it may reach beyond the text. */
  readonly within?: Span;
};

/** Spans of the text that are nearly `words`, as `findApproximately` has them. */
export function searchNearly({ source, words, within }: NearlySearch): readonly ApproximatePlace[] {
  const folded = source.fold();
  const stretch = within && { start: foldOffset(folded, within.start), end: foldOffset(folded, within.end) };
  const places = findApproximately({ text: folded.folded, words, ...(stretch && { within: stretch }) });
  return places.map(({ span, score }) => ({ span: unfoldSpan(source.text, folded, span), score }));
}

/** How like `words` (as from `foldWords`) the words of a span are, 0 to 1, both folded. */
export function scoreWords({ text }: SearchableText, words: string, span: Span): number {
  return scoreLikeness(words, foldWords(text.slice(span.start, span.end)));
}
