import { z } from 'zod';
import { quoteSchema, turnSchema } from './common.js';

/** `GET /api/compare?a=&b=` */
export const comparisonSchema = z.object({
  coders: z.array(z.string()),
  a: z.string(),
  b: z.string(),
  /** Why agreement is not told, e.g. in a reflexive study; else empty. */
  withheld: z.string(),
  figures: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      value: z.number().nullable(),
      interval: z.tuple([z.number(), z.number()]).nullable(),
      because: z.string(),
    }),
  ),
  /** Disagreements first, then what they agree on. */
  rows: z.array(
    z.object({
      quote: quoteSchema,
      before: z.array(turnSchema),
      after: z.array(turnSchema),
      theme: z.string(),
      a: z.enum(['applies', 'does-not', 'nothing']),
      b: z.enum(['applies', 'does-not', 'nothing']),
      noteA: z.string(),
      noteB: z.string(),
      agree: z.boolean(),
      /** The third decision that settled it. */
      resolved: z.enum(['applies', 'does-not', 'nothing']),
      noteResolved: z.string(),
    }),
  ),
  total: z.object({ agree: z.int(), disagree: z.int() }),
});
export type ComparisonView = z.infer<typeof comparisonSchema>;

/** `GET /api/reports` */
export const reportsSchema = z.object({
  reports: z.array(z.object({ id: z.string(), description: z.string(), formats: z.array(z.string()) })),
  consents: z.array(z.string()),
  consent: z.string(),
  exports: z.array(z.object({ extension: z.string(), description: z.string() })),
});
export type ReportsView = z.infer<typeof reportsSchema>;

/** `POST /api/reports/preview { report, format, consent }` and `POST /api/reports/write`. */
export const reportRequestSchema = z.strictObject({
  report: z.string().max(100),
  format: z.string().max(20),
  consent: z.string().max(40),
});
export const reportPreviewSchema = z.object({
  /** Path to open in a sandboxed frame, good for a minute; empty where the gate refused. */
  path: z.string(),
  /** What the gate found, masked, with places. */
  findings: z.array(
    z.object({
      place: z.string(),
      text: z.string(),
      severity: z.enum(['refused', 'undecided']),
      /** The quote it stands in, or empty where it is a memo or the taxonomy; and the transcript of that quote. */
      quote: z.string(),
      transcript: z.string(),
    }),
  ),
  leftOut: z.array(z.string()),
});
export type ReportPreview = z.infer<typeof reportPreviewSchema>;
export const writtenSchema = z.object({
  folder: z.string(),
  written: z.array(z.string()),
  unchanged: z.array(z.string()),
});

/** `GET /api/history?before=&count=`: latest first. */
export const historySchema = z.object({
  entries: z.array(
    z.object({
      id: z.string(),
      at: z.string(),
      by: z.string(),
      told: z.string(),
      /** Where to look: a quote, a theme or a transcript; empty where nowhere. */
      quote: z.string(),
      transcript: z.string(),
      theme: z.string(),
      undone: z.boolean(),
      /** What whoever asks can do with it: an own one is taken back, or done again, while the same was not changed since. */
      offer: z.enum(['undo', 'redo', 'changed', 'nothing']),
      /** Who changed the same since; else empty. */
      changedBy: z.string(),
    }),
  ),
  more: z.boolean(),
});
export type HistoryView = z.infer<typeof historySchema>;
