import type { Watch } from './guarding/watch-identifiers.js';
import type { Selection } from './select-publishable.js';

/**
 * A selection without the quotes whose printed words surely tell who somebody is: an address, a number, a name that the
 * key file replaces. They are left out with the reason, so that one of them does not keep all others from being printed.
 * What is marked as important stays, and is refused by the gate: that somebody asked for it by name wants an answer.
 */
export function withholdIdentifying(selection: Selection, { listSure }: Pick<Watch, 'listSure'>): Selection {
  const reasons = new Map(
    [...selection.publishable.values()].flatMap(({ id, exact, wording, important }) => {
      const kinds = important === true ? [] : listSure(wording ?? exact);
      return kinds.length === 0 ? [] : [[id, `may tell who somebody is (${kinds.join(', ')})`] as const];
    }),
  );
  if (reasons.size === 0) return selection;
  return {
    ...selection,
    publishable: new Map([...selection.publishable].filter(([id]) => !reasons.has(id))),
    leftOut: [
      ...selection.leftOut,
      ...[...reasons].map(([quoteId, reason]) => ({ quoteId, reason, identifying: true as const })),
    ],
  };
}
