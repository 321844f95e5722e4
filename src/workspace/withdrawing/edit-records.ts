import type { Quote } from '../../model/quote.js';
import type { Withdrawal } from '../../pipeline/plan-withdrawal.js';
import { findSpoken, redactSpoken } from '../../pipeline/withdrawing/spoken-runs.js';
import { toQuoteRecord } from '../read-quotes.js';

export type EditedLines = { readonly text: string; readonly removed: number };

/**
 * The lines of `quotes.jsonl` or of a coder's decisions without those of the participant's quotes. Other lines stay to the
 * byte, but for quotes in `moved` and for the participant's words in a note; a line that is no record and holds such words goes.
 */
export function editRecords(
  text: string,
  { quoteIds, runs }: Withdrawal,
  moved: ReadonlyMap<string, Quote> = new Map(),
): EditedLines {
  let removed = 0;
  const lines = text.split('\n').flatMap((line) => {
    const record = readRecord(line);
    const { quote: decided, id: own } = record ?? {};
    const id = String(decided ?? own ?? '');
    const quote = decided === undefined ? moved.get(id) : undefined;
    const edited = quote === undefined ? line : JSON.stringify(toQuoteRecord(quote));
    const kept = quoteIds.has(id) ? undefined : clean(edited, runs);
    if (kept === undefined) removed += 1;
    return kept ?? [];
  });
  return { text: lines.join('\n'), removed };
}

/** A line without the participant's words, or nothing where they are more than a note or what stands around a quote. */
function clean(line: string, runs: Withdrawal['runs']): string | undefined {
  if (findSpoken(line, runs).length === 0) return line;
  const record = readRecord(line);
  if (record === undefined) return undefined;
  const around = Object.entries(record).map(([key, value]): [string, unknown] => {
    if (typeof value !== 'string' || findSpoken(value, runs).length === 0) return [key, value];
    return [
      key,
      key === 'prefix' || key === 'suffix' ? '' : key === 'note' ? redactSpoken(value, runs) : value,
    ];
  });
  const cleaned = JSON.stringify(Object.fromEntries(around));
  return findSpoken(cleaned, runs).length === 0 ? cleaned : undefined;
}

function readRecord(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
