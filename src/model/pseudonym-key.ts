import { z } from 'zod';
import { identifierDecisionSchema } from './identifier-decision.js';

/** What the key file hides. */
export const keyContentsSchema = z.strictObject({
  /** Base64 of 32 random bytes: keys the hashes of the study's log. */
  secret: z.base64().length(44),
  decisions: z.array(identifierDecisionSchema),
  /** Every version of every transcript that was written: the file's name and the SHA-256 of its bytes, hex. */
  written: z.array(z.strictObject({ file: z.string().min(1), hash: z.string().length(64) })),
});
export type KeyContents = z.infer<typeof keyContentsSchema>;

/** Below, a passphrase is guessed too cheaply; above, a forged file could use up the memory (128 · N · r bytes). */
const costSchema = z.literal([2 ** 14, 2 ** 15, 2 ** 16, 2 ** 17, 2 ** 18]);

/** The key file as it lies on disk: JSON, all bytes in base64. */
export const keyEnvelopeSchema = z.strictObject({
  format: z.literal('themeloom-key'),
  version: z.literal(1),
  kdf: z.strictObject({
    name: z.literal('scrypt'),
    N: costSchema,
    r: z.literal(8),
    p: z.literal(1),
    salt: z.base64().length(24),
  }),
  /** Tells a wrong passphrase from a changed file. */
  check: z.base64().length(24),
  cipher: z.strictObject({
    name: z.literal('aes-256-gcm'),
    iv: z.base64().length(16),
    tag: z.base64().length(24),
  }),
  data: z.base64(),
  /** SHA-256 of all that stands before, hex: tells a damaged file before a passphrase is tried. */
  checksum: z.string().length(64),
});
export type KeyEnvelope = z.infer<typeof keyEnvelopeSchema>;
