import { z } from 'zod';

/** A stretch of UTF-16 units, start in, end out. */
export const spanSchema = z.object({ start: z.int(), end: z.int() });

export const noticeSchema = z.object({
  severity: z.enum(['error', 'caution', 'info']),
  code: z.string(),
  message: z.string(),
  place: z.string(),
});
export type NoticeView = z.infer<typeof noticeSchema>;

/** What somebody said beside a quote, or as much of it as is shown, with the line feed that ends it. */
export const turnSchema = z.object({
  role: z.enum(['participant', 'interviewer', 'unknown']),
  speaker: z.string(),
  words: z.string(),
});
export type TurnView = z.infer<typeof turnSchema>;

/** What one coder said of a quote and a theme. */
export const saidSchema = z.object({
  coder: z.string(),
  applies: z.boolean(),
  contradicts: z.boolean(),
  at: z.string(),
  note: z.string(),
});
export type SaidView = z.infer<typeof saidSchema>;

/** All that is said of one quote and one theme by people. In blind mode others' decisions are missing. */
export const taggingSchema = z.object({
  theme: z.string(),
  status: z.enum(['accepted', 'rejected', 'disputed']),
  said: z.array(saidSchema),
});
export type TaggingView = z.infer<typeof taggingSchema>;

export const quoteSchema = z.object({
  id: z.string(),
  transcript: z.string(),
  participant: z.string(),
  span: spanSchema,
  /** Utterance that it begins in, from 0. */
  utterance: z.int(),
  exact: z.string(),
  wording: z.string(),
  note: z.string(),
  important: z.boolean(),
  by: z.string(),
  at: z.string(),
  /** Marked in the transcript's file itself, so that it cannot be taken away here. */
  inSource: z.boolean(),
  taggings: z.array(taggingSchema),
});
export type QuoteView = z.infer<typeof quoteSchema>;

/** Why a machine proposes something, ready to be read. Spans lie in the quote's `exact`. */
export const evidenceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('matched-words'), keyword: z.string(), span: spanSchema }),
  z.object({
    kind: z.literal('shared-term'),
    term: z.string(),
    weight: z.number(),
    /** A word that every text is full of ("the", "and"): it counts, and is no reason to a reader. */
    isSmall: z.boolean(),
    spans: z.array(spanSchema),
  }),
  z.object({
    kind: z.literal('similar-quote'),
    quote: z.string(),
    exact: z.string(),
    participant: z.string(),
    similarity: z.number(),
  }),
]);
export type EvidenceView = z.infer<typeof evidenceSchema>;

export const suggestionSchema = z.object({
  theme: z.string(),
  tagger: z.string(),
  /** A percentage only where `calibrated`; otherwise `strength` alone is shown. */
  confidence: z.number(),
  strength: z.enum(['strong', 'medium', 'weak']),
  calibrated: z.boolean(),
  rule: z.boolean(),
  evidence: z.array(evidenceSchema),
  /** What would have changed it, in words; empty where nothing is known. */
  flip: z.string(),
});
export type SuggestionView = z.infer<typeof suggestionSchema>;
