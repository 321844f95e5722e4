import type { Anchoring } from '../model/anchoring.js';
import type { ConsentScope } from '../model/participant.js';
import type { Quote } from '../model/quote.js';
import type { Tagging } from '../model/tagging.js';
import type { Pick, ReportInput } from '../reporting/report.js';
import { taggers } from '../taggers/index.js';
import type { Analysis } from './analyse-study.js';
import { attributeParticipants } from './attribute-participants.js';
import { checkConsent } from './check-consent.js';
import { pickQuotes } from './pick-quotes.js';
import { type Selection, selectPublishable } from './select-publishable.js';

export type GatherRequest = {
  readonly analysis: Analysis;
  readonly anchorings: readonly Anchoring[];
  /** The use that the reports are made for. */
  readonly consent: ConsentScope;
  /** ISO day on which consent is judged. */
  readonly today: string;
};

/**
 * Everything a report is built from: which quotes may be printed for this use, which may be counted (their speakers
 * agreed to research, or to this use), and which represent each theme.
 */
export function gatherReportInput({ analysis, anchorings, consent, today }: GatherRequest): ReportInput {
  const { study, clustering, taggings } = analysis;
  const selection = selectPublishable({ study, scope: consent, today });
  const research = selectPublishable({ study, scope: 'research', today });
  return {
    study,
    taggings,
    clustering,
    consent,
    lost: anchorings.filter((anchoring) => anchoring.state === 'lost'),
    publishable: selection.publishable,
    countable: new Map([...research.publishable, ...selection.publishable]),
    countedParticipants: study.participants
      .filter((participant) =>
        [consent, 'research' as const].some((scope) => checkConsent(participant, scope, today).allowed),
      )
      .map(({ id }) => id),
    leftOut: selection.leftOut,
    attributions: attributeParticipants(study).lines,
    picks: pickForThemes(analysis, selection),
    taggers: taggers.map(({ id, label, explanation }) => ({ id, label, explanation })),
  };
}

function pickForThemes(analysis: Analysis, selection: Selection): ReadonlyMap<string, Pick> {
  const { study, counted, taggings } = analysis;
  const byTheme = groupAccepted(taggings, selection.publishable);
  return new Map(
    study.taxonomy.themes.map((theme) => [
      theme.id,
      pickQuotes({
        quotes: preferOwn(theme.id, byTheme, analysis),
        rows: study.quotes,
        counted,
        participantOf: selection.participantOf,
        limit: study.settings.reports.quotesPerTheme,
        maxPerParticipant: 1,
      }),
    ]),
  );
}

/** A theme's quotes without those that its children show anyway, where enough are left to choose from. */
function preferOwn(
  themeId: string,
  byTheme: ReadonlyMap<string, readonly Quote[]>,
  { study }: Analysis,
): readonly Quote[] {
  const all = byTheme.get(themeId) ?? [];
  const children = study.taxonomy.themes.filter(({ parentId }) => parentId === themeId);
  const shown = new Set(children.flatMap(({ id }) => (byTheme.get(id) ?? []).map((quote) => quote.id)));
  const own = all.filter(({ id }) => !shown.has(id));
  return own.length >= study.settings.reports.quotesPerTheme ? own : all;
}

function groupAccepted(
  taggings: readonly Tagging[],
  publishable: ReadonlyMap<string, Quote>,
): ReadonlyMap<string, readonly Quote[]> {
  const byTheme = new Map<string, Quote[]>();
  for (const { quoteId, themeId, status } of taggings) {
    const quote = publishable.get(quoteId);
    if (quote === undefined || status !== 'accepted') continue;
    const group = byTheme.get(themeId) ?? [];
    group.push(quote);
    byTheme.set(themeId, group);
  }
  return byTheme;
}
