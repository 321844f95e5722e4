import type { Quote } from '../../src/model/quote.js';
import type { Study } from '../../src/model/study.js';
import { countQuotes } from '../../src/pipeline/analyse-study.js';
import { pickQuotes } from '../../src/pipeline/pick-quotes.js';
import { selectPublishable } from '../../src/pipeline/select-publishable.js';
import { settleTaggings } from '../../src/pipeline/settle-taggings.js';
import { coverRows } from '../../src/text/cover-rows.js';
import { shuffleNumbers } from '../../src/text/measures/draw-numbers.js';
import { rowAt, stackRows } from '../../src/text/sparse-rows.js';
import { TAGGING_WEIGHTS, weighTerms } from '../../src/text/weigh-terms.js';

/** The quotes that people accepted for a theme, with what the rankings need. */
export type RankedTheme = { readonly id: string; readonly quotes: readonly Quote[] };

export type Ranker = (quotes: readonly Quote[]) => readonly Quote[];

export type Ground = {
  readonly themes: readonly RankedTheme[];
  readonly personOf: (quote: Quote) => string;
  readonly ours: Ranker;
  /** Best first by the number of words. */
  readonly longest: Ranker;
  /** Best first by the cosine with the sum of all. */
  readonly central: Ranker;
};

/** By lot; another seed gives another order. */
export const rankByLot =
  (seed: number): Ranker =>
  (quotes) =>
    shuffleNumbers(quotes.length, seed).flatMap((row) => quotes[row] ?? []);

/** Lays out a study so that its quotes can be ranked theme by theme. Ours sees no mark of importance. */
export function layGround(study: Study): Ground {
  const { participantOf } = selectPublishable({ study, scope: 'research', today: '2026-01-01' });
  const personOf = ({ id, transcriptId }: Quote) => participantOf.get(id) ?? transcriptId;
  const counted = countQuotes(study);
  const { rows } = weighTerms(counted, TAGGING_WEIGHTS);
  const rowOf = new Map(study.quotes.map(({ id }, row) => [id, row]));
  const persons = new Map(study.quotes.map((quote) => [quote.id, personOf(quote)]));
  const countWords = ({ id }: Quote) => {
    const row = rowOf.get(id) ?? 0;
    return (counted.textStarts[row + 1] ?? 0) - (counted.textStarts[row] ?? 0);
  };
  return {
    themes: listThemes(study).map(({ id, quotes }) => ({
      id,
      quotes: quotes.filter((quote) => countWords(quote) > 0),
    })),
    personOf,
    ours: (quotes) => {
      const hidden = quotes.map(({ important, ...quote }) => quote);
      const limits = { limit: quotes.length, maxPerParticipant: quotes.length };
      const pick = pickQuotes({
        quotes: hidden,
        rows: study.quotes,
        counted,
        participantOf: persons,
        ...limits,
      });
      const order = [
        ...pick.quotes.map(({ quote }) => quote.id),
        ...pick.leftOut.map((left) => left.quoteId),
      ];
      const byId = new Map(quotes.map((quote) => [quote.id, quote]));
      return order.flatMap((id) => byId.get(id) ?? []);
    },
    longest: (quotes) => quotes.toSorted((a, b) => countWords(b) - countWords(a)),
    central: (quotes) => {
      const own = stackRows(
        quotes.map(({ id }) => rowAt(rows, rowOf.get(id) ?? 0)),
        rows.width,
      );
      const { gains } = coverRows(own);
      return sortByRating(quotes, (row) => gains[row] ?? 0);
    },
  };
}

const sortByRating = (quotes: readonly Quote[], rate: (row: number) => number) =>
  quotes
    .map((quote, row) => ({ quote, rating: rate(row) }))
    .sort((a, b) => b.rating - a.rating)
    .map(({ quote }) => quote);

function listThemes(study: Study): readonly RankedTheme[] {
  const byId = new Map(study.quotes.map((quote) => [quote.id, quote]));
  const byTheme = new Map<string, Quote[]>();
  for (const { quoteId, themeId, status } of settleTaggings(study.decisions, [])) {
    const quote = byId.get(quoteId);
    if (status !== 'accepted' || quote === undefined) continue;
    byTheme.set(themeId, [...(byTheme.get(themeId) ?? []), quote]);
  }
  return [...byTheme].map(([id, quotes]) => ({ id, quotes }));
}
