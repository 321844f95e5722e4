import type { Candidate } from './open-choice.js';

/** Participants by one attribute over which the quotes are to be spread. */
export type SpreadAttribute = {
  readonly attribute: string;
  /** By participant id; missing where nothing is recorded. */
  readonly values: ReadonlyMap<string, string>;
};

/** The values of the attributes that a study spreads its quotes over. */
export function listSpread(
  spread: readonly string[],
  participants: readonly { readonly id: string; readonly attributes: Readonly<Record<string, string>> }[],
): readonly SpreadAttribute[] {
  return spread.map((attribute) => ({
    attribute,
    values: new Map(
      participants.flatMap(({ id, attributes }) => {
        const value = Object.hasOwn(attributes, attribute) ? (attributes[attribute] ?? '').trim() : '';
        return value === '' ? [] : [[id, value] as const];
      }),
    ),
  }));
}

type Spreading = {
  readonly spread: readonly SpreadAttribute[];
  readonly candidates: readonly Candidate[];
  readonly picked: ReadonlySet<Candidate>;
};

/** A factor on what a candidate would add. */
export type RateSpread = (candidate: Candidate) => number;

/**
 * 1 / (1 + r), r being the group's share of the quotes taken so far over its share of all candidates, as a mean over the
 * attributes: 1 for a group that was not quoted yet, ½ for one that was quoted as often as it speaks. A participant of
 * whom nothing is recorded belongs to no group, and counts as quoted in proportion.
 */
export function prepareSpread({ spread, candidates, picked }: Spreading): RateSpread {
  if (spread.length === 0 || picked.size === 0) return () => 1;
  const rated = spread.map(({ values }) => {
    const all = countGroups(candidates, values);
    const taken = countGroups([...picked], values);
    return (participant: string) => {
      const value = values.get(participant);
      if (value === undefined) return 1;
      return ((taken.get(value) ?? 0) * candidates.length) / (picked.size * (all.get(value) ?? 1));
    };
  });
  return ({ participant }) =>
    1 / (1 + rated.reduce((sum, rate) => sum + rate(participant), 0) / rated.length);
}

/** The attributes by which a candidate comes from a group that none of those taken belongs to. */
export function listNewGroups(
  { spread, picked }: Omit<Spreading, 'candidates'>,
  { participant }: Candidate,
): readonly string[] {
  return spread.flatMap(({ attribute, values }) => {
    const value = values.get(participant);
    const isNew = value !== undefined && [...picked].every((one) => values.get(one.participant) !== value);
    return isNew ? [attribute] : [];
  });
}

function countGroups(
  candidates: readonly Candidate[],
  values: ReadonlyMap<string, string>,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { participant } of candidates) {
    const value = values.get(participant);
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}
