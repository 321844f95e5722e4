import type { Study } from '../../../index.js';

/** How many quotes a stage learns from and judges: some that people decided on, and some that nobody did. */
export type PartSize = { readonly decided: number; readonly open: number };

/** What suggestions are made from, one stage after the other, the last one as far as it may go. */
export type Stages = {
  /** Whether the last one takes more than a moment, so that keywords come before it: they take no time. */
  readonly isLong: boolean;
  readonly parts: readonly PartSize[];
  /** `whole` where all that was decided is learned from; else as much as memory is given for. */
  readonly last: 'whole' | PartSize;
};

/** Quotes times themes: what learning takes grows with it. Up to so many it takes a second or two. */
const QUICK = 20_000;
/** The parts that come before a last stage which takes at least three times as long: about 2 and 8 seconds on two cores. */
const PART_CELLS = [50_000, 200_000];
const WORTH_WAITING = 3;
/** Measured: 21,448 quotes and 64 themes (1.37 million) take 1.3 GB beside the study, where most of it is proposed. */
const MOST_CELLS = 1_500_000;
/** Of a part so many in a hundred are decided quotes, where there are as many. */
const DECIDED_SHARE = 2 / 3;
/** Fewer quotes than these teach nothing, however many themes there are. */
const FEWEST_QUOTES = 100;

function measurePart(cells: number, themes: number, { decided, open }: PartSize): PartSize {
  const quotes = Math.max(FEWEST_QUOTES, Math.floor(cells / Math.max(1, themes)));
  const judged = Math.min(open, Math.max(Math.floor(quotes * (1 - DECIDED_SHARE)), quotes - decided));
  return { decided: Math.min(decided, quotes - judged), open: judged };
}

/** The stages of a study with so many quotes and themes. */
export function planStages({ quotes, taxonomy, decisions }: Study): Stages {
  const themes = taxonomy.themes.length;
  const known = new Set(decisions.map(({ quoteId }) => quoteId));
  const decided = quotes.reduce((sum, { id }) => sum + (known.has(id) ? 1 : 0), 0);
  const all = { decided, open: quotes.length - decided };
  const cells = quotes.length * themes;
  const isWhole = cells <= MOST_CELLS;
  return {
    isLong: cells > QUICK,
    parts: PART_CELLS.filter((size) => size * WORTH_WAITING <= cells).map((size) =>
      measurePart(size, themes, all),
    ),
    last: isWhole ? 'whole' : measurePart(MOST_CELLS, themes, all),
  };
}
