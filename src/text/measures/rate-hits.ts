/** What was proposed against what is true: rightly proposed, wrongly proposed, wrongly left out. */
export type Hits = { readonly hits: number; readonly extras: number; readonly misses: number };

/**
 * 0 to 1. `precision` is `null` where nothing was proposed, `recall` where nothing is true, `f1` where neither was
 * anything proposed nor is anything true.
 */
export type Rates = {
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
};

const divide = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** Precision, recall and their harmonic mean. */
export function rateHits({ hits, extras, misses }: Hits): Rates {
  return {
    precision: divide(hits, hits + extras),
    recall: divide(hits, hits + misses),
    f1: divide(2 * hits, 2 * hits + extras + misses),
  };
}

export function addHits(all: readonly Hits[]): Hits {
  return all.reduce(
    (sum, { hits, extras, misses }) => ({
      hits: sum.hits + hits,
      extras: sum.extras + extras,
      misses: sum.misses + misses,
    }),
    { hits: 0, extras: 0, misses: 0 },
  );
}

/** The mean of numbers; `null` where there are none. */
export function findMean(values: readonly number[]): number | null {
  return divide(
    values.reduce((sum, value) => sum + value, 0),
    values.length,
  );
}

/** Every class counts alike; a rate that is `null` counts as 0, so that a class never proposed is no gain. */
export function averageRates(all: readonly Rates[]): Rates {
  return {
    precision: findMean(all.map(({ precision }) => precision ?? 0)),
    recall: findMean(all.map(({ recall }) => recall ?? 0)),
    f1: findMean(all.map(({ f1 }) => f1 ?? 0)),
  };
}
