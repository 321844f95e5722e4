import { z } from 'zod';
import { quoteSchema, spanSchema } from './common.js';

/** `GET /api/transcripts/:id` */
export const transcriptSchema = z.object({
  id: z.string(),
  file: z.string(),
  date: z.string(),
  participants: z.array(z.object({ id: z.string(), attributes: z.record(z.string(), z.string()) })),
  text: z.string(),
  utterances: z.array(
    z.object({
      span: spanSchema,
      /** As shown: `P03`, `Interviewer`, or the source's own label. */
      speaker: z.string(),
      role: z.enum(['participant', 'interviewer', 'unknown']),
      startsAtMs: z.number().nullable(),
    }),
  ),
  quotes: z.array(quoteSchema),
});
export type TranscriptView = z.infer<typeof transcriptSchema>;

/** `GET /api/transcripts/:id/passages`: what a machine thinks worth marking, best first. */
export const passagesSchema = z.object({
  ready: z.boolean(),
  passages: z.array(z.object({ span: spanSchema, score: z.number(), why: z.string() })),
});
export type PassagesView = z.infer<typeof passagesSchema>;

/** `POST /api/snap { transcript, start, end, across }`: the whole words of a selection, or why it cannot be marked. */
export const snapRequestSchema = z.strictObject({
  transcript: z.string().max(200),
  start: z.int().min(0),
  end: z.int().min(0),
  across: z.boolean().default(false),
});
export const snapSchema = z.object({
  span: spanSchema.nullable(),
  /** Whether an interviewer's turn was cut off, so that `across` would give more. */
  cut: z.boolean(),
  refused: z.string(),
});

/** `POST /api/themes/likely { quote } | { transcript, start, end }`: themes for the picker, most likely first. */
export const likelyRequestSchema = z.union([
  z.strictObject({ quote: z.string().max(200) }),
  z.strictObject({ transcript: z.string().max(200), start: z.int().min(0), end: z.int().min(0) }),
]);
export const likelySchema = z.object({
  themes: z.array(
    z.object({ theme: z.string(), strength: z.enum(['strong', 'medium', 'weak', 'none']), why: z.string() }),
  ),
});
export type LikelyView = z.infer<typeof likelySchema>;

/** `POST /api/wording { quote, wording }`: whether the edits are marked ones, and where they are not. */
export const wordingRequestSchema = z.strictObject({
  quote: z.string().max(200),
  wording: z.string().max(20_000),
});
export const wordingSchema = z.object({
  ok: z.boolean(),
  /** The wording as it would be kept, with the marks derived where they can be. */
  wording: z.string(),
  /** In words: what differs, or what to beware of (an omission that hides a negation). */
  remarks: z.array(z.string()),
  differences: z.array(
    z.object({
      kind: z.enum(['same', 'added', 'left-out', 'changed']),
      published: z.string(),
      said: z.string(),
    }),
  ),
});
export type WordingView = z.infer<typeof wordingSchema>;

/** `GET /api/search?q=&in=&theme=&coder=&where=role=staff` */
export const searchSchema = z.object({
  total: z.int(),
  hits: z.array(
    z.object({
      kind: z.enum(['text', 'quote']),
      transcript: z.string(),
      participant: z.string(),
      utterance: z.int(),
      span: spanSchema,
      /** Words around the hit, and where in them it is. */
      snippet: z.string(),
      marks: z.array(spanSchema),
      quote: z.string(),
    }),
  ),
});
export type SearchView = z.infer<typeof searchSchema>;
