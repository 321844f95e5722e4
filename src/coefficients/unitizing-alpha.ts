import { correctForChance } from './chance/correct-for-chance.js';
import type { Coefficient, MarkedTexts } from './coefficient.js';
import { ALPHA_CONVENTION, ALPHA_THRESHOLDS } from './conventions/conventions.js';

/** Of all texts together, each as often as it counts. Loops by number, because a bootstrap comes here often. */
function sumTexts({ lengths, counts, distances, roomyGaps }: MarkedTexts) {
  let length = 0;
  let distance = 0;
  let gaps = 0;
  let gapLength = 0;
  for (let text = 0; text < counts.length; text += 1) {
    const count = counts[text] ?? 0;
    if (count === 0) continue;
    length += count * (lengths[text] ?? 0);
    distance += count * (distances[text] ?? 0);
    gaps += count * (roomyGaps.numbers[text] ?? 0);
    gapLength += count * (roomyGaps.lengths[text] ?? 0);
  }
  return { length, distance, gaps, gapLength };
}

/** The marked passages: how many, and Σ l(l - 1). */
function sumMarks({ counts, marks }: MarkedTexts) {
  let marked = 0;
  let within = 0;
  for (let at = 0; at < marks.lengths.length; at += 1) {
    const count = counts[marks.texts[at] ?? 0] ?? 0;
    const length = marks.lengths[at] ?? 0;
    marked += count;
    within += count * length * (length - 1);
  }
  return { marked, within };
}

/** The passages and gaps of all texts, as they count. */
type Whole = { readonly marked: number; readonly gaps: number; readonly gapLength: number };

/**
 * The sum over all passages in De: how far a passage of length l would lie from the others, (N - 1)(2l³ - 3l² +
 * l)/3, and from the gaps that could hold it, l²·Σ(g - l + 1) over the gaps g ≥ l. Passages and gaps are longest
 * first, so that one walk meets every gap before the passages that fit into it.
 */
function sumOverPassages({ counts, marks, gaps }: MarkedTexts, whole: Whole): number {
  let sum = 0;
  let next = 0;
  let gapsSoFar = whole.gaps;
  let gapLength = whole.gapLength;
  for (let at = 0; at < marks.lengths.length; at += 1) {
    const length = marks.lengths[at] ?? 0;
    for (; (gaps.lengths[next] ?? -1) >= length; next += 1) {
      const count = counts[gaps.texts[next] ?? 0] ?? 0;
      gapsSoFar += count;
      gapLength += count * (gaps.lengths[next] ?? 0);
    }
    const square = length * length;
    const apart = ((whole.marked - 1) * (2 * square * length - 3 * square + length)) / 3;
    const inGaps = square * (gapLength - (length - 1) * gapsSoFar);
    sum += (counts[marks.texts[at] ?? 0] ?? 0) * (apart + inGaps);
  }
  return sum;
}

/**
 * αᵤ for coders who marked passages of their own: 1 - Do/De, where Do grows with the square of how far the ends of
 * overlapping passages lie apart and with the square of the length of a passage that the other coder did not mark
 * at all. All texts count as one continuum; a gap ends where its text ends, since no passage reaches into the next.
 */
export const unitizingAlpha: Coefficient<MarkedTexts> = {
  id: 'unitizing-alpha',
  label: 'Krippendorff’s αᵤ',
  source:
    'Krippendorff 2004, Quality & Quantity 38:787–800; Krippendorff 1995, Sociological Methodology 25:47–76',
  convention: ALPHA_CONVENTION,
  thresholds: ALPHA_THRESHOLDS,
  rate: (texts) => {
    const { coders } = texts;
    if (coders < 2)
      return {
        undefinedBecause: `agreement takes two coders, and there is ${coders === 0 ? 'none' : 'one'}`,
      };
    const { length, distance, gaps, gapLength } = sumTexts(texts);
    const { marked, within } = sumMarks(texts);
    if (length === 0) return { undefinedBecause: 'there is no text that all coders worked on' };
    if (marked === 0) return { undefinedBecause: 'nobody marked anything' };
    const observed = (2 * distance) / (coders * (coders - 1) * length ** 2);
    const places = coders * length * (coders * length - 1) - within;
    const expected = (2 * sumOverPassages(texts, { marked, gaps, gapLength })) / (length * places);
    return correctForChance(observed, expected);
  },
};
