import type { ConsentScope } from '../model/participant.js';
import type { Study } from '../model/study.js';
import type { Tagging } from '../model/tagging.js';
import type { LeftOut } from '../reporting/report.js';
import { countQuotes } from './analyse-study.js';
import { attributeParticipants } from './attribute-participants.js';
import { filterQuotes, type QuoteFilter } from './filter-quotes.js';
import { type DecidedIdentifiers, guardPublication, type Leak, refuseLeaks } from './guard-publication.js';
import { listOutgoing } from './guarding/outgoing-text.js';
import { type ListedQuote, listQuotes } from './list-as-json.js';
import { pickQuotes } from './pick-quotes.js';
import { selectPublishable } from './select-publishable.js';
import { settleTaggings } from './settle-taggings.js';

export type PullRequest = {
  readonly where: QuoteFilter;
  /** The use that the quotes are printed for. */
  readonly scope: ConsentScope;
  /** ISO day on which consent is judged. */
  readonly today: string;
  /** Without it, all that the filter lets through. */
  readonly limit?: number | undefined;
  readonly maxPerParticipant?: number | undefined;
  /** What was decided on identifiers; without it nobody began to. */
  readonly decided?: DecidedIdentifiers | undefined;
};

export type PulledQuotes = {
  readonly quotes: readonly ListedQuote[];
  readonly leftOut: readonly LeftOut[];
  /** What may tell who somebody is and nobody decided on, where that is let through. */
  readonly undecided: readonly Leak[];
};

/**
 * Representative quotes of a study that a filter lets through and that may be printed, best first, with those left
 * out and why. Only what people decided counts. Throws `ToolkitError` for a theme, voice, attribute or participant
 * that the study lacks, and `publication-refused` as `guardPublication` says.
 */
export function pullQuotes(study: Study, request: PullRequest): PulledQuotes {
  const { where, scope, today, limit, maxPerParticipant } = request;
  const taggings = settleTaggings(study.decisions, []);
  const selection = selectPublishable({ study, scope, today });
  const filtered = filterQuotes({ study, taggings, selection, where });
  const picked = pickQuotes({
    quotes: filtered.quotes,
    rows: study.quotes,
    counted: countQuotes(study),
    participantOf: selection.participantOf,
    limit: limit ?? filtered.quotes.length,
    maxPerParticipant: maxPerParticipant ?? filtered.quotes.length,
  });
  const participants = new Map(study.participants.map((participant) => [participant.id, participant]));
  const attributions = attributeParticipants(study).lines;
  const themes = groupThemes(taggings);
  const quotes = picked.quotes.flatMap(({ quote, reason }) => {
    const participant = participants.get(selection.participantOf.get(quote.id) ?? '');
    if (participant === undefined) return [];
    return {
      quote,
      participant: participant.id,
      attribution: attributions.get(participant.id) ?? participant.id,
      themes: themes.get(quote.id) ?? [],
      reason,
    };
  });
  const leftOut = [...filtered.leftOut, ...picked.leftOut];
  const texts = listOutgoing(listQuotes(quotes, leftOut), 'quotes');
  const verdict = guardPublication({
    texts,
    study,
    quotes: quotes.map(({ quote }) => quote),
    decided: request.decided,
  });
  refuseLeaks(verdict);
  return { quotes, leftOut, undecided: verdict.undecided };
}

/** Ids of the accepted themes by quote id. */
function groupThemes(taggings: readonly Tagging[]): ReadonlyMap<string, readonly string[]> {
  const themes = new Map<string, string[]>();
  for (const { quoteId, themeId, status } of taggings) {
    if (status !== 'accepted') continue;
    const own = themes.get(quoteId);
    if (own === undefined) themes.set(quoteId, [themeId]);
    else own.push(themeId);
  }
  return themes;
}
