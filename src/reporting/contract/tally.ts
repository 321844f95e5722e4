import { z } from 'zod';

/** How often, and by how many people: a count of participants never stands without the quotes behind it. */
export const tallyFields = {
  participants: z.int().min(0).describe('participants who voice it, out of study.participants'),
  quotes: z.int().min(0).describe('quotes that people accepted for it'),
};

/** How many things share a reason. */
export const reasonCountSchema = z.strictObject({ reason: z.string(), count: z.int().min(1) });
export type ReasonCount = z.infer<typeof reasonCountSchema>;

/** Counts equal reasons, the most frequent first. */
export function countReasons(items: readonly { readonly reason: string }[]): ReasonCount[] {
  const counts = new Map<string, number>();
  for (const { reason } of items) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts]
    .map(([reason, count]) => ({ reason, count }))
    .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
}

/** "P03 withdrew" and "P04's consent ended" single out a person: the reader needs the reason, not the code. */
export function hideParticipant(reason: string, codes: ReadonlySet<string>): string {
  const [code = ''] = reason.split(/ |'s /, 1);
  return codes.has(code) ? `a participant${reason.slice(code.length)}` : reason;
}
