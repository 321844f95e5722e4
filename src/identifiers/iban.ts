import type { Span } from '../model/span.js';
import type { IdentifierKind } from './identifier.js';
import { matchDigitLines } from './patterns/match-digit-lines.js';

const shape =
  /(?<![\p{L}\p{N}])[a-z]{2}\d{2}(?:[ -]?[a-z0-9]{4}){2,7}(?:[ -]?[a-z0-9]{1,3})?(?![\p{L}\p{N}])/giu;

/** ISO 7064 mod 97-10 over the number with its first four characters moved to the end, letters as 10 to 35. */
function holdsChecksum(found: string): boolean {
  const plain = found.replace(/[ -]/g, '').toUpperCase();
  let rest = 0;
  for (const character of plain.slice(4) + plain.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

/** Longest first: words may follow that look like more groups of four. */
function cutToChecksum(text: string, { start, end }: Span): readonly Span[] {
  for (let cut = end; cut >= start + 15; cut--) {
    const endsGroup = cut === end || /[ -]/.test(text[cut] ?? '');
    if (endsGroup && holdsChecksum(text.slice(start, cut))) return [{ start, end: cut }];
  }
  return [];
}

/** Bank account numbers as ISO 13616 writes them, at least 15 characters, with a right checksum. */
export const iban: IdentifierKind = {
  id: 'iban',
  label: 'Bank account number',
  candidate: false,
  find: (text) => matchDigitLines(text, shape).flatMap((span) => cutToChecksum(text, span)),
};
