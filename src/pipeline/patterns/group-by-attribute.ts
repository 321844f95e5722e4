import type { Participant } from '../../model/participant.js';
import type { AttributeGroup } from '../../model/pattern.js';
import { groupBy } from '../../reporting/coding/group-by.js';

/** A group with the rows of its participants. */
export type PeopleGroup = AttributeGroup & { readonly rows: readonly number[] };

/** Every attribute that any participant has a value of, in the order in which they first occur. */
export function listAttributes(participants: readonly Participant[]): readonly string[] {
  return [...new Set(participants.flatMap(({ attributes }) => Object.keys(attributes)))];
}

const readValue = ({ attributes }: Participant, attribute: string) =>
  Object.hasOwn(attributes, attribute) ? (attributes[attribute] ?? '').trim() : '';

/**
 * The participants by their value of an attribute: values that `minimumGroupSize` people or more share, by name; the
 * others as one group; empty cells as a group apart. A group that is too small is suppressed, and where its count
 * would follow from the study's total, the smallest other group with it.
 */
export function groupByAttribute(
  participants: readonly Participant[],
  attribute: string,
  minimumGroupSize: number,
): readonly PeopleGroup[] {
  const byValue = groupBy(participants.keys(), (row) => {
    const participant = participants[row];
    return participant === undefined ? '' : readValue(participant, attribute);
  });
  const empty = byValue.get('') ?? [];
  byValue.delete('');
  const values = [...byValue].sort(([a], [b]) => (a < b ? -1 : 1));
  const shared = values.filter(([, rows]) => rows.length >= minimumGroupSize);
  const rare = values.filter(([, rows]) => rows.length < minimumGroupSize);
  const groups = [
    ...shared.map(([label, rows]) => openGroup(label, 'value', rows)),
    openGroup(
      `other (${rare.length} ${rare.length === 1 ? 'value' : 'values'})`,
      'other',
      rare.flatMap(([, rows]) => rows).sort((a, b) => a - b),
    ),
    openGroup('not recorded', 'not-recorded', empty),
  ].filter(({ rows }) => rows.length > 0);
  return suppressSmall(groups, minimumGroupSize);
}

function openGroup(label: string, kind: AttributeGroup['kind'], rows: readonly number[]): PeopleGroup {
  return { label, kind, participants: rows.length, rows };
}

/** What is withheld must be the count of enough people together, or else subtraction from the total gives it away. */
function suppressSmall(groups: readonly PeopleGroup[], minimumGroupSize: number): readonly PeopleGroup[] {
  const small = groups.filter(({ participants }) => participants < minimumGroupSize);
  const withheld = small.reduce((sum, { participants }) => sum + participants, 0);
  const cover =
    withheld === 0 || withheld >= minimumGroupSize
      ? undefined
      : groups
          .filter((group) => !small.includes(group))
          .toSorted((a, b) => a.participants - b.participants)[0];
  return groups.map((group) => {
    if (small.includes(group))
      return { ...group, suppressedBecause: `fewer than ${minimumGroupSize} participants` };
    if (group === cover)
      return { ...group, suppressedBecause: 'its count would give away that of a smaller group' };
    return group;
  });
}
