import type { Loss } from '../exchange.js';
import type { ReadCodes } from './read-codes.js';

type Counted = readonly (readonly [element: string, count: number, reason: string])[];

/** The counts that are not zero, as losses of an import. */
export function countLosses(counted: Counted): readonly Loss[] {
  return counted
    .filter(([, count]) => count > 0)
    .map(([element, count, reason]) => ({ element, count, reason, kept: false }));
}

/** As `countLosses`, of what has a place with us and could not be taken. */
export function countLeft(counted: Counted): readonly Loss[] {
  return countLosses(counted).map((loss) => ({ ...loss, isLeft: true }));
}

/** What of a codebook has no place in a taxonomy. */
export function listCodeLosses(
  { coloured, categories, repeated }: Pick<ReadCodes, 'coloured' | 'categories' | 'repeated'>,
  { sets }: { readonly sets: number },
): readonly Loss[] {
  return countLosses([
    ['colour of a code', coloured, 'themes have no colours'],
    ['category', categories, 'codes that nothing could be coded with became themes like all others'],
    ['code with a GUID that another has', repeated, 'only the first is taken'],
    ['Set', sets, 'themes have one order, by dimensions and parents'],
  ]);
}
