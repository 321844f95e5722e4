import type { Quote } from '../../model/quote.js';
import { makeDice, shuffleNumbers } from '../../text/measures/draw-numbers.js';
import type { Choice } from './choice.js';

/** Rows by transcript, transcripts in the order of their names, rows of each in an order that the seed decides. */
function shuffleByTranscript(quotes: readonly Quote[], open: readonly number[], seed: number) {
  const byTranscript = new Map<string, number[]>();
  for (const row of open) {
    const name = quotes[row]?.transcriptId ?? '';
    const rows = byTranscript.get(name);
    if (rows === undefined) byTranscript.set(name, [row]);
    else rows.push(row);
  }
  return [...byTranscript]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, rows], number) =>
      shuffleNumbers(rows.length, seed + number).map((place) => ({
        row: rows[place] ?? 0,
        name,
        open: rows.length,
      })),
    );
}

/** Numbers between two draws of the dice are this fine. */
const GRAIN = 1_000_000;

/**
 * A systematic random sample over the interviews: every quote is as likely as every other one, and an interview with
 * twice as many open quotes gives twice as many, give or take one.
 */
export function drawEvenly(
  quotes: readonly Quote[],
  open: readonly number[],
  { count, seed }: { readonly count: number; readonly seed: number },
): readonly Choice[] {
  if (count === 0) return [];
  const lined = shuffleByTranscript(quotes, open, seed);
  const step = lined.length / count;
  const start = (makeDice(seed)(GRAIN) / GRAIN) * step;
  return Array.from({ length: count }, (_, i) => lined[Math.floor(start + i * step)]).flatMap((drawn) => {
    if (drawn === undefined) return [];
    const { row, name, open: ofTranscript } = drawn;
    const among = ofTranscript === 1 ? 'the one open quote' : `${ofTranscript} open quotes`;
    return [{ row, reason: `drawn at random from ${among} of ${name}: keeps percentages honest` }];
  });
}
