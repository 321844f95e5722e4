import type { Speaker } from '../../../index.js';

/** How the page calls who speaks. */
export function nameSpeaker(speaker: Speaker): string {
  if (speaker.kind === 'participant') return speaker.participantId;
  return speaker.kind === 'interviewer' ? 'Interviewer' : speaker.label;
}
