import type { Participant } from '../../model/participant.js';
import { findCarrier } from '../../reporting/coding/find-carrier.js';
import { groupByAttribute } from '../patterns/group-by-attribute.js';

/** How much of a theme somebody, or a group, says: quotes, their share of all, and how many of them were picked. */
export type BalanceRow = {
  readonly quotes: number;
  readonly share: number;
  readonly picked: number;
};

export type Balance = {
  /** Quotes in all. */
  readonly quotes: number;
  /** Those who say any, most first. */
  readonly participants: readonly (BalanceRow & { readonly participant: string })[];
  /** By attribute; a group of fewer people than `minimumGroupSize` is told with others or not at all. */
  readonly groups: readonly (BalanceRow & { readonly attribute: string; readonly group: string })[];
  /** The participant who carries the theme, where one does. */
  readonly carriedBy: string | null;
};

export type BalanceRequest = {
  readonly quoteIds: readonly string[];
  /** Ids of the quotes that were picked. */
  readonly picked?: ReadonlySet<string>;
  /** Participant by quote id. */
  readonly participantOf: ReadonlyMap<string, string>;
  readonly participants: readonly Participant[];
  /** The attributes whose groups are told. */
  readonly spread?: readonly string[];
  readonly minimumGroupSize: number;
};

/** Who says the quotes of a theme, in numbers, against who was picked. For the researcher: not to be printed. */
export function tellBalance(request: BalanceRequest): Balance {
  const { quoteIds, picked = new Set(), participantOf, participants, spread = [] } = request;
  const known = quoteIds.filter((id) => participantOf.has(id));
  const count = (ids: readonly string[]): BalanceRow => ({
    quotes: ids.length,
    share: known.length === 0 ? 0 : ids.length / known.length,
    picked: ids.filter((id) => picked.has(id)).length,
  });
  const byParticipant = new Map<string, string[]>();
  for (const id of known) {
    const participant = participantOf.get(id) ?? '';
    const own = byParticipant.get(participant);
    if (own === undefined) byParticipant.set(participant, [id]);
    else own.push(id);
  }
  const rows = [...byParticipant]
    .map(([participant, ids]) => ({ participant, ...count(ids) }))
    .sort((a, b) => b.quotes - a.quotes || (a.participant < b.participant ? -1 : 1));
  const groups = spread.flatMap((attribute) =>
    groupByAttribute(participants, attribute, request.minimumGroupSize)
      .filter(({ suppressedBecause }) => suppressedBecause === undefined)
      .map(({ label, rows: members }) => ({
        attribute,
        group: label,
        ...count(members.flatMap((row) => byParticipant.get(participants[row]?.id ?? '') ?? [])),
      })),
  );
  const carrier = findCarrier(new Map(rows.map(({ participant, quotes }) => [participant, quotes])));
  return { quotes: known.length, participants: rows, groups, carriedBy: carrier?.participant ?? null };
}
