import { z } from 'zod';

const tableSchema = z.strictObject({
  title: z.string(),
  explanation: z.string().describe('how to read the table'),
  header: z.array(z.string()),
  rows: z.array(z.array(z.string())).describe('as long as the header; "–" where nothing can be told'),
});

const diagramSchema = z.strictObject({
  tagger: z.string(),
  points: z
    .array(z.strictObject({ across: z.number(), up: z.number() }))
    .describe('0 to 100 from the left (expected) and from the top (100 − observed)'),
});

/** The contract between an evaluation and its templates. It holds figures and ids, and nobody's words. */
export const evaluationPageSchema = z.strictObject({
  study: z.strictObject({ name: z.string() }),
  quotes: z.int().min(0).describe('quotes that people judged'),
  themes: z.int().min(0).describe('themes that apply to at least one of them'),
  folds: z.int().min(0).describe('0 where nothing could be measured'),
  reading: z.string().optional().describe('one sentence of what the figures mean'),
  tables: z.array(tableSchema),
  diagrams: z.array(diagramSchema).describe('reliability of each tagger whose confidence is a probability'),
  remarks: z.array(z.string()).describe('what could not be measured, and why'),
});
export type EvaluationPage = z.infer<typeof evaluationPageSchema>;
/** One table of figures, ready to print. */
export type FigureTable = z.infer<typeof tableSchema>;
