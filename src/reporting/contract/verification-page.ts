import { z } from 'zod';
import { consentScopeSchema } from '../../model/participant.js';

const sourceSchema = z.strictObject({
  transcript: z.string().describe('id of the transcript'),
  participant: z.string().optional().describe('code of the participant; missing where none alone speaks'),
  utterance: z.int().min(1).optional().describe('number of the utterance in the transcript, from 1'),
  time: z.string().optional().describe('h:mm:ss or m:ss from the beginning of the recording'),
});

const pieceSchema = z
  .strictObject({
    spaced: z.boolean().describe('whether a space stands before it'),
    same: z.string().optional().describe('words that the draft and the transcript share'),
    draft: z.string().optional().describe('what the draft has there'),
    transcript: z.string().optional().describe('what the transcript has there'),
  })
  .describe('one of same, draft and transcript is there');
/** A piece of a passage, in which the draft and the transcript agree or do not. */
export type DifferencePiece = z.infer<typeof pieceSchema>;

const quotationFields = {
  anchor: z.string().describe('id of its place in the page'),
  where: z.string().describe('its place in the draft: line 12, or paragraph 12 of a Word document'),
  verdict: z.string().describe('the verdict in words'),
  source: sourceSchema
    .optional()
    .describe('where the words are from; of words not found, the nearest passage'),
};

const acceptedSchema = z.strictObject(quotationFields);

const findingSchema = z.strictObject({
  ...quotationFields,
  text: z.string().describe('the words of the draft'),
  isFound: z.boolean().describe('false where no transcript has the words'),
  meaning: z.string().optional().describe('what the verdict means, where it alone is the finding'),
  problems: z.array(z.string()),
  pieces: z.array(pieceSchema).describe('empty where nothing differs, or the words may not be shown'),
  others: z.array(sourceSchema).describe('the other places of a stitched quotation'),
});

const draftSchema = z.strictObject({
  file: z.string(),
  quotations: z.int().min(0),
  accepted: z.array(acceptedSchema),
  findings: z.array(findingSchema).describe('quotations that cannot stand as they are'),
  remarks: z.array(z.string()),
});

/** The contract between the check of drafts and its templates. It holds no more of a transcript than a passage needs. */
export const verificationPageSchema = z.strictObject({
  study: z.strictObject({ name: z.string() }),
  consent: consentScopeSchema.describe('the use that consent was judged for'),
  quotations: z.int().min(0).describe('in all drafts'),
  accepted: z.int().min(0).describe('quotations that stand as they may'),
  drafts: z.array(draftSchema),
});
export type VerificationPage = z.infer<typeof verificationPageSchema>;
export type VerifiedDraftPage = z.infer<typeof draftSchema>;
export type VerifiedSource = z.infer<typeof sourceSchema>;
