import { z } from 'zod';
import type { Span } from './span.js';

/** One line of `quotes.jsonl`. */
export const quoteRecordSchema = z
  .strictObject({
    id: z.string().min(1),
    transcript: z.string().min(1),
    start: z.int().min(0),
    end: z.int().min(1),
    exact: z.string().min(1),
    prefix: z.string(),
    suffix: z.string(),
    wording: z.string().min(1).optional(),
    note: z.string().optional(),
    important: z.boolean().optional(),
    by: z.string().optional(),
    at: z.iso.datetime({ offset: true }).optional(),
  })
  .refine((record) => record.start < record.end, { path: ['end'], message: 'must lie after start' });
export type QuoteRecord = z.infer<typeof quoteRecordSchema>;

/** A passage that somebody marked, with its exact place: `text.slice(start, end) === exact`. */
export type Quote = {
  readonly id: string;
  readonly transcriptId: string;
  readonly span: Span;
  readonly exact: string;
  /** Up to 32 UTF-16 units before and after: they find the quote again when the transcript was corrected. */
  readonly prefix: string;
  readonly suffix: string;
  /** The published form, where it differs from `exact` by marked edits. */
  readonly wording?: string;
  readonly note?: string;
  readonly important?: boolean;
  readonly by?: string;
  readonly at?: string;
};

/** Length of `prefix` and `suffix` in UTF-16 units. */
export const SURROUNDINGS_LENGTH = 32;
