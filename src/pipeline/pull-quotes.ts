import type { ConsentScope } from '../model/participant.js';
import type { Quote } from '../model/quote.js';
import type { Study } from '../model/study.js';
import type { Tagging } from '../model/tagging.js';
import type { LeftOut, Pick } from '../reporting/report.js';
import { countQuotes } from './analyse-study.js';
import { attributeParticipants } from './attribute-participants.js';
import { filterQuotes, type QuoteFilter } from './filter-quotes.js';
import { type DecidedIdentifiers, guardPublication, type Leak, refuseLeaks } from './guard-publication.js';
import { listOutgoing } from './guarding/outgoing-text.js';
import { type Watch, watchIdentifiers } from './guarding/watch-identifiers.js';
import { type ListedQuote, listQuotes } from './list-as-json.js';
import { pickQuotes } from './pick-quotes.js';
import { findContradicting } from './picking/find-contradicting.js';
import { findIdentifying } from './picking/find-identifying.js';
import { listUnderTheme } from './picking/list-under-theme.js';
import { listSpread } from './picking/spread-groups.js';
import { type Balance, tellBalance } from './picking/tell-balance.js';
import { type Selection, selectPublishable } from './select-publishable.js';
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
  /** Whether the balance is printed, too. */
  readonly withBalance?: boolean | undefined;
  /** What was decided on identifiers; without it nobody began to. */
  readonly decided?: DecidedIdentifiers | undefined;
};

export type PulledQuotes = {
  readonly quotes: readonly ListedQuote[];
  readonly leftOut: readonly LeftOut[];
  /** Who says the quotes that the filter lets through, against whose were picked. */
  readonly balance: Balance;
  /** What may tell who somebody is and nobody decided on, where that is let through. */
  readonly undecided: readonly Leak[];
};

/**
 * Representative quotes of a study that a filter lets through and that may be printed, best first, with those left
 * out and why. Only what people decided counts. Throws `ToolkitError` for a theme, voice, attribute or participant
 * that the study lacks, and `publication-refused` as `guardPublication` says.
 */
export function pullQuotes(study: Study, request: PullRequest): PulledQuotes {
  const { where, scope, today, decided } = request;
  const taggings = settleTaggings(study.decisions, []);
  const selection = selectPublishable({ study, scope, today });
  const filtered = filterQuotes({ study, taggings, selection, where });
  const watch = watchIdentifiers({ study, quotes: filtered.quotes, decided });
  const picked = pickPulled({ study, request, taggings, selection, quotes: filtered.quotes, watch });
  const quotes = listPulled(picked, { study, taggings, selection }).map((listed) =>
    withholdExact(listed, watch),
  );
  const leftOut = [...filtered.leftOut, ...picked.leftOut];
  const balance = tellBalance({
    quoteIds: filtered.quotes.map(({ id }) => id),
    picked: new Set(quotes.map(({ quote }) => quote.id)),
    participantOf: selection.participantOf,
    participants: study.participants,
    ...study.settings.reports,
  });
  const texts = listOutgoing(
    listQuotes(quotes, leftOut, request.withBalance ? balance : undefined),
    'quotes',
  );
  const verdict = guardPublication({ texts, study, quotes: quotes.map(({ quote }) => quote), decided });
  refuseLeaks(verdict);
  return { quotes, leftOut, balance, undecided: verdict.undecided };
}

type Sources = {
  readonly study: Study;
  readonly taggings: readonly Tagging[];
  readonly selection: Selection;
};

type PullGround = {
  readonly request: PullRequest;
  readonly quotes: readonly Quote[];
  readonly watch: Watch;
};

function pickPulled({ study, request, taggings, selection, quotes, watch }: Sources & PullGround): Pick {
  const { where, limit, maxPerParticipant } = request;
  const board = study.boards?.find(({ themeId }) => themeId === where.theme);
  return pickQuotes({
    quotes,
    rows: study.quotes,
    counted: countQuotes(study),
    participantOf: selection.participantOf,
    limit: limit ?? quotes.length,
    ...(board === undefined ? {} : { order: board.quoteIds }),
    maxPerParticipant: maxPerParticipant ?? quotes.length,
    spread: listSpread(study.settings.reports.spread, study.participants),
    ...(where.theme === undefined
      ? {}
      : { contradicting: findContradicting(taggings, listUnderTheme(where.theme, study.taxonomy)) }),
    identifying: findIdentifying({
      watch,
      quotes,
      read: ({ exact, wording }) => [wording ?? exact],
    }),
  });
}

/** What an edit took out because it may tell somebody does not go out beside the edited form. */
function withholdExact(listed: ListedQuote, { hidesIdentity, listRefused }: Watch): ListedQuote {
  const { exact, wording } = listed.quote;
  if (wording === undefined || (listRefused(exact).length === 0 && !hidesIdentity(listed.quote)))
    return listed;
  return { ...listed, exactWithheld: 'its wording leaves out what may tell who somebody is' };
}

function listPulled(picked: Pick, { study, taggings, selection }: Sources): readonly ListedQuote[] {
  const participants = new Set(study.participants.map(({ id }) => id));
  const attributions = attributeParticipants(study).lines;
  const themes = groupThemes(taggings);
  return picked.quotes.flatMap(({ quote, ...why }) => {
    const participant = selection.participantOf.get(quote.id) ?? '';
    if (!participants.has(participant)) return [];
    return {
      quote,
      participant,
      attribution: attributions.get(participant) ?? participant,
      themes: themes.get(quote.id) ?? [],
      ...why,
    };
  });
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
