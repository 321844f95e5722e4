import type { MarkedText } from '../../coefficients/sections/measure-marks.js';
import { mergeSpans } from '../../coefficients/sections/merge-spans.js';
import type { ThemeFacts } from './rated-theme.js';

/** How many coders marked a stretch of so many characters. */
type Stretch = { readonly length: number; readonly coders: number };

function cutStretches({ length, byCoder }: MarkedText): readonly Stretch[] {
  const steps = byCoder
    .flatMap(mergeSpans)
    .flatMap(({ start, end }) => [
      { at: start, change: 1 },
      { at: end, change: -1 },
    ])
    .sort((a, b) => a.at - b.at);
  let coders = 0;
  let from = 0;
  const stretches: Stretch[] = [];
  for (const { at, change } of steps) {
    stretches.push({ length: at - from, coders });
    from = at;
    coders += change;
  }
  return [...stretches, { length: length - from, coders }];
}

/** Character by character: the share of pairs of coders who say the same, and the share that a coder marked. */
export function measureCover(texts: readonly MarkedText[], coders: number): ThemeFacts {
  const n = texts.reduce((sum, { length }) => sum + length, 0);
  if (n === 0 || coders < 2) return { observed: null, prevalence: null, n: coders < 2 ? 0 : n };
  let alike = 0;
  let marked = 0;
  for (const stretch of texts.flatMap(cutStretches)) {
    const others = coders - stretch.coders;
    alike += stretch.length * (stretch.coders * (stretch.coders - 1) + others * (others - 1));
    marked += stretch.length * stretch.coders;
  }
  return { observed: alike / (n * coders * (coders - 1)), prevalence: marked / (n * coders), n };
}
