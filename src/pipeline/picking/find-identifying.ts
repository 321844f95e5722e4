import type { Quote } from '../../model/quote.js';
import type { Watch } from '../guarding/watch-identifiers.js';

export type IdentifyingRequest = {
  readonly quotes: readonly Quote[];
  readonly watch: Pick<Watch, 'listRefused'>;
  /** What would be printed of a quote. */
  readonly read: (quote: Quote) => readonly string[];
};

/** The quotes for whose own words `guardPublication` would refuse all, with the reason; no reason holds what was found. */
export function findIdentifying({ quotes, watch, read }: IdentifyingRequest): ReadonlyMap<string, string> {
  return new Map(
    quotes.flatMap((quote) => {
      const kinds = new Set(read(quote).flatMap(watch.listRefused));
      return kinds.size === 0 ? [] : [[quote.id, explain([...kinds])] as const];
    }),
  );
}

const explain = (kinds: readonly string[]) =>
  `may tell who somebody is (${kinds.join(', ')}), and another quote need not`;
