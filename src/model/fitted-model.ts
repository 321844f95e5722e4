import { z } from 'zod';
import { languageSchema } from './settings.js';

/** What every model file begins with. */
export const MODEL_FORMAT = 'themeloom-model';
/** Raised whenever a model of before could be misread. */
export const MODEL_VERSION = 1;

/** Base64 of single-precision or whole numbers, four bytes each, the least significant first. */
const packedSchema = z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/, 'base64');

/** By column, then by theme of the dimension: `weights`; by theme: `biases`. */
const linearSchema = z.strictObject({ weights: packedSchema, biases: z.array(z.number()) });

/** What features are worth, and by theme what is added. */
const worthSchema = z.strictObject({
  bias: z.number(),
  weights: z.array(z.number()),
  offsets: z.array(z.number()),
});

const dimensionSchema = z.strictObject({
  id: z.string().min(1),
  label: z.string(),
  /** Whether the confidence of what is learned here may be read as a percentage. */
  calibrated: z.boolean(),
  /** By theme: the probability from which on it is proposed; above 1 where it never is. */
  cuts: z.array(z.number()),
  prevalence: z.array(z.number()),
  /** By the words alone, and then with what that makes of the other themes. */
  first: worthSchema,
  second: worthSchema,
  words: linearSchema,
  pairs: linearSchema,
  joint: z.strictObject({ words: linearSchema, grams: linearSchema, pairs: linearSchema }),
  bayes: linearSchema,
});

const themeSchema = z.strictObject({
  id: z.string().min(1),
  dimension: z.string().min(1),
  label: z.string(),
  parentId: z.string().nullable(),
  keywords: z.array(z.string()),
  notKeywords: z.array(z.string()),
});

const vocabularySchema = z.strictObject({
  /** `kind:text`, sorted. */
  terms: z.array(z.string().min(1)),
  termWeights: packedSchema,
  grams: z.array(z.string().min(1)),
  gramWeights: packedSchema,
  /** Two places in `terms` by pair, 2³² − 1 where a text begins or ends. */
  pairs: packedSchema,
  pairWeights: packedSchema,
});

export const fittedModelSchema = z.strictObject({
  format: z.literal(MODEL_FORMAT),
  version: z.literal(MODEL_VERSION),
  note: z.string(),
  language: languageSchema,
  /** How much was learned from. Holds no id. */
  madeFrom: z.strictObject({
    quotes: z.int().min(0),
    codedQuotes: z.int().min(0),
    transcripts: z.int().min(0),
    participants: z.int().min(0),
  }),
  themes: z.array(themeSchema),
  /** By keyword of all themes that can match: what it is worth as a hint, 0 to 1. */
  keywordWeights: z.array(z.number()),
  vocabulary: vocabularySchema,
  dimensions: z.array(dimensionSchema),
});

/** Taggers as they were fitted to a study, without the study: plain data that holds none of its sentences. */
export type FittedModel = z.infer<typeof fittedModelSchema>;
export type FittedTheme = FittedModel['themes'][number];
export type FittedDimension = FittedModel['dimensions'][number];
export type FittedLinear = z.infer<typeof linearSchema>;
export type FittedWorth = z.infer<typeof worthSchema>;

/** A fitted model as a file: with the SHA-256 of all the rest, so that damage is seen. */
export const modelFileSchema = fittedModelSchema.extend({ checksum: z.string() });
