import type { Decision, StudyReading } from '../../../index.js';
import { recall } from '../tables/recall.js';

/** Names of two coders; empty where there are not two. */
export type Pair = { readonly a: string; readonly b: string };

const countDecisions = recall((decisions: readonly Decision[]) => {
  const counts = new Map<string, number>();
  for (const { coder } of decisions) counts.set(coder, (counts.get(coder) ?? 0) + 1);
  return counts;
});

/** Those asked for; else whoever asks, and whoever decided most beside: two who decided something, and never the same one twice. */
export function choosePair(
  { study }: StudyReading,
  coders: readonly string[],
  request: Partial<Pair> & { readonly coder: string },
): Pair {
  const counts = countDecisions(study.decisions);
  const known = coders
    .filter((name) => counts.has(name))
    .toSorted((x, y) => (counts.get(y) ?? 0) - (counts.get(x) ?? 0));
  const asked = (name: string | undefined) => known.find((each) => each === name);
  const b = asked(request.b);
  const a =
    asked(request.a) ?? [request.coder, ...known].find((name) => name !== b && known.includes(name)) ?? '';
  return { a, b: b !== undefined && b !== a ? b : (known.find((name) => name !== a) ?? '') };
}
