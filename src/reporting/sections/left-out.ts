import { z } from 'zod';
import { listSubjectThemes } from '../coding/voices.js';
import { countReasons, hideParticipant, reasonCountSchema } from '../contract/tally.js';
import type { ReportInput } from '../report.js';

export const leftOutSchema = z
  .strictObject({
    unpublishable: z.array(reasonCountSchema).describe('quotes that may not be printed, by reason'),
    notChosen: z
      .array(reasonCountSchema)
      .describe(
        'quotes that may be printed and were not chosen to represent a theme, by reason; once a theme',
      ),
    lost: z
      .array(z.strictObject({ id: z.string(), transcript: z.string() }))
      .describe('quotes whose words are no longer found in their transcript; kept, never printed'),
  })
  .describe('what the report does not show, and why; no words of anybody');
export type LeftOutSection = z.infer<typeof leftOutSchema>;

/** What a report leaves out: reasons with counts, and no participant's words or code. */
export function describeLeftOut(input: ReportInput): LeftOutSection {
  const codes = new Set(input.study.participants.map(({ id }) => id));
  return {
    unpublishable: countReasons(
      input.leftOut.map(({ reason }) => ({ reason: hideParticipant(reason, codes) })),
    ),
    notChosen: countReasons(
      listSubjectThemes(input.study.taxonomy).flatMap(({ id }) => input.picks.get(id)?.leftOut ?? []),
    ),
    lost: input.lost.map(({ was }) => ({ id: was.id, transcript: was.transcriptId })),
  };
}
