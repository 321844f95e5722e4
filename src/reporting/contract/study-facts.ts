import { z } from 'zod';
import { CONSENSUS } from '../../model/decision.js';
import { consentScopeSchema } from '../../model/participant.js';
import type { Approach } from '../../model/settings.js';
import { approachSchema, languageSchema } from '../../model/settings.js';
import type { ReportInput } from '../report.js';
import { countReasons, hideParticipant, reasonCountSchema } from './tally.js';

/** What every report says of its study. */
export const studyFactsSchema = z
  .strictObject({
    name: z.string().describe('name of the study'),
    language: languageSchema.describe('language of the transcripts, for the lang attribute'),
    approach: approachSchema,
    approachSentence: z.string().describe('one sentence on how themes came about'),
    participants: z
      .int()
      .min(0)
      .describe('participants whose quotes may be counted: every "of" is out of these'),
    transcripts: z.int().min(0).describe('transcripts of these participants'),
    quotes: z.int().min(0).describe('quotes that may be counted'),
    publishableQuotes: z.int().min(0).describe('quotes that may be printed for the use below'),
    coders: z.array(z.string()).describe('everybody who decided, in alphabetical order'),
    consent: consentScopeSchema.describe('the use that the report is made for'),
    consentUnknown: z.boolean().describe('true where nothing is recorded of what some participant agreed to'),
    leftOut: z.array(reasonCountSchema).describe('quotes that may not be printed for this use, by reason'),
    namedByCode: z
      .int()
      .min(1)
      .optional()
      .describe('participants named by their code, since too few others share their attribution line'),
    hiddenTexts: z
      .int()
      .min(1)
      .optional()
      .describe('memos and texts of the taxonomy that lost words of who did not agree to this use'),
  })
  .describe('the study in numbers');
export type StudyFacts = z.infer<typeof studyFactsSchema>;

const approachSentences: Readonly<Record<Approach, string>> = {
  reflexive:
    'Reflexive thematic analysis: the themes were developed by the researcher, and are a reading of the interviews.',
  codebook: 'Codebook approach: people judged each quote by the rules of the taxonomy.',
  'coding-reliability':
    'Coding reliability approach: coders judged each quote by the fixed rules of the taxonomy.',
};

/** The study's facts for a report. Withdrawn participants, and those who did not agree to research, are not counted. */
export function describeStudy(input: ReportInput): StudyFacts {
  const { study, countedParticipants, countable, publishable, consent, hiddenTexts } = input;
  const counted = new Set(countedParticipants);
  const namedByCode = input.coarsened.filter((id) => counted.has(id)).length;
  const codes = new Set(study.participants.map(({ id }) => id));
  return {
    name: study.settings.name,
    language: study.settings.language,
    approach: study.settings.approach,
    approachSentence: approachSentences[study.settings.approach],
    participants: counted.size,
    transcripts: study.transcripts.filter(({ participantIds }) =>
      participantIds.some((id) => counted.has(id)),
    ).length,
    quotes: countable.size,
    publishableQuotes: publishable.size,
    coders: [...new Set(study.decisions.map(({ coder }) => coder))]
      .filter((coder) => coder !== CONSENSUS)
      .sort(),
    consent,
    consentUnknown: study.participants.some((participant) => !participant.consent.known),
    leftOut: countReasons(input.leftOut.map(({ reason }) => ({ reason: hideParticipant(reason, codes) }))),
    ...(namedByCode === 0 ? {} : { namedByCode }),
    ...(hiddenTexts === 0 ? {} : { hiddenTexts }),
  };
}
