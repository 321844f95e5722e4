import type { Notice } from '../model/notice.js';
import type { Consent, Participant } from '../model/participant.js';
import { askDidYouMean } from './explain-problem.js';
import type { ParticipantsReading } from './read-participants.js';
import type { SourceFile } from './read-transcripts.js';
import { studyFiles } from './study-files.js';
import { tellCaution } from './tell.js';
import type { Reading } from './try-reading.js';

/**
 * Everybody in `participants.csv`, then whoever only speaks in a transcript: without a table their consent is not
 * known, and beside one they have given none.
 */
export function settleParticipants(
  { participants, listed }: ParticipantsReading,
  sources: readonly SourceFile[],
): Reading<readonly Participant[]> {
  const known = new Set(participants.map(({ id }) => id));
  const heardIn = new Map<string, string>();
  for (const { file, transcripts } of sources)
    for (const { transcript } of transcripts)
      for (const id of transcript.participantIds)
        if (!known.has(id) && !heardIn.has(id)) heardIn.set(id, file);
  const consent: Consent = { known: listed, scopes: [] };
  return {
    value: [...participants, ...[...heardIn.keys()].map((id) => ({ id, attributes: {}, consent }))],
    notices: listed ? [...heardIn].map(([id, file]) => tellUnlisted(id, file, known)) : [],
  };
}

function tellUnlisted(id: string, file: string, known: ReadonlySet<string>): Notice {
  const guess = askDidYouMean(id, known);
  const message = `${studyFiles.participants} has no row for "${id}"${guess || ','} so nothing that they say is published. Add a row, e.g. ${id},research;publication`;
  return tellCaution('unknown-participant', { file }, message);
}
