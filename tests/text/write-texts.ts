import fc from 'fast-check';
import { languageSchema } from '../../src/model/settings.js';
import type { CountedTexts } from '../../src/text/counted-texts.js';

/** The counts of one text by term. */
export function countsOf(counted: CountedTexts, row: number): Record<string, number> {
  const start = counted.rowStarts[row] ?? 0;
  const end = counted.rowStarts[row + 1] ?? 0;
  const columns = [...counted.columns.slice(start, end)];
  return Object.fromEntries(columns.map((term, j) => [counted.terms[term], counted.counts[start + j]]));
}

const words =
  'the Plans planning the-plan You know i mean kind of 0 é a N \uFB01ne Straße работа فريق 会议 かな ไทย 𠮷野';
const contractions = "don't WON’T ain't n't can＇t cannot l'équipe qu’il dell'azienda o'clock team’s";
const joiners = "' ’ ʼ ＇ - ‐ ‑ \u00AD \u200D \u0301 \u20E3 👩‍💻 \uD800 \uDC00 \uFEFF . , …";

/** Words, and what stands between and within them, of every kind that is read in a way of its own. */
const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.string({ unit: 'grapheme', maxLength: 4 }),
  fc.constantFrom(...`${words} ${contractions} ${joiners}`.split(' '), 'You know', ' ', ' ', '\t', '\r'),
);

export const language = fc.constantFrom(...languageSchema.values);
/** Texts of such pieces, to be read in any language. */
export const writtenText = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));
