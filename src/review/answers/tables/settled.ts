import { type Decision, settleTaggings, type Tagging } from '../../../index.js';
import { listBy } from './list-by.js';
import { recall, recallChanged } from './recall.js';

/** By quote id: what was decided of it, and what that comes to. */
export type Settled = ReadonlyMap<
  string,
  { readonly decisions: readonly Decision[]; readonly taggings: readonly Tagging[] }
>;

/** So many decisions may differ before all are settled anew. */
const MOST_CHANGED = 2000;

const settle = (decisions: readonly Decision[]) => ({ decisions, taggings: settleTaggings(decisions, []) });

function settleEvery(decisions: readonly Decision[]): Settled {
  return new Map(
    Array.from(
      listBy(decisions, ({ quoteId }) => quoteId),
      ([id, own]) => [id, settle(own)],
    ),
  );
}

/** Ids of the quotes whose decisions may differ: what the two lists have in common at both ends is left aside. */
export function findChanged(before: readonly Decision[], after: readonly Decision[]): ReadonlySet<string> {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  const changed = [...before.slice(start, before.length - end), ...after.slice(start, after.length - end)];
  return new Set(changed.map(({ quoteId }) => quoteId));
}

function settleChanged(
  before: { readonly key: readonly Decision[]; readonly value: Settled },
  decisions: readonly Decision[],
): Settled | undefined {
  if (Math.abs(before.key.length - decisions.length) > MOST_CHANGED) return undefined;
  const changed = findChanged(before.key, decisions);
  if (changed.size > MOST_CHANGED) return undefined;
  const own = listBy(
    decisions.filter(({ quoteId }) => changed.has(quoteId)),
    ({ quoteId }) => quoteId,
  );
  const next = new Map(before.value);
  for (const id of changed) {
    const said = own.get(id);
    if (said === undefined) next.delete(id);
    else next.set(id, settle(said));
  }
  return next;
}

/** What people said of every quote, settled. After a decision only its quote is settled again. */
export const settleDecisions = recallChanged(settleEvery, settleChanged);

function remember<Value>(work: (name: string) => Value): (name: string) => Value {
  const known = new Map<string, Value>();
  return (name) => {
    const value = known.get(name) ?? work(name);
    known.set(name, value);
    return value;
  };
}

const selectOwn = recall((decisions: readonly Decision[]) =>
  remember((coder) => decisions.filter((decision) => decision.coder === coder)),
);
const settleOf = remember((_coder) => recallChanged(settleEvery, settleChanged));

/** The same of one coder alone: what a person sees who looks at nobody else's. */
export const settleOwn = (decisions: readonly Decision[], coder: string): Settled =>
  settleOf(coder)(selectOwn(decisions)(coder));
