import { z } from 'zod';

/**
 * What an action would replace, as its coder last saw it: by field, the mark of its text. A field that says something else
 * by now is not replaced; one that is not named here is.
 */
export const baseSchema = z.record(z.string().max(40), z.string().max(40));
export type Base = z.infer<typeof baseSchema>;

/** Odd multipliers whose products spread over all 32 bits: the prime of FNV-1a, and 2³² over the golden ratio. */
const PRIME = 0x01000193;
const GOLDEN = 0x9e3779b1;

/**
 * What a text is known again by, in at most 24 letters: its length and 64 bits of its UTF-16 units. White space at its ends
 * and how its lines end do not count, since writing a file changes these. No secret: for accidents, not for attacks.
 */
export function markText(text: string): string {
  const plain = text.replace(/\r\n?/g, '\n').trim();
  let first = 0x811c9dc5;
  let second = 0;
  for (let at = 0; at < plain.length; at++) {
    const unit = plain.charCodeAt(at);
    first = Math.imul(first ^ unit, PRIME);
    second = Math.imul((second << 13) ^ (second >>> 19) ^ unit, GOLDEN) + at;
  }
  return [plain.length, first >>> 0, second >>> 0].map((part) => part.toString(36)).join('-');
}

/** The marks of texts that stand in the study, by field. */
export function markBase(texts: Readonly<Record<string, string>>): Base {
  return Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, markText(text)]));
}

/** What a settling says, as one text. */
export function writeSettled(applies: boolean | null, note = ''): string {
  if (applies === null) return '';
  const verdict = applies ? 'It applies.' : 'It does not apply.';
  return note === '' ? verdict : `${verdict} ${note}`;
}
