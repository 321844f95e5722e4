import { drawMarked } from './draw-marked.js';
import { makeDice } from './draw-numbers.js';
import { listLogFactorials, readLogChoose } from './log-factorials.js';

/** A group of cases: how many there are, and how many of them have what is looked at. */
export type Group = { readonly carriers: number; readonly size: number };

export type IndependenceTest = {
  readonly p: number;
  /** Every table with these margins was counted, or so many were drawn. */
  readonly method: 'exact' | 'permutation';
};

export type IndependenceOptions = {
  readonly seed: number;
  /** How many tables are drawn at most where there are too many to count. */
  readonly rounds?: number;
};

/** Up to so many tables are counted one by one. */
const MOST_COUNTED = 20_000;
const ROUNDS = 9999;
/** So many drawn tables that are no likelier tell the p-value to about a tenth. */
const ENOUGH_HITS = 100;
/** Tables whose chances differ by less count as equally likely: the same table summed in another order differs so. */
const TOLERANCE = 1e-7;
const SIDES = 2 ** 32;

/**
 * Whether having something depends on the group: Fisher's exact test (Fisher 1935, The Design of Experiments), two-sided,
 * for more than two groups as extended by Freeman & Halton (1951, Biometrika 38:141–149). `p` is the chance of a table no
 * likelier than the one seen, if the carriers were dealt to the groups at random. With many tables they are drawn instead,
 * which is a permutation test; the table seen counts as one of them (Phipson & Smyth 2010). `null` where only one table
 * is possible: fewer than two groups with anybody in them, or all or nobody a carrier.
 */
export function testIndependence(
  groups: readonly Group[],
  { seed, rounds = ROUNDS }: IndependenceOptions,
): IndependenceTest | null {
  const filled = groups.filter(({ size }) => size > 0).toSorted((a, b) => a.size - b.size);
  const all = filled.reduce((sum, { size }) => sum + size, 0);
  const marked = filled.reduce((sum, { carriers }) => sum + carriers, 0);
  if (filled.length < 2 || marked === 0 || marked === all) return null;
  const logs = listLogFactorials(all);
  const sizes = filled.map(({ size }) => size);
  const seen = filled.reduce((sum, { size, carriers }) => sum + readLogChoose(logs, size, carriers), 0);
  const table = { sizes, all, marked, logs, limit: seen + TOLERANCE };
  // The largest group takes what is left, so that its range does not count.
  const tables = sizes.slice(0, -1).reduce((product, size) => product * (Math.min(size, marked) + 1), 1);
  return tables <= MOST_COUNTED
    ? { p: sumTables(table), method: 'exact' }
    : { p: drawTables(table, seed, rounds), method: 'permutation' };
}

type Margins = {
  /** Ascending. */
  readonly sizes: readonly number[];
  readonly all: number;
  readonly marked: number;
  readonly logs: Float64Array;
  /** The logarithm of the ways to make the table seen, and a little more. */
  readonly limit: number;
};

/** The summed chances of all tables that are no likelier than the one seen, out of the chances of all tables. */
function sumTables({ sizes, all, marked, logs, limit }: Margins): number {
  const whole = readLogChoose(logs, all, marked);
  let total = 0;
  let sum = 0;
  const visit = (at: number, left: number, room: number, ways: number): void => {
    const size = sizes[at] ?? 0;
    if (at === sizes.length - 1) {
      const own = ways + readLogChoose(logs, size, left);
      const chance = Math.exp(own - whole);
      total += chance;
      if (own <= limit) sum += chance;
      return;
    }
    const most = Math.min(size, left);
    for (let own = Math.max(0, left - (room - size)); own <= most; own += 1)
      visit(at + 1, left - own, room - size, ways + readLogChoose(logs, size, own));
  };
  visit(0, marked, all, 0);
  return sum / total;
}

/**
 * The share of drawn tables that are no likelier than the one seen. Drawing ends when a hundred were (Besag & Clifford 1991,
 * Biometrika 78:301–304): a p-value that is large need not be known finely.
 */
function drawTables({ sizes, all, marked, logs, limit }: Margins, seed: number, rounds: number): number {
  const roll = makeDice(seed);
  let count = 0;
  for (let round = 1; round <= rounds; round += 1) {
    let [room, left, ways] = [all, marked, 0];
    for (let at = 0; at < sizes.length; at += 1) {
      const size = sizes[at] ?? 0;
      const own =
        size === room
          ? left
          : drawMarked({ all: room, marked: left, drawn: size }, roll(SIDES) / SIDES, logs);
      ways += readLogChoose(logs, size, own);
      room -= size;
      left -= own;
    }
    if (ways <= limit) count += 1;
    if (count === ENOUGH_HITS) return ENOUGH_HITS / round;
  }
  return (1 + count) / (1 + rounds);
}
