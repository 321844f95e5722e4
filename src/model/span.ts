import { z } from 'zod';

/** A stretch of a transcript's text in UTF-16 units: start in, end out. */
export const spanSchema = z
  .strictObject({ start: z.int().min(0), end: z.int().min(0) })
  .refine((span) => span.start < span.end, { message: 'the end must lie after the start' });
export type Span = { readonly start: number; readonly end: number };
