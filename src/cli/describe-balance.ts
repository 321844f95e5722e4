import type { PulledQuotes } from '../index.js';
import { alignColumns } from './align-columns.js';

type Balance = PulledQuotes['balance'];
type Row = Balance['groups'][number] | Balance['participants'][number];

/** A table: who says how many of the quotes, what share that is, and how many of them were picked. */
export function describeBalance({ participants, groups }: Balance): readonly string[] {
  const fill = (name: string, { quotes, share, picked }: Row) => [
    name,
    `${quotes}`,
    `${Math.round(100 * share)} %`,
    `${picked}`,
  ];
  return alignColumns([
    ['who', 'quotes', 'share', 'picked'],
    ...participants.map((row) => fill(row.participant, row)),
    ...groups.map((row) => fill(`${row.attribute}: ${row.group}`, row)),
  ]);
}

/** That one person says half of a theme or more; undefined where nobody does. */
export function describeCarrier({ carriedBy, participants, quotes }: Balance): string | undefined {
  const carrier = participants.find(({ participant }) => participant === carriedBy);
  if (carrier === undefined) return undefined;
  return `one person carries this theme: ${carrier.participant} has ${carrier.quotes} of ${quotes} quotes`;
}
