import { ToolkitError } from '../../errors.js';
import type { Study, Transcript } from '../../index.js';
import type { TranscriptView } from '../messages/reading.js';
import type { Desk } from './desk.js';
import type { Look } from './tables/look.js';
import { recall } from './tables/recall.js';
import { findTranscript, listQuotesOf } from './tables/study-tables.js';
import { nameSpeaker } from './views/name-speaker.js';
import { showQuote } from './views/show-quote.js';

const showUtterances = recall(({ utterances }: Transcript) =>
  utterances.map(({ span, speaker, startsAtMs }) => ({
    span,
    speaker: nameSpeaker(speaker),
    role: speaker.kind,
    startsAtMs: startsAtMs ?? null,
  })),
);

function showParticipants(
  { participants }: Study,
  { participantIds }: Transcript,
): TranscriptView['participants'] {
  return participantIds.map((id) => ({
    id,
    attributes: { ...participants.find((participant) => participant.id === id)?.attributes },
  }));
}

/** The transcript of an id. Throws `ToolkitError` `unknown-transcript`. */
export function requireTranscript(study: Study, id: string): Transcript {
  const transcript = findTranscript(study, id);
  if (transcript !== undefined) return transcript;
  throw new ToolkitError('unknown-transcript', `the study has no transcript "${id}"`, {
    hint: 'It may have been renamed or taken away. Choose one from the list.',
  });
}

/** One transcript with all that is marked in it. Throws `ToolkitError` `unknown-transcript`. */
export function answerTranscript(
  desk: Desk,
  { id, ...look }: Look & { readonly id: string },
): TranscriptView {
  const { reading } = desk;
  const { study } = reading;
  const transcript = requireTranscript(study, id);
  return {
    id,
    file: transcript.file,
    date: transcript.date ?? '',
    participants: showParticipants(study, transcript),
    text: transcript.text,
    utterances: showUtterances(transcript),
    quotes: listQuotesOf(study, id).map((quote) => showQuote(reading, quote, look)),
  };
}
