import { z } from 'zod';
import type { Quote } from '../../model/quote.js';
import type { Coding } from '../coding/group-taggings.js';
import { type Voice, voiceSchema } from '../coding/voices.js';
import type { ReportInput } from '../report.js';
import { formatTime } from './find-place.js';

/** A quote as a report prints it. */
export const printedQuoteSchema = z.strictObject({
  id: z.string().describe('id of the quote in the study'),
  words: z
    .string()
    .describe('the words to print: the published wording where there is one, else the exact words'),
  edited: z.boolean().describe('true where the words differ from the transcript by marked edits'),
  exact: z
    .string()
    .optional()
    .describe(
      'the words of the transcript, where the printed ones are edited; missing where the edit took out what may tell who somebody is',
    ),
  attribution: z.string().describe('who says it, as the study words it'),
  participant: z.string().describe('code of the participant'),
  transcript: z.string().describe('id of the transcript'),
  utterance: z.int().min(1).describe('number of the utterance in the transcript, from 1'),
  time: z.string().optional().describe('h:mm:ss or m:ss from the beginning of the recording'),
  voices: z.array(voiceSchema).describe('voices that people accepted for it'),
});
export type PrintedQuote = z.infer<typeof printedQuoteSchema>;

/** Prints a quote; undefined where it may not be published or nobody knows who says it. */
export type PrintQuote = (quoteId: string) => PrintedQuote | undefined;

export type PrinterParts = {
  readonly input: ReportInput;
  readonly coding: Coding;
  readonly voices: readonly Voice[];
};

/** Makes the function that turns quote ids into printed quotes: the only door from a quote's words into a report. */
export function createQuotePrinter({ input, coding, voices }: PrinterParts): PrintQuote {
  return (quoteId) => {
    const quote = input.publishable.get(quoteId);
    const place = coding.places.get(quoteId);
    if (quote === undefined || place?.participantId === undefined) return undefined;
    return {
      id: quote.id,
      words: quote.wording ?? quote.exact,
      edited: isEdited(quote),
      ...(isEdited(quote) && !input.hidesIdentity(quote) ? { exact: quote.exact } : {}),
      attribution: input.attributions.get(place.participantId) ?? place.participantId,
      participant: place.participantId,
      transcript: quote.transcriptId,
      utterance: place.utterance,
      ...(place.startsAtMs === undefined ? {} : { time: formatTime(place.startsAtMs) }),
      voices: voices.filter(({ id }) => coding.accepted.get(id)?.has(quoteId)),
    };
  };
}

function isEdited({ wording, exact }: Quote): boolean {
  return wording !== undefined && wording !== exact;
}

/** Prints those of some quotes that may be printed, in their order. */
export function printQuotes(quoteIds: Iterable<string>, print: PrintQuote): PrintedQuote[] {
  return [...quoteIds].flatMap((id) => print(id) ?? []);
}
