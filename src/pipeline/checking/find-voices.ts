import type { Speaker } from '../../model/speaker.js';
import { findWords } from '../../text/tokenise.js';
import { findSpeaker } from '../find-speaker.js';
import type { LaidPassage } from './lay-passage.js';

/** Who says the words that a quotation stands on. */
export type Voices = {
  /** Without repetition, in order. */
  readonly speakers: readonly Speaker[];
  /** Whether an omission leaves out what somebody else said in between. */
  readonly hidesOthers: boolean;
};

/** "Mm-hm", "go on", "right, yes": whoever leaves that out hides nothing. */
const MOST_INTERJECTED = 3;

export function findVoices({ source, places, span }: LaidPassage): Voices {
  const { transcript, text } = source;
  const words = source.spans();
  const speakers = new Map<string, Speaker>();
  for (const place of places) {
    const word = words[place];
    if (word === undefined) continue;
    for (const speaker of listSpeakers(findSpeaker(transcript, word)))
      speakers.set(nameSpeaker(speaker), speaker);
  }
  const hidesOthers = transcript.utterances.some(
    (utterance) =>
      utterance.span.start > span.start &&
      utterance.span.end < span.end &&
      !speakers.has(nameSpeaker(utterance.speaker)) &&
      findWords(text.slice(utterance.span.start, utterance.span.end)).length > MOST_INTERJECTED,
  );
  return { speakers: [...speakers.values()], hidesOthers };
}

function listSpeakers(found: ReturnType<typeof findSpeaker>): readonly Speaker[] {
  if (found.kind === 'nobody') return [{ kind: 'unknown', label: '' }];
  return found.kind === 'one' ? [found.speaker] : found.speakers;
}

function nameSpeaker(speaker: Speaker): string {
  if (speaker.kind === 'participant') return `participant ${speaker.participantId}`;
  return speaker.kind === 'unknown' ? `unknown ${speaker.label}` : 'interviewer';
}
