import { readLogChoose } from './log-factorials.js';

/** Balls in an urn: so many in all, so many of them marked, so many drawn. */
export type Urn = { readonly all: number; readonly marked: number; readonly drawn: number };

/**
 * How many marked balls are drawn without putting back (the hypergeometric distribution), by inversion: from the likeliest
 * number outwards until the chances sum up to `uniform`, which is even from 0 to below 1. `logs` reaches to `all`.
 */
export function drawMarked({ all, marked, drawn }: Urn, uniform: number, logs: Float64Array): number {
  const least = Math.max(0, drawn + marked - all);
  const most = Math.min(drawn, marked);
  const likeliest = Math.min(most, Math.max(least, Math.floor(((drawn + 1) * (marked + 1)) / (all + 2))));
  const rest = all - marked;
  const chance = Math.exp(
    readLogChoose(logs, marked, likeliest) +
      readLogChoose(logs, rest, drawn - likeliest) -
      readLogChoose(logs, all, drawn),
  );
  let left = uniform - chance;
  let [above, below] = [likeliest, likeliest];
  let [chanceAbove, chanceBelow] = [chance, chance];
  while (left >= 0 && (above < most || below > least)) {
    if (above < most) {
      chanceAbove *= ((marked - above) * (drawn - above)) / ((above + 1) * (rest - drawn + above + 1));
      above += 1;
      left -= chanceAbove;
      if (left < 0) return above;
    }
    if (below > least) {
      chanceBelow *= (below * (rest - drawn + below)) / ((marked - below + 1) * (drawn - below + 1));
      below -= 1;
      left -= chanceBelow;
      if (left < 0) return below;
    }
  }
  return likeliest;
}
