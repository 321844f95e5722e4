import { z } from 'zod';

/** Where a notice points. `line` and `column` are 1-based. */
export const placeSchema = z.strictObject({
  file: z.string(),
  line: z.int().min(1).optional(),
  column: z.int().min(1).optional(),
});
export type Place = { readonly file: string; readonly line?: number; readonly column?: number };

export const severitySchema = z.literal(['error', 'caution', 'info']);
/** `error`: something could not be used. `caution`: used, but look at it. `info`: good to know. */
export type Severity = z.infer<typeof severitySchema>;

/** A finding that does not stop the work. The message says what was found, what was expected, and the way out. */
export type Notice = {
  readonly severity: Severity;
  /** Stable and kebab-case. */
  readonly code: string;
  readonly message: string;
  readonly place: Place;
};
