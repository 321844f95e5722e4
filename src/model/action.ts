import { z } from 'zod';
import { baseSchema } from './base.js';

const idSchema = z.string().min(1).max(200);
const textSchema = z.string().max(20_000);
const lineSchema = z.string().trim().min(1).max(300);
const quotesSchema = z.array(idSchema).max(5000);
/** See `baseSchema`. Where it is missing, what stands is replaced whatever it says by now. */
const base = baseSchema.optional();

/** What a theme says of itself; all that is absent stays as it is. */
export const themeFieldsSchema = z.strictObject({
  label: lineSchema.optional(),
  description: textSchema.optional(),
  include: textSchema.optional(),
  exclude: textSchema.optional(),
  keywords: z.array(lineSchema).max(500).optional(),
  notKeywords: z.array(lineSchema).max(500).optional(),
  examples: z.array(textSchema).max(100).optional(),
});
export type ThemeFields = z.infer<typeof themeFieldsSchema>;

const newThemeSchema = z.strictObject({
  /** Made from the label where it is absent. */
  id: idSchema.optional(),
  dimension: idSchema,
  parent: idSchema.nullable(),
  fields: themeFieldsSchema.extend({ label: lineSchema }),
});

/**
 * One thing that a coder does to a study. Spans are UTF-16 units of the transcript's text. Who does it and when is not
 * said here: the door knows who is there.
 */
export const actionSchema = z.discriminatedUnion('kind', [
  /** Marks a passage, and decides on themes for it at once. `across` lets it run over an interviewer's turn. */
  z.strictObject({
    kind: z.literal('mark'),
    transcript: idSchema,
    start: z.int().min(0),
    end: z.int().min(1),
    themes: z.array(idSchema).max(50).default([]),
    note: textSchema.optional(),
    important: z.boolean().optional(),
    across: z.boolean().optional(),
  }),
  /** Takes a quote away, with all that was decided on it. `others` says that other coders' decisions may go too. */
  z.strictObject({ kind: z.literal('unmark'), quote: idSchema, others: z.boolean().optional(), base }),
  /** Changes what stands beside a quote; `null` takes a wording or a note away. */
  z.strictObject({
    kind: z.literal('edit-quote'),
    quote: idSchema,
    wording: textSchema.nullable().optional(),
    note: textSchema.nullable().optional(),
    important: z.boolean().optional(),
    base,
  }),
  /** `null` takes the coder's own decision back. */
  z.strictObject({
    kind: z.literal('decide'),
    quote: idSchema,
    theme: idSchema,
    applies: z.boolean().nullable(),
    contradicts: z.literal(true).optional(),
    note: textSchema.optional(),
    /** Ids of the taggers whose suggestion it answers. Only the history keeps it: their precision is counted from it. */
    proposedBy: z.array(idSchema).min(1).max(20).optional(),
  }),
  /** Settles what coders see differently by a decision of its own, which keeps theirs. */
  z.strictObject({
    kind: z.literal('resolve'),
    quote: idSchema,
    theme: idSchema,
    applies: z.boolean().nullable(),
    note: textSchema.optional(),
    base,
  }),
  /** Adds a theme; the coder decides that it applies to `quotes`. */
  z.strictObject({
    kind: z.literal('create-theme'),
    theme: newThemeSchema,
    quotes: quotesSchema.default([]),
  }),
  z.strictObject({ kind: z.literal('edit-theme'), theme: idSchema, fields: themeFieldsSchema, base }),
  /** Puts a theme, with its children, under another parent or at another place among its siblings (from 0). */
  z.strictObject({
    kind: z.literal('move-theme'),
    theme: idSchema,
    dimension: idSchema,
    parent: idSchema.nullable(),
    position: z.int().min(0),
  }),
  /** Every coder's decisions on `from` become decisions on `into`; children move along, and `from` goes. */
  z.strictObject({ kind: z.literal('merge-themes'), from: idSchema, into: idSchema, base }),
  /** Makes a new theme beside `theme` and moves every coder's decisions on `quotes` to it. */
  z.strictObject({
    kind: z.literal('split-theme'),
    theme: idSchema,
    fields: themeFieldsSchema.extend({ label: lineSchema }),
    quotes: quotesSchema,
  }),
  /** Takes a theme without children away, with every decision on it. */
  z.strictObject({ kind: z.literal('remove-theme'), theme: idSchema, base }),
  /** The whole of `memos/<theme>.md`, as Markdown; empty takes the memo away. */
  z.strictObject({ kind: z.literal('write-memo'), theme: idSchema, text: z.string().max(200_000), base }),
  /** The order of a theme's quotes on its board, and so in its reports. */
  z.strictObject({ kind: z.literal('order-quotes'), theme: idSchema, quotes: quotesSchema, base }),
  /** Takes back, or does again, the latest thing that this coder did; or the entry `of`, whatever was done since. */
  z.strictObject({ kind: z.literal('undo'), of: idSchema.optional() }),
  z.strictObject({ kind: z.literal('redo'), of: idSchema.optional() }),
]);
export type Action = z.infer<typeof actionSchema>;

/** An action and the name that it is known by for good: the same id is carried out once, however often it is sent. */
export const actionRequestSchema = z.strictObject({ id: z.uuid(), action: actionSchema });
export type ActionRequest = z.infer<typeof actionRequestSchema>;
