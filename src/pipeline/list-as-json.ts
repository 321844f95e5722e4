import type { Clustering } from '../model/cluster.js';
import type { Quote } from '../model/quote.js';
import type { Suggestion } from '../model/suggestion.js';
import type { LeftOut } from '../reporting/report.js';
import type { CheckedDraft } from './checking/checked-quotation.js';

/** What `suggest --json` prints: best first within a quote. */
export function listSuggestions(suggestions: readonly Suggestion[]) {
  return {
    suggestions: suggestions.map(({ quoteId, themeId, tagger, confidence, evidence }) => ({
      quote: quoteId,
      theme: themeId,
      tagger,
      confidence,
      evidence,
    })),
  };
}

/** What `cluster --json` prints. */
export function listClusters({ clusters, unclustered }: Clustering) {
  return {
    clusters: clusters.map(({ id, quoteIds, medoidId, terms, cohesion, nearestTheme }) => ({
      id,
      quotes: quoteIds,
      medoid: medoidId,
      terms,
      cohesion,
      nearestTheme: nearestTheme?.themeId ?? null,
    })),
    unclustered,
  };
}

/** A quote that `quotes` prints, with who said it and why it was chosen. */
export type ListedQuote = {
  readonly quote: Quote;
  readonly participant: string;
  readonly attribution: string;
  /** Ids of the themes that people accepted. */
  readonly themes: readonly string[];
  readonly reason: string;
};

/** What `quotes --json` prints. `wording` is the published form: the exact words where nothing was edited. */
export function listQuotes(listed: readonly ListedQuote[], leftOut: readonly LeftOut[]) {
  return {
    quotes: listed.map(({ quote, participant, attribution, themes, reason }) => ({
      id: quote.id,
      transcript: quote.transcriptId,
      participant,
      attribution,
      exact: quote.exact,
      wording: quote.wording ?? quote.exact,
      themes,
      reason,
    })),
    leftOut: leftOut.map(({ quoteId, reason }) => ({ id: quoteId, reason })),
  };
}

/** What `verify --json` prints of one or more drafts. `span` is that of the nearest passage where nothing was found. */
export function listQuotations(drafts: readonly CheckedDraft[]) {
  return {
    ok: drafts.every(({ ok }) => ok),
    quotations: drafts.flatMap(({ quotations }) =>
      quotations.map(({ text, place, verdict, quote, passage, differences, problems }) => ({
        text,
        place,
        verdict,
        quote,
        transcript: passage?.transcript ?? null,
        participant: passage?.participant ?? null,
        span: passage?.span ?? null,
        differences,
        problems,
      })),
    ),
  };
}
