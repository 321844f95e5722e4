/** Words of a passage, as numbers, to be laid over a stretch of a text. */
export type AlignedPassage = {
  readonly words: Uint32Array;
  /** 1 before a word where the text may go on unquoted. */
  readonly skipsBefore: Uint8Array;
  /** 1 for a word that need not stand in the text. */
  readonly optional: Uint8Array;
};

export type WordAlignment = {
  /** How many words must be put in, taken out or replaced. */
  readonly errors: number;
  /** For each word of the passage, the number of the same word in the stretch, or -1. */
  readonly matches: Int32Array;
  /** For each word of the passage, the number of the word in the stretch it stands on or replaces, or -1. */
  readonly places: Int32Array;
};

const DIAGONAL = 0;
const PUT_IN = 1;
const LEFT_OUT = 2;

/**
 * Lays a passage over that part of a stretch where the fewest words differ (Sellers 1980: the stretch may begin and
 * end anywhere). Takes the product of both lengths in time.
 */
export function alignWords(
  { words, skipsBefore, optional }: AlignedPassage,
  stretch: Uint32Array,
): WordAlignment {
  const width = stretch.length + 1;
  const steps = new Uint8Array((words.length + 1) * width);
  // One row of costs is enough: `left` and `above` are those of this row and the last, `corner` the one before `above`.
  const costs = new Uint32Array(width);
  for (let row = 1; row <= words.length; row++) {
    const word = words[row - 1] ?? 0;
    const extra = optional[row - 1] === 1 ? 0 : 1;
    const leaving = skipsBefore[row] === 1 ? 0 : 1;
    const line = row * width;
    let corner = costs[0] ?? 0;
    let left = corner + extra;
    costs[0] = left;
    steps[line] = PUT_IN;
    for (let column = 1; column < width; column++) {
      const above = costs[column] ?? 0;
      const across = stretch[column - 1] === word ? corner : corner + 1;
      const down = above + extra;
      const along = left + leaving;
      const isDown = down < across;
      left = isDown ? down : across;
      let step = isDown ? PUT_IN : DIAGONAL;
      if (along < left) {
        left = along;
        step = LEFT_OUT;
      }
      costs[column] = left;
      steps[line + column] = step;
      corner = above;
    }
  }
  return walkBack({ words, stretch, steps, costs });
}

type Walk = {
  readonly words: Uint32Array;
  readonly stretch: Uint32Array;
  readonly steps: Uint8Array;
  readonly costs: Uint32Array;
};

function walkBack({ words, stretch, steps, costs }: Walk): WordAlignment {
  const errors = costs.reduce((least, cost) => Math.min(least, cost), words.length);
  const matches = new Int32Array(words.length).fill(-1);
  const places = new Int32Array(words.length).fill(-1);
  let column = Math.max(0, costs.indexOf(errors));
  for (let row = words.length; row > 0; ) {
    const step = steps[row * costs.length + column];
    if (step === LEFT_OUT) {
      column -= 1;
      continue;
    }
    row -= 1;
    if (step !== DIAGONAL) continue;
    column -= 1;
    places[row] = column;
    if (words[row] === stretch[column]) matches[row] = column;
  }
  return { errors, matches, places };
}
