import { z } from 'zod';
import { groupByParticipant, type Sayings } from './coding/group-by-participant.js';
import { type Coding, groupTaggings } from './coding/group-taggings.js';
import { outlineThemes } from './coding/outline-themes.js';
import { listSubjectThemes, listVoices, type Voice, voiceSchema } from './coding/voices.js';
import { type Figure, figureSchema, printFigure } from './contract/figure.js';
import { describeStudy, studyFactsSchema } from './contract/study-facts.js';
import {
  createQuotePrinter,
  type PrintQuote,
  printedQuoteSchema,
  printQuotes,
} from './printing/printed-quote.js';
import type { Report, ReportInput } from './report.js';
import { layOutStrips } from './sections/interview-strips.js';

const labelledSchema = z.strictObject({ id: z.string(), label: z.string() });
const quotesField = { quotes: z.int().min(1).describe('quotes of this person that people accepted for it') };

const participantSchema = z.strictObject({
  id: z.string().describe('code of the participant'),
  attribution: z.string().optional().describe('as the study words it; missing where it is the code'),
  transcripts: z.array(z.string()).describe('ids of the transcripts that the quotes come from'),
  themes: z
    .array(labelledSchema.extend(quotesField))
    .describe('those that this person voices most come first'),
  voices: z.array(voiceSchema.extend(quotesField)),
  figures: z.array(figureSchema).describe('where the quotes lie in each interview'),
  unvoiced: z.array(labelledSchema).describe('themes of which no quote of this person is accepted'),
  said: z
    .array(printedQuoteSchema.extend({ themes: z.array(labelledSchema) }))
    .describe('every quote that may be printed, in the order in which it was said'),
});
type ParticipantData = z.infer<typeof participantSchema>;

const participantsSchema = z.strictObject({
  study: studyFactsSchema,
  participants: z.array(participantSchema).describe('in the order of participants.csv'),
  unshown: z.int().min(0).describe('participants of whom nothing may be printed for this use'),
  undrawn: z.int().min(0).describe('interviews beyond those of which it is drawn where their quotes lie'),
});

/** One page a person: the themes that they voice and all their quotes that may be printed. */
export const participants: Report = {
  id: 'participants',
  label: 'Participants',
  formats: ['md', 'html', 'json'],
  figures: ['interviews'],
  schema: participantsSchema,
  build: buildParticipants,
};

type Parts = {
  readonly input: ReportInput;
  readonly coding: Coding;
  readonly print: PrintQuote;
  readonly voices: readonly Voice[];
  readonly themes: readonly z.infer<typeof labelledSchema>[];
  /** By participant id. */
  readonly strips: ReadonlyMap<string, readonly Figure[]>;
};

function buildParticipants(input: ReportInput): z.infer<typeof participantsSchema> {
  const { taxonomy, participants: all } = input.study;
  const coding = groupTaggings(input);
  const voices = listVoices(taxonomy);
  const print = createQuotePrinter({ input, coding, voices });
  const themes = outlineThemes(listSubjectThemes(taxonomy)).map(({ theme: { id, label } }) => ({
    id,
    label,
  }));
  const strips = findStrips(input);
  const people = groupByParticipant(input, coding);
  const portraits = people.map((sayings) =>
    describePerson(sayings, { input, coding, print, voices, themes, strips }),
  );
  const drawn = [...strips.values()].flat().length;
  const interviews = people.reduce((sum, { transcriptIds }) => sum + transcriptIds.length, 0);
  return {
    study: describeStudy(input),
    participants: portraits,
    unshown: all.length - portraits.length,
    undrawn: drawn === 0 ? 0 : interviews - drawn,
  };
}

/** The strips that were drawn, by participant id. */
function findStrips(input: ReportInput): ReadonlyMap<string, readonly Figure[]> {
  const drawn = new Map((input.figures.get('interviews') ?? []).map((figure) => [figure.id, figure]));
  const strips = new Map<string, Figure[]>();
  if (drawn.size === 0) return strips;
  for (const { figureId, participantId } of layOutStrips(input)) {
    const figure = drawn.get(figureId);
    if (figure !== undefined) strips.set(participantId, [...(strips.get(participantId) ?? []), figure]);
  }
  return strips;
}

function describePerson({ id, quoteIds, transcriptIds }: Sayings, parts: Parts): ParticipantData {
  const { input, coding, print, voices, themes, strips } = parts;
  const count = (accepted: Coding['accepted'], themeId: string) =>
    quoteIds.filter((quoteId) => accepted.get(themeId)?.has(quoteId)).length;
  const counted = themes.map((theme) => ({ ...theme, quotes: count(coding.acceptedUnder, theme.id) }));
  const attribution = input.attributions.get(id);
  return {
    id,
    ...(attribution === undefined || attribution === id ? {} : { attribution }),
    transcripts: [...transcriptIds],
    themes: counted.filter(({ quotes }) => quotes > 0).sort((a, b) => b.quotes - a.quotes),
    voices: voices
      .map((voice) => ({ ...voice, quotes: count(coding.accepted, voice.id) }))
      .filter(({ quotes }) => quotes > 0),
    figures: (strips.get(id) ?? []).map(printFigure),
    unvoiced: counted.filter(({ quotes }) => quotes === 0).map(({ quotes, ...theme }) => theme),
    said: printQuotes(quoteIds, print).map((quote) => ({
      ...quote,
      themes: themes.filter((theme) => coding.accepted.get(theme.id)?.has(quote.id)),
    })),
  };
}
