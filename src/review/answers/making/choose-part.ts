import type { Decision, Study } from '../../../index.js';
import { listBy } from '../tables/list-by.js';
import type { PartSize } from './plan-stages.js';

/** So many of a list, as evenly over it as they can be: what comes of one interview stands together. */
function takeEvenly<Item>(items: readonly Item[], most: number): readonly Item[] {
  if (items.length <= most) return items;
  const step = items.length / most;
  return Array.from({ length: most }, (_, i) => items[Math.floor(i * step)]).flatMap((item) => item ?? []);
}

/** The largest number such that lists which give no more than it have no more than `most` together. */
function findLevel(sizes: readonly number[], most: number): number {
  let left = most;
  const rising = sizes.toSorted((a, b) => a - b);
  for (const [i, size] of rising.entries()) {
    const each = Math.floor(left / (rising.length - i));
    if (size > each) return each;
    left -= size;
  }
  return most;
}

const nameVerdict = ({ themeId, applies }: Decision) => `${applies ? 'yes' : 'no'} ${themeId}`;

/** Ids of decided quotes: as many that have each theme, and that do not have it, as there are of the rarest ones or more. */
function balanceThemes(decisions: readonly Decision[], ids: readonly string[], most: number): Set<string> {
  const place = new Map(ids.map((id, i) => [id, i]));
  const lists = [...listBy(decisions, nameVerdict).values()].map((own) =>
    [...new Set(own.map(({ quoteId }) => quoteId))]
      .filter((id) => place.has(id))
      .sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0)),
  );
  const level = findLevel(
    lists.map(({ length }) => length),
    most,
  );
  const chosen = new Set(lists.flatMap((list) => takeEvenly(list, level)));
  // A quote with several themes stands in several lists: what that leaves free is filled up.
  const rest = ids.filter((id) => !chosen.has(id));
  return new Set([...chosen, ...takeEvenly(rest, most - chosen.size)]);
}

/**
 * A part of a study to learn from: decided quotes such that rare themes are in it as much as common ones, and quotes that
 * nobody decided, evenly over the interviews. The same study gives the same part; quotes keep their order.
 */
export function choosePart(study: Study, { decided, open }: PartSize): Study {
  const { quotes, decisions } = study;
  const known = new Set(decisions.map(({ quoteId }) => quoteId));
  const ids = quotes.map(({ id }) => id);
  const taught = balanceThemes(
    decisions,
    ids.filter((id) => known.has(id)),
    decided,
  );
  const judged = takeEvenly(
    ids.filter((id) => !known.has(id)),
    open,
  );
  const kept = new Set([...taught, ...judged]);
  return {
    ...study,
    quotes: quotes.filter(({ id }) => kept.has(id)),
    decisions: decisions.filter(({ quoteId }) => taught.has(quoteId)),
  };
}
