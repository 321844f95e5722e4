import { type FactSources, type KnownFact, listAttributeKeys, listFacts } from './identity/list-facts.js';

/** Something that a reader learns of a participant, where, and how many participants of the study it fits. */
export type IdentityFact = { readonly fact: string; readonly source: string; readonly group: number };

/** What a reader can put together of one participant over everything that is printed. */
export type IdentityCard = {
  readonly participant: string;
  readonly facts: readonly IdentityFact[];
  /** How many participants all facts together fit, this one among them: 1 is alone. */
  readonly smallestGroup: number;
  /** Participants of the study that have not withdrawn. */
  readonly of: number;
  /** Where fewer than `minimumGroupSize` fit: the one fact without which most would, and how many; null where none helps. */
  readonly drop: { readonly fact: string; readonly source: string; readonly leaves: number } | null;
};

/**
 * An identity card for each participant of whom something may be printed (see `listFacts`). Somebody fits a fact of a quote
 * when one of their own printed quotes tells the same, so that what is not known of others makes a group smaller, never
 * larger. Groups are those of the study (k-anonymity; Sweeney 2002): what a reader knows from elsewhere is not in them.
 */
export function describeIdentity(input: FactSources): readonly IdentityCard[] {
  const { study } = input;
  const present = study.participants.filter(({ consent }) => consent.withdrawn === undefined);
  const facts = listFacts(present, input);
  const known = present.map((participant) => ({
    id: participant.id,
    keys: new Set([
      ...listAttributeKeys(participant),
      ...(facts.get(participant.id) ?? []).map(({ key }) => key),
    ]),
  }));
  const count = (keys: readonly string[]) =>
    known.filter(({ keys: own }) => keys.every((key) => own.has(key))).length;
  const printed = new Set(
    [...input.selection.publishable.keys()].map((id) => input.selection.participantOf.get(id)),
  );
  return present
    .filter(({ id }) => printed.has(id))
    .map(({ id }) =>
      makeCard(id, facts.get(id) ?? [], {
        count,
        of: present.length,
        enough: study.settings.reports.minimumGroupSize,
      }),
    );
}

type Counting = {
  readonly count: (keys: readonly string[]) => number;
  readonly of: number;
  /** `minimumGroupSize`. */
  readonly enough: number;
};

function makeCard(participant: string, known: readonly KnownFact[], counting: Counting): IdentityCard {
  const { count, of, enough } = counting;
  const smallestGroup = count(known.map(({ key }) => key));
  return {
    participant,
    facts: known.map(({ key, fact, source }) => ({ fact, source, group: count([key]) })),
    smallestGroup,
    of,
    drop: smallestGroup < enough ? findDrop(known, smallestGroup, count) : null,
  };
}

function findDrop(
  known: readonly KnownFact[],
  smallestGroup: number,
  count: Counting['count'],
): IdentityCard['drop'] {
  const choices = known.map(({ key, fact, source }) => ({
    fact,
    source,
    leaves: count(known.flatMap((other) => (other.key === key ? [] : [other.key]))),
  }));
  const most = Math.max(smallestGroup, ...choices.map(({ leaves }) => leaves));
  return most > smallestGroup ? (choices.find(({ leaves }) => leaves === most) ?? null) : null;
}
