import type { RatingTable } from '../../coefficients/coefficient.js';
import type { MarkedText } from '../../coefficients/sections/measure-marks.js';
import { mergeSpans } from '../../coefficients/sections/merge-spans.js';
import { tallyRatings } from '../../coefficients/tables/tally-ratings.js';
import { APPLIES, DOES_NOT_APPLY } from '../evaluating/read-truth.js';
import type { ThemeFacts } from './rated-theme.js';

/** So many characters in a row that the same coders marked; `marked` has an entry by coder. */
type Stretch = { readonly length: number; readonly marked: readonly number[] };

function cutStretches({ length, byCoder }: MarkedText): readonly Stretch[] {
  const steps = byCoder
    .flatMap((spans, coder) =>
      mergeSpans(spans).flatMap(({ start, end }) => [
        { at: start, coder, verdict: APPLIES },
        { at: end, coder, verdict: DOES_NOT_APPLY },
      ]),
    )
    // Where one passage ends and the next begins, the end comes first.
    .sort((a, b) => a.at - b.at || a.verdict - b.verdict);
  const marked = byCoder.map((): number => DOES_NOT_APPLY);
  let from = 0;
  const stretches: Stretch[] = [];
  for (const { at, coder, verdict } of steps) {
    if (at > from) stretches.push({ length: at - from, marked: [...marked] });
    from = at;
    marked[coder] = verdict;
  }
  return [...stretches, { length: length - from, marked }];
}

/** The different rows of a theme's table, and by text (row-major) how many characters have each. */
function countRows(texts: readonly MarkedText[]) {
  const rows = new Map<string, number>();
  const cut = texts.map(cutStretches);
  for (const { marked } of cut.flat()) {
    const key = marked.join('');
    if (!rows.has(key)) rows.set(key, rows.size);
  }
  const lengths = new Float64Array(texts.length * rows.size);
  for (const [text, stretches] of cut.entries()) {
    for (const { length, marked } of stretches) {
      const cell = text * rows.size + (rows.get(marked.join('')) ?? 0);
      lengths[cell] = (lengths[cell] ?? 0) + length;
    }
  }
  return { ratings: Int16Array.from([...rows.keys()].join(''), Number), width: rows.size, lengths };
}

/**
 * Makes the table of a theme in which every character is a unit that all coders judged, for texts that count so many
 * times. It has no rows by unit: neighbouring characters are judged together, so that no formula for independent
 * units holds.
 */
export function prepareCharacters(
  texts: readonly MarkedText[],
  coders: number,
): (counts: Float64Array) => RatingTable {
  const { ratings, width, lengths } = countRows(texts);
  const counts = new Float64Array(width);
  return (weights) => {
    counts.fill(0);
    for (let cell = 0; cell < lengths.length; cell += 1) {
      const row = cell % width;
      const weight = weights[(cell - row) / width] ?? 0;
      counts[row] = (counts[row] ?? 0) + weight * (lengths[cell] ?? 0);
    }
    return { ratings, counts, coders, categories: 2 };
  };
}

/** Character by character: the share of pairs of coders who say the same, and the share that a coder marked. */
export function readCover(table: RatingTable): ThemeFacts {
  const { pairable, disagreement, shares } = tallyRatings(table);
  if (pairable === 0) return { observed: null, prevalence: null, n: 0 };
  return { observed: 1 - disagreement, prevalence: shares[APPLIES] ?? 0, n: pairable };
}
