import type { MarkedTexts, RatingTable } from '../../coefficients/coefficient.js';
import { type MarkedText, measureMarks } from '../../coefficients/sections/measure-marks.js';
import type { Transcript } from '../../model/transcript.js';
import { APPLIES, UNKNOWN } from '../evaluating/read-truth.js';
import type { RatedTheme } from './rated-theme.js';
import type { Judgements } from './read-judgements.js';
import { prepareCharacters, readCover } from './tabulate-characters.js';

/** A transcript that all coders worked on, and the places of its quotes. */
export type SharedText = { readonly transcript: Transcript; readonly quotes: readonly number[] };

function groupQuotes({ quotes }: Judgements): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [place, { transcriptId }] of quotes.entries()) {
    const own = places.get(transcriptId);
    if (own === undefined) places.set(transcriptId, [place]);
    else own.push(place);
  }
  return places;
}

/**
 * The transcripts in which every coder decided something. That a coder read a transcript and marked nothing in it
 * is not recorded anywhere: such a transcript is left out.
 */
export function findSharedTexts(
  judgements: Judgements,
  transcripts: readonly Transcript[],
): readonly SharedText[] {
  const { themes, verdicts } = judgements;
  if (verdicts.length < 2) return [];
  const places = groupQuotes(judgements);
  const decidedBy = (own: Int8Array, quote: number) =>
    own.subarray(quote * themes.length, (quote + 1) * themes.length).some((one) => one !== UNKNOWN);
  return transcripts.flatMap((transcript) => {
    const quotes = places.get(transcript.id) ?? [];
    const isShared = verdicts.every((own) => quotes.some((quote) => decidedBy(own, quote)));
    return quotes.length > 0 && isShared ? [{ transcript, quotes }] : [];
  });
}

/** By text and coder: the passages to which the coder gave the theme. */
export function listMarks(
  { quotes, themes, verdicts }: Judgements,
  texts: readonly SharedText[],
  theme: number,
): readonly MarkedText[] {
  return texts.map((text) => ({
    length: text.transcript.text.length,
    byCoder: verdicts.map((own) =>
      text.quotes.flatMap((place) => {
        const quote = quotes[place];
        return quote !== undefined && own[place * themes.length + theme] === APPLIES ? [quote.span] : [];
      }),
    ),
  }));
}

/** What coders marked for each theme in the texts: where the passages lie, and character by character. */
export type MarkedThemes = {
  readonly passages: readonly RatedTheme<MarkedTexts>[];
  readonly characters: readonly RatedTheme<RatingTable>[];
};

/** Of every theme: what is compared of passages, and what of characters. */
export function markThemes(judgements: Judgements, texts: readonly SharedText[]): MarkedThemes {
  const { themes, coders } = judgements;
  const marked = themes.map(({ id }, theme) => {
    const marks = listMarks(judgements, texts, theme);
    const measured = measureMarks(marks, coders.length);
    const weigh = prepareCharacters(marks, coders.length);
    const facts = readCover(weigh(new Float64Array(texts.length).fill(1)));
    return {
      passages: { theme: id, facts, weigh: (counts: Float64Array) => ({ ...measured, counts }) },
      characters: { theme: id, facts, weigh },
    };
  });
  return {
    passages: marked.map(({ passages }) => passages),
    characters: marked.map(({ characters }) => characters),
  };
}
