import { measureText } from './measure-text.js';

/** Nobody reads more of a label, and the time that segmenting takes grows with the square of the length. */
const MOST_UNITS = 600;
const ELLIPSIS = '…';
/** What XML refuses, and what changes the direction of all that follows. */
const unprintable = /[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069\ufffe\uffff]+/gu;
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

export type Fitting = {
  /** In the unit of `size`. */
  readonly width: number;
  readonly size: number;
  readonly lines: number;
};

/** A label on one line, without what cannot be printed; `(no name)` where nothing is left. */
export function cleanLabel(text: string): string {
  const clean = text.slice(0, MOST_UNITS).replace(unprintable, ' ').replace(/\s+/g, ' ').trim();
  if (clean === '') return '(no name)';
  return text.length > MOST_UNITS ? `${clean}${ELLIPSIS}` : clean;
}

/** Cuts a word that is wider than a line, between graphemes. */
function breakWord(word: string, { width, size }: Fitting): readonly string[] {
  if (measureText(word, size) <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const { segment } of graphemes.segment(word)) {
    if (piece !== '' && measureText(piece + segment, size) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += segment;
  }
  return [...pieces, piece];
}

function shorten(line: string, { width, size }: Fitting): string {
  const kept = Array.from(graphemes.segment(line), ({ segment }) => segment);
  while (kept.length > 1 && measureText(kept.join('').trimEnd() + ELLIPSIS, size) > width) kept.pop();
  return kept.join('').trimEnd() + ELLIPSIS;
}

/** Keeps a line that is written from right to left together, so that it does not move what stands beside it. */
const isolate = (line: string) => (rightToLeft.test(line) ? `\u2068${line}\u2069` : line);

/** A label as at most so many lines of at most such a width, the last with an ellipsis where something is left out. */
export function fitText(text: string, fitting: Fitting): readonly string[] {
  const lines: string[] = [];
  for (const word of cleanLabel(text)
    .split(' ')
    .flatMap((one) => breakWord(one, fitting))) {
    const last = lines.at(-1);
    const longer = `${last} ${word}`;
    if (last !== undefined && measureText(longer, fitting.size) <= fitting.width)
      lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const kept = lines.slice(0, fitting.lines);
  const left = lines.slice(fitting.lines);
  if (left.length > 0) kept.push(shorten(`${kept.pop()} ${left[0]}`, fitting));
  return kept.map(isolate);
}

/** A label that is short enough to stand within a sentence. */
export function nameBriefly(text: string): string {
  return fitText(text, { width: 40, size: 1, lines: 1 })[0] ?? '';
}
