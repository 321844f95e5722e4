import type { Tagging, TaggingStatus } from '../../model/tagging.js';
import type { Taxonomy, Theme } from '../../model/theme.js';
import { findPlace, type QuotePlace } from '../printing/find-place.js';
import type { ReportInput } from '../report.js';
import { groupBy } from './group-by.js';

/** What people and machines said, by theme; countable quotes only. */
export type Coding = {
  /** Ids of the quotes that people accepted for a theme itself. */
  readonly accepted: ReadonlyMap<string, ReadonlySet<string>>;
  /** The same with the quotes of all themes under it. */
  readonly acceptedUnder: ReadonlyMap<string, ReadonlySet<string>>;
  readonly disputed: ReadonlyMap<string, readonly Tagging[]>;
  readonly suggested: ReadonlyMap<string, readonly Tagging[]>;
  /** Where each countable quote stands, by quote id. */
  readonly places: ReadonlyMap<string, QuotePlace>;
};

/** Groups a study's taggings by theme. Only what people accepted is a theme's content. */
export function groupTaggings(input: ReportInput): Coding {
  const { taxonomy } = input.study;
  const countable = input.taggings.filter(({ quoteId }) => input.countable.has(quoteId));
  const accepted = new Map(
    [...groupByTheme(countable, 'accepted')].map(([themeId, taggings]) => [
      themeId,
      new Set(taggings.map(({ quoteId }) => quoteId)),
    ]),
  );
  return {
    accepted,
    acceptedUnder: addSubThemes(taxonomy, accepted),
    disputed: groupByTheme(countable, 'disputed'),
    suggested: groupByTheme(countable, 'suggested'),
    places: findPlaces(input),
  };
}

function groupByTheme(taggings: readonly Tagging[], status: TaggingStatus): Map<string, Tagging[]> {
  return groupBy(
    taggings.filter((tagging) => tagging.status === status),
    ({ themeId }) => themeId,
  );
}

/** Parents stand before their children, so going backwards every theme is complete before its parent takes it in. */
function addSubThemes(
  { themes }: Taxonomy,
  accepted: ReadonlyMap<string, ReadonlySet<string>>,
): Map<string, Set<string>> {
  const under = new Map(themes.map(({ id }) => [id, new Set(accepted.get(id))]));
  for (const { id, parentId } of themes.toReversed()) {
    const parent = parentId === null ? undefined : under.get(parentId);
    for (const quoteId of under.get(id) ?? []) parent?.add(quoteId);
  }
  return under;
}

function findPlaces({ study, countable }: ReportInput): Map<string, QuotePlace> {
  const transcripts = new Map(study.transcripts.map((transcript) => [transcript.id, transcript]));
  const places = new Map<string, QuotePlace>();
  for (const quote of countable.values()) {
    const transcript = transcripts.get(quote.transcriptId);
    const place = transcript === undefined ? undefined : findPlace(quote, transcript);
    if (place !== undefined) places.set(quote.id, place);
  }
  return places;
}

/** How many quotes, and how many participants said them. */
export type Tally = { participants: number; quotes: number };

/** Counts quotes and the different participants who say them. */
export function tallyQuotes(quoteIds: Iterable<string>, { places }: Pick<Coding, 'places'>): Tally {
  const ids = [...quoteIds];
  const participants = new Set(ids.map((id) => places.get(id)?.participantId));
  participants.delete(undefined);
  return { participants: participants.size, quotes: ids.length };
}

/** Quotes and participants of a theme, the themes under it included. */
export function tallyTheme(theme: Theme, coding: Coding): Tally {
  return tallyQuotes(coding.acceptedUnder.get(theme.id) ?? [], coding);
}
