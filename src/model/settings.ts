import { z } from 'zod';
import { consentScopeSchema } from './participant.js';

export const approachSchema = z.literal(['reflexive', 'codebook', 'coding-reliability']);
export type Approach = z.infer<typeof approachSchema>;

export const languageSchema = z.literal(['en', 'de', 'es', 'fr', 'it', 'nl', 'no', 'pt', 'ru', 'sv']);
export type Language = z.infer<typeof languageSchema>;

/** A coder's name is also a file's: `decisions/<coder>.jsonl`. */
export const coderSchema = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u, 'letters, digits, ".", "_" and "-", e.g. ana');

const reportSettingsSchema = z.strictObject({
  folder: z.string().min(1).default('reports'),
  quotesPerTheme: z.int().min(1).default(3),
  consent: consentScopeSchema.default('publication'),
  minimumGroupSize: z.int().min(1).default(3),
  /** Under which a teaching pack may be passed on, printed as it stands, e.g. CC BY-NC 4.0. */
  licence: z.string().min(1).optional(),
  /** Whether names, ages and dates that nobody decided on keep a report back. Missing: once the study has decisions. */
  gate: z.literal(['strict', 'lenient']).optional(),
  /** Attributes over whose values the quotes of a theme are spread, e.g. role. */
  spread: z.array(z.string().min(1)).default([]),
});

/** What the researcher has decided to publish as it is: products, places, anything that names no participant. */
const publishSettingsSchema = z.strictObject({ keep: z.array(z.string().min(1)).default([]) });

/** A day from which on the codebook or the interview guide was another. */
const changeSchema = z.strictObject({
  date: z.iso.date(),
  what: z.literal(['codebook', 'guide']),
  note: z.string().optional(),
});
export type Change = z.infer<typeof changeSchema>;

const verifySettingsSchema = z.strictObject({
  /** Whether a quotation may leave out "um" and the like without a mark. */
  fillersMayGo: z.boolean().default(false),
});

/** The whole of `study.yaml`. */
export const settingsSchema = z.strictObject({
  name: z.string().min(1),
  approach: approachSchema.default('codebook'),
  language: languageSchema.default('en'),
  coder: z
    .string()
    .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u)
    .default('researcher'),
  interviewers: z.array(z.string().min(1)).optional(),
  speakers: z.record(z.string(), z.string().min(1)).default({}),
  transcripts: z
    .record(
      z.string(),
      z.strictObject({ participant: z.string().min(1).optional(), date: z.iso.date().optional() }),
    )
    .default({}),
  /** Theme of each colour that words are marked with in a document: `yellow`, `#ffff00`. */
  marks: z.record(z.string(), z.string().min(1)).optional(),
  attribution: z.string().min(1).optional(),
  reports: reportSettingsSchema.prefault({}),
  publish: publishSettingsSchema.prefault({}),
  changes: z.array(changeSchema).default([]),
  verify: verifySettingsSchema.prefault({}),
});
export type Settings = z.infer<typeof settingsSchema>;
