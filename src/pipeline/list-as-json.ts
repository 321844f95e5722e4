import type { Coverage } from '../model/cluster.js';
import type { Quote } from '../model/quote.js';
import type { ExplainedSuggestion, Flip } from '../model/suggestion.js';
import type { LeftOut } from '../reporting/report.js';
import type { CheckedDraft } from './checking/checked-quotation.js';
import type { NextQuote } from './choose-next.js';
import type { StudyClustering } from './clustering/cluster-study.js';
import type { Balance } from './picking/tell-balance.js';

/**
 * What `suggest --json` prints: best first within a quote. `none` holds the ids of the quotes of which the answer is *none
 * of these themes*.
 */
export function listSuggestions(suggestions: readonly ExplainedSuggestion[], none: readonly string[] = []) {
  return {
    suggestions: suggestions.map((suggestion) => ({
      quote: suggestion.quoteId,
      theme: suggestion.themeId,
      tagger: suggestion.tagger,
      confidence: suggestion.confidence,
      evidence: suggestion.evidence,
      strength: suggestion.strength,
      calibrated: suggestion.calibrated,
      rule: suggestion.rule,
      measured: suggestion.measured,
      flip: listFlip(suggestion.flip),
    })),
    none,
  };
}

function listFlip({ runnerUp, ...flip }: Flip) {
  return { ...flip, runnerUp: runnerUp === null ? null : { theme: runnerUp.themeId, short: runnerUp.short } };
}

/** What `suggest --next N --json` prints: the random part first, then the uncertain and the diverse one. */
export function listNext(next: readonly NextQuote[]) {
  return { next: next.map(({ quoteId, part, reason }) => ({ quote: quoteId, part, reason })) };
}

/** What `cluster --json` prints; `passages` holds what was clustered where that was not the marked quotes. */
export function listClusters(clustering: StudyClustering) {
  const { unclustered, k, alsoFitting, method, seed, over, notices } = clustering;
  const passages = over === 'marked' ? [] : clustering.passages;
  return {
    clusters: clustering.clusters.map((cluster) => ({
      id: cluster.id,
      quotes: cluster.quoteIds,
      medoid: cluster.medoidId,
      terms: cluster.terms,
      cohesion: cluster.cohesion,
      nearestTheme: cluster.nearestTheme?.themeId ?? null,
      coverage: listCoverage(cluster.coverage),
      stability: cluster.stability,
      certainty: cluster.certainty,
    })),
    unclustered,
    k,
    alsoFitting,
    method,
    seed,
    over,
    passages: passages.map(({ id, transcriptId, span, exact }) => ({
      id,
      transcript: transcriptId,
      span,
      exact,
    })),
    notices,
  };
}

function listCoverage(coverage: Coverage) {
  if (coverage.kind === 'prompt') return { kind: coverage.kind };
  return { kind: coverage.kind, theme: coverage.themeId, overlap: coverage.overlap };
}

/** A quote that `quotes` prints, with who said it and why it was chosen. */
export type ListedQuote = {
  readonly quote: Quote;
  readonly participant: string;
  readonly attribution: string;
  /** Ids of the themes that people accepted. */
  readonly themes: readonly string[];
  readonly reason: string;
  /** Where coders marked that it speaks against the theme asked for. */
  readonly contradicts?: true;
  /** Why the exact words are not printed beside the wording. */
  readonly exactWithheld?: string;
};

/**
 * What `quotes --json` prints. `wording` is the published form: the exact words where nothing was edited; `exact` is null
 * where what was edited out may tell who somebody is.
 */
export function listQuotes(listed: readonly ListedQuote[], leftOut: readonly LeftOut[], balance?: Balance) {
  return {
    quotes: listed.map(({ quote, participant, attribution, themes, reason, contradicts, exactWithheld }) => ({
      id: quote.id,
      transcript: quote.transcriptId,
      participant,
      attribution,
      exact: exactWithheld === undefined ? quote.exact : null,
      wording: quote.wording ?? quote.exact,
      themes,
      reason,
      ...(contradicts === undefined ? {} : { contradicts }),
      ...(exactWithheld === undefined ? {} : { exactWithheld }),
    })),
    leftOut: leftOut.map(({ quoteId, reason }) => ({ id: quoteId, reason })),
    ...(balance === undefined ? {} : { balance }),
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
