import type { Quote } from './quote.js';

/** How a quote was found again: the first rung of the ladder that held. */
export type AnchorMethod = 'position' | 'exact' | 'folded' | 'approximate';

/**
 * What became of a quote whose transcript may have changed. A `moved` quote carries its new place and, where the
 * words themselves were corrected, its new `exact`; `was` is the quote as recorded. A `lost` quote is kept, never printed.
 */
export type Anchoring =
  | { readonly state: 'in-place'; readonly quote: Quote }
  | {
      readonly state: 'moved';
      readonly quote: Quote;
      readonly was: Quote;
      readonly method: AnchorMethod;
      /** Likeness of the words, 0 to 1; 1 for anything but `approximate`. */
      readonly score: number;
    }
  | { readonly state: 'lost'; readonly was: Quote; readonly reason: string };
