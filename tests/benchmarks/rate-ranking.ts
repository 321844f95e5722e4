import type { Quote } from '../../src/model/quote.js';

/** Share of the pairs of an important quote and another one in which the important one stands first. */
export function findAuc(ranked: readonly Quote[]): number {
  let before = 0;
  let pairs = 0;
  let others = 0;
  for (const quote of ranked.toReversed()) {
    if (quote.important === true) {
      before += others;
      pairs += 1;
    } else others += 1;
  }
  return pairs * others === 0 ? Number.NaN : before / (pairs * others);
}

/** Share of the first `count` that is important, of as many as could be. */
export function findPrecision(ranked: readonly Quote[], count: number): number {
  const important = ranked.filter((quote) => quote.important === true).length;
  const found = ranked.slice(0, count).filter((quote) => quote.important === true).length;
  return found / Math.min(count, important);
}

export type ChoiceFigures = {
  /** Mean over the quotes that were not chosen of the likeness with the likest chosen one. */
  readonly coverage: number;
  /** Mean likeness of two chosen ones. */
  readonly redundancy: number;
  /** Different people over as many as there could be. */
  readonly people: number;
  readonly words: number;
};

/** Rates a choice by sequences of four letters, which no ranking here looks at. */
export function rateChoice(
  all: readonly Quote[],
  chosen: readonly Quote[],
  personOf: (quote: Quote) => string,
): ChoiceFigures {
  const grams = weighGrams(all);
  const gramsOf = (quote: Quote) => grams.get(quote.id) ?? new Map<string, number>();
  const taken = new Set(chosen);
  const rest = all.filter((quote) => !taken.has(quote));
  const pairs = chosen.flatMap((one, at) => chosen.slice(at + 1).map((other) => [one, other] as const));
  const persons = new Set(all.map(personOf)).size;
  return {
    coverage: mean(
      rest.map((quote) => Math.max(...chosen.map((one) => multiply(gramsOf(quote), gramsOf(one))))),
    ),
    redundancy: mean(pairs.map(([one, other]) => multiply(gramsOf(one), gramsOf(other)))),
    people: new Set(chosen.map(personOf)).size / Math.min(persons, chosen.length),
    words: mean(chosen.map(({ exact }) => exact.split(/\s+/).length)),
  };
}

export const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

type Grams = ReadonlyMap<string, number>;

/** Sequences of four letters by log frequency and rarity, as vectors of length 1. */
function weighGrams(quotes: readonly Quote[]): ReadonlyMap<string, Grams> {
  const counts = quotes.map(({ id, exact }) => {
    const text = ` ${exact.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
    const own = new Map<string, number>();
    for (let at = 0; at + 4 <= text.length; at++) {
      const gram = text.slice(at, at + 4);
      own.set(gram, (own.get(gram) ?? 0) + 1);
    }
    return { id, own };
  });
  const holding = new Map<string, number>();
  for (const { own } of counts)
    for (const gram of own.keys()) holding.set(gram, (holding.get(gram) ?? 0) + 1);
  return new Map(
    counts.map(({ id, own }) => {
      const weights = [...own].map(
        ([gram, count]) =>
          [gram, (1 + Math.log(count)) * Math.log((1 + quotes.length) / (holding.get(gram) ?? 1))] as const,
      );
      const length = Math.hypot(...weights.map(([, weight]) => weight)) || 1;
      return [id, new Map(weights.map(([gram, weight]) => [gram, weight / length]))] as const;
    }),
  );
}

function multiply(one: Grams, other: Grams): number {
  let sum = 0;
  for (const [gram, weight] of one) sum += weight * (other.get(gram) ?? 0);
  return sum;
}
