import { z } from 'zod';

/** One line of `boards.jsonl`; the last one of a theme counts. */
export const boardRecordSchema = z.strictObject({
  theme: z.string().min(1),
  quotes: z.array(z.string().min(1)),
  by: z.string().optional(),
  at: z.iso.datetime({ offset: true }).optional(),
});
export type BoardRecord = z.infer<typeof boardRecordSchema>;

/** The order that a researcher gave to quotes of a theme; those that are not named come after. */
export type Board = { readonly themeId: string; readonly quoteIds: readonly string[] };
