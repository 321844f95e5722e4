import { z } from 'zod';
import { groupTaggings } from './coding/group-taggings.js';
import { outlineThemes } from './coding/outline-themes.js';
import { listSubjectThemes, listVoices } from './coding/voices.js';
import { describeStudy, studyFactsSchema } from './contract/study-facts.js';
import { createQuotePrinter, printedQuoteSchema, printQuotes } from './printing/printed-quote.js';
import type { Report, ReportInput } from './report.js';
import { createMemoReader, memoFields } from './sections/memo.js';

const cardSchema = printedQuoteSchema.extend({
  number: z.int().min(1).describe('number of the card, the same in every edition'),
});
type Card = z.infer<typeof cardSchema>;

const teachingPackSchema = z.strictObject({
  study: studyFactsSchema,
  licence: z.string().optional().describe('under which the pack may be passed on, as the study words it'),
  consentSentence: z.string().describe('what the people quoted agreed to'),
  cards: z.array(cardSchema).describe('in an order that does not give the themes away'),
  themes: z
    .array(
      z.strictObject({
        id: z.string(),
        label: z.string(),
        description: z.string(),
        cards: z.array(cardSchema),
        ...memoFields,
      }),
    )
    .describe(
      'themes with a card or a question, in the order of the tree; a card stands under its first theme',
    ),
});
type TeachingPack = z.infer<typeof teachingPackSchema>;

/**
 * Quotes to be discussed: cards and questions for the participants of a course, the themes behind them for who leads
 * it, and slides. Made for teaching whatever use the others are made for.
 */
export const teachingPack: Report = {
  id: 'teaching-pack',
  label: 'Teaching pack',
  formats: ['md', 'html', 'json'],
  editions: { html: ['facilitator', 'participant'], md: ['facilitator', 'participant', 'slides'] },
  use: 'teaching',
  schema: teachingPackSchema,
  build: buildTeachingPack,
};

function buildTeachingPack(input: ReportInput): TeachingPack {
  const { taxonomy, memos, settings } = input.study;
  const coding = groupTaggings(input);
  const print = createQuotePrinter({ input, coding, voices: listVoices(taxonomy) });
  const readMemo = createMemoReader({ memos });
  const themes = outlineThemes(listSubjectThemes(taxonomy)).map(({ theme }) => theme);
  const themeOf = new Map<string, string>();
  for (const { id } of themes) {
    for (const { quote } of input.picks.get(id)?.quotes ?? []) {
      if (!themeOf.has(quote.id)) themeOf.set(quote.id, id);
    }
  }
  const cards = numberCards(printQuotes(themeOf.keys(), print));
  const { licence } = settings.reports;
  return {
    study: describeStudy(input),
    ...(licence === undefined ? {} : { licence }),
    consentSentence: tellConsent(input),
    cards,
    themes: themes
      .map(({ id, label, description }) => ({
        id,
        label,
        description,
        cards: cards.filter((card) => themeOf.get(card.id) === id),
        ...readMemo(id),
      }))
      .filter((theme) => theme.cards.length + theme.questions.length > 0),
  };
}

/** Ids are made from what the quote says, so that their order has nothing to do with the themes. */
function numberCards(quotes: readonly Omit<Card, 'number'>[]): Card[] {
  return quotes
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((quote, index) => ({ ...quote, number: index + 1 }));
}

function tellConsent({ study }: ReportInput): string {
  return study.participants.some(({ consent }) => !consent.known)
    ? 'It is not recorded whether everybody quoted here agreed to the use in teaching: settle that before you use this pack.'
    : 'Everybody quoted here agreed to the use of their words in teaching. That is no consent to any other use.';
}
