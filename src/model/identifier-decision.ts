import { z } from 'zod';

export const identifierVerdictSchema = z.literal(['replace', 'generalise', 'keep', 'not-a-name']);
export type IdentifierVerdict = z.infer<typeof identifierVerdictSchema>;

/** Whether a string that is decided so gives way to another. */
export function changesText(verdict: IdentifierVerdict): boolean {
  return verdict === 'replace' || verdict === 'generalise';
}

/** What a person decided on one string of a study's originals. It holds the real name: the key file is its only home. */
export const identifierDecisionSchema = z
  .strictObject({
    text: z.string().min(1),
    kind: z.string().min(1),
    decision: identifierVerdictSchema,
    /** With its brackets, e.g. `[Colleague 2]`; empty where the string stays. */
    replacement: z.string(),
    /** Another decided string, of which this one is a part or a spelling. */
    sameAs: z.string().optional(),
    at: z.iso.datetime({ offset: true }),
    by: z.string().min(1),
  })
  .refine(({ decision, replacement }) => changesText(decision) === (replacement !== ''));
export type IdentifierDecision = z.infer<typeof identifierDecisionSchema>;

/** One line of `identifiers.jsonl`: tells without the key only that something of a kind was decided. */
export const identifierLogSchema = z.strictObject({
  /** HMAC-SHA256 of the folded string, keyed with a secret of the key file; hex. */
  hash: z.string().regex(/^[\da-f]{64}$/),
  kind: z.string().min(1),
  decision: identifierVerdictSchema,
  at: z.iso.datetime({ offset: true }),
  by: z.string().min(1),
});
export type IdentifierLogRecord = z.infer<typeof identifierLogSchema>;
