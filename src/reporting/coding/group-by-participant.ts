import type { ReportInput } from '../report.js';
import { groupBy } from './group-by.js';
import type { Coding } from './group-taggings.js';

/** What one person says that may be printed: quote ids in the order in which they were said, and where they stand. */
export type Sayings = {
  readonly id: string;
  readonly quoteIds: readonly string[];
  readonly transcriptIds: readonly string[];
};

/** In the order of the participants; who has no quote that may be printed is left out. */
export function groupByParticipant(input: ReportInput, { places }: Pick<Coding, 'places'>): Sayings[] {
  const byPerson = groupBy(input.publishable.keys(), (id) => places.get(id)?.participantId);
  return input.study.participants.flatMap(({ id }) => {
    const quoteIds = byPerson.get(id)?.toSorted((a, b) => comparePlaces(a, b, input));
    if (quoteIds === undefined) return [];
    const transcriptIds = quoteIds.flatMap((quoteId) => input.publishable.get(quoteId)?.transcriptId ?? []);
    return [{ id, quoteIds, transcriptIds: [...new Set(transcriptIds)] }];
  });
}

/** By transcript, then by where the quote begins. */
function comparePlaces(a: string, b: string, { publishable }: ReportInput): number {
  const [one, other] = [publishable.get(a), publishable.get(b)];
  if (one === undefined || other === undefined) return 0;
  if (one.transcriptId !== other.transcriptId) return one.transcriptId < other.transcriptId ? -1 : 1;
  return one.span.start - other.span.start;
}
