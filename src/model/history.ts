import { z } from 'zod';
import { actionSchema } from './action.js';
import { quoteRecordSchema } from './quote.js';
import { themeEntrySchema } from './theme.js';

/** What a coder had said of a quote and a theme; `null` where nothing. */
const saidSchema = z
  .strictObject({
    applies: z.boolean(),
    contradicts: z.literal(true).optional(),
    at: z.string(),
    note: z.string().optional(),
  })
  .nullable();

/** Where a theme stands among its siblings, from 0, and what it says. */
const themeStateSchema = z
  .strictObject({
    dimension: z.string(),
    parent: z.string().nullable(),
    position: z.int(),
    /** Without its children. */
    entry: themeEntrySchema,
  })
  .nullable();

/**
 * One thing in the study's files, before and after. Swapping the two gives the inverse, so that whatever was done can
 * be undone, and undone again, by the same few kinds of change.
 */
export const changeSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('quote'),
    id: z.string(),
    before: quoteRecordSchema.nullable(),
    after: quoteRecordSchema.nullable(),
    /** Id of the quote that it stood after, where one that was taken away may come back; empty for the first. */
    follows: z.string().optional(),
  }),
  z.strictObject({
    kind: z.literal('decision'),
    coder: z.string(),
    quote: z.string(),
    theme: z.string(),
    before: saidSchema,
    after: saidSchema,
  }),
  z.strictObject({
    kind: z.literal('theme'),
    id: z.string(),
    before: themeStateSchema,
    after: themeStateSchema,
  }),
  z.strictObject({
    kind: z.literal('memo'),
    theme: z.string(),
    before: z.string().nullable(),
    after: z.string().nullable(),
  }),
  z.strictObject({
    kind: z.literal('board'),
    theme: z.string(),
    before: z.array(z.string()).nullable(),
    after: z.array(z.string()).nullable(),
  }),
]);
export type Change = z.infer<typeof changeSchema>;

/** One line of `history.jsonl`: who did what when, and what it changed. */
export const historyEntrySchema = z.strictObject({
  id: z.string(),
  at: z.iso.datetime({ offset: true }),
  by: z.string(),
  action: actionSchema,
  /** Id of the entry that this one takes back or does again. */
  of: z.string().optional(),
  changes: z.array(changeSchema),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;
