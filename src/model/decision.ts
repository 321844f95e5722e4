import { z } from 'zod';

/** One line of `decisions/<coder>.jsonl`; the coder is the file's name. */
export const decisionRecordSchema = z.strictObject({
  quote: z.string().min(1),
  theme: z.string().min(1),
  applies: z.boolean(),
  at: z.iso.datetime({ offset: true }),
  note: z.string().optional(),
});
export type DecisionRecord = z.infer<typeof decisionRecordSchema>;

/** What a person said: this theme applies to this quote, or it does not. Holds no participant's words. */
export type Decision = {
  readonly quoteId: string;
  readonly themeId: string;
  readonly coder: string;
  readonly applies: boolean;
  /** ISO 8601; empty for a mark inside a transcript, which carries no time. */
  readonly decidedAt: string;
  readonly note?: string;
};
