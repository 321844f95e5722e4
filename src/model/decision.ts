import { z } from 'zod';

/** One line of `decisions/<coder>.jsonl`; the coder is the file's name. */
export const decisionRecordSchema = z
  .strictObject({
    quote: z.string().min(1),
    theme: z.string().min(1),
    /** `null` takes back what was said before: the coder has then said nothing. */
    applies: z.boolean().nullable(),
    contradicts: z.literal(true).optional(),
    at: z.iso.datetime({ offset: true }),
    note: z.string().optional(),
  })
  .refine(({ applies, contradicts }) => applies === true || contradicts === undefined, {
    path: ['contradicts'],
    message: 'goes with "applies": true only: it is about the theme and speaks against it',
  });
export type DecisionRecord = z.infer<typeof decisionRecordSchema>;

/**
 * Who decides where coders saw a quote differently and talked about it: `decisions/consensus.jsonl`. It settles a tagging and
 * keeps what each coder said; it is nobody who could agree or disagree with them.
 */
export const CONSENSUS = 'consensus';

/** What a person said: this theme applies to this quote, or it does not. Holds no participant's words. */
export type Decision = {
  readonly quoteId: string;
  readonly themeId: string;
  readonly coder: string;
  readonly applies: boolean;
  /** The quote is about the theme and speaks against it; never where it does not apply. */
  readonly contradicts?: true;
  /** ISO 8601; empty for a mark inside a transcript, which carries no time. */
  readonly decidedAt: string;
  readonly note?: string;
};
