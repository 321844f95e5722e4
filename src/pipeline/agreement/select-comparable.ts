import type { Participant } from '../../model/participant.js';
import type { Quote } from '../../model/quote.js';
import type { Transcript } from '../../model/transcript.js';
import { checkConsent } from '../check-consent.js';
import { findSpeaker } from '../find-speaker.js';

export type ComparableRequest = {
  readonly quotes: readonly Quote[];
  readonly transcripts: readonly Transcript[];
  readonly participants: readonly Participant[];
  /** ISO day on which consent is judged. */
  readonly today: string;
};

function listSpeakers(quote: Quote, transcript: Transcript | undefined): readonly string[] {
  if (transcript === undefined) return [];
  const found = findSpeaker(transcript, quote.span);
  if (found.kind === 'nobody') return [];
  const speakers = found.kind === 'one' ? [found.speaker] : found.speakers;
  return speakers.flatMap((speaker) => (speaker.kind === 'participant' ? [speaker.participantId] : []));
}

/**
 * The quotes on which coders may be compared: without those in which somebody speaks who withdrew or did not agree to
 * research. A quote of which nobody knows who speaks stays.
 */
export function selectComparable({
  quotes,
  transcripts,
  participants,
  today,
}: ComparableRequest): readonly Quote[] {
  const byId = new Map(transcripts.map((transcript) => [transcript.id, transcript]));
  const people = new Map(participants.map((participant) => [participant.id, participant]));
  return quotes.filter((quote) =>
    listSpeakers(quote, byId.get(quote.transcriptId)).every(
      (id) => checkConsent(people.get(id), 'research', today).allowed,
    ),
  );
}
