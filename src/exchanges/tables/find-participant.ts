import type { Span } from '../../model/span.js';
import type { Transcript } from '../../model/transcript.js';

/** The one participant who speaks in a span; empty where that is nobody known, or not the only one. */
export function findParticipant(transcript: Transcript | undefined, { start, end }: Span): string {
  const heard = (transcript?.utterances ?? []).filter(({ span }) => span.start < end && start < span.end);
  const ids = new Set(
    heard.map(({ speaker }) => (speaker.kind === 'participant' ? speaker.participantId : '')),
  );
  const [only = '', ...others] = ids;
  return others.length === 0 ? only : '';
}
