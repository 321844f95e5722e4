import { z } from 'zod';
import { noticeSchema } from './common.js';

export const themeSchema = z.object({
  id: z.string(),
  dimension: z.string(),
  parent: z.string().nullable(),
  label: z.string(),
  description: z.string(),
  include: z.string(),
  exclude: z.string(),
  keywords: z.array(z.string()),
  notKeywords: z.array(z.string()),
  examples: z.array(z.string()),
  /** Accepted, own ones only, without those of children. */
  quotes: z.int(),
  participants: z.int(),
  disputed: z.int(),
});
export type ThemeView = z.infer<typeof themeSchema>;

export const transcriptLineSchema = z.object({
  id: z.string(),
  participants: z.array(z.string()),
  date: z.string(),
  words: z.int(),
  utterances: z.int(),
  quotes: z.int(),
});
export type TranscriptLine = z.infer<typeof transcriptLineSchema>;

/** The study at a glance: what every view needs, and no words of a transcript. */
export const studySchema = z.object({
  /** Grows with every change, from whomever. */
  version: z.int(),
  name: z.string(),
  approach: z.enum(['reflexive', 'codebook', 'coding-reliability']),
  language: z.string(),
  /** The coder that this window is for. */
  coder: z.string(),
  /** Everybody who decided anything, this coder included. */
  coders: z.array(z.string()),
  isSample: z.boolean(),
  dimensions: z.array(z.object({ id: z.string(), label: z.string() })),
  themes: z.array(themeSchema),
  participants: z.array(
    z.object({ id: z.string(), attributes: z.record(z.string(), z.string()), quotes: z.int() }),
  ),
  transcripts: z.array(transcriptLineSchema),
  quotes: z.object({ total: z.int(), lost: z.int(), undecided: z.int() }),
  /** Counts of the notices by severity; the repair view asks for them all. */
  problems: z.object({ errors: z.int(), cautions: z.int() }),
  /** What undo and redo would take back or do again, in words; empty where nothing. */
  undo: z.string(),
  redo: z.string(),
  /** Only while nothing can be recorded, since these files must be mended first. */
  repair: z
    .object({
      files: z.array(z.string()),
      /** Whether the study could not be used since it was opened: it is shown as far as it can be read. */
      isDraft: z.boolean(),
    })
    .optional(),
});
export type StudyView = z.infer<typeof studySchema>;

export const problemsSchema = z.object({ notices: z.array(noticeSchema) });

/** Answer to `POST /api/session { token }`. */
export const sessionSchema = z.object({ key: z.string(), coder: z.string() });

/** Every refusal and failure, with the status 4xx or 5xx. */
export const failureSchema = z.object({ code: z.string(), message: z.string(), hint: z.string() });
export type Failure = z.infer<typeof failureSchema>;

/** Answer to `POST /api/actions`: it is on disk. */
export const acknowledgementSchema = z.object({
  version: z.int(),
  /** What was done, in words, for the live region: "Marked a quote of P03". */
  told: z.string(),
  /** Id of the quote or theme that was made, else empty. */
  made: z.string(),
});
export type Acknowledgement = z.infer<typeof acknowledgementSchema>;

/** Events of `GET /api/events`, one JSON object a server-sent event. */
export const eventSchema = z.discriminatedUnion('kind', [
  /** Something changed; windows ask anew for what they show of it. `quotes` names changed ones, empty for "many". */
  z.object({
    kind: z.literal('changed'),
    version: z.int(),
    by: z.string(),
    told: z.string(),
    what: z.array(z.enum(['quotes', 'decisions', 'taxonomy', 'memos', 'boards', 'transcripts', 'settings'])),
  }),
  /** Suggestions and clusters were made anew. */
  z.object({ kind: z.literal('suggested'), version: z.int() }),
  /** Writing is not possible now (disk full, read-only, locked by another program), or is again: `message` empty. */
  z.object({ kind: z.literal('trouble'), message: z.string() }),
]);
export type ServerEvent = z.infer<typeof eventSchema>;
