import type { Quote } from '../model/quote.js';
import type { Transcript } from '../model/transcript.js';
import type { SourceFile } from './read-transcripts.js';

/** One transcript in numbers. */
type TranscriptSummary = {
  readonly id: string;
  readonly participants: readonly string[];
  readonly utterances: number;
  /** Stretches of text between white space, the interviewer's included. */
  readonly words: number;
  /** Utterances of speakers whom nobody could name. */
  readonly unknownSpeakers: number;
  /** Quotes that are found in it. */
  readonly quotes: number;
  /** Timed cues, segments or rows of the source. */
  readonly cues: number;
};

/** A source file in `transcripts/` and what was read from it. */
export type FileSummary = {
  /** Relative to the study. */
  readonly file: string;
  /** Id of the format. */
  readonly format: string;
  readonly transcripts: readonly TranscriptSummary[];
};

/** Every source file in numbers. */
export function summariseFiles(
  sources: readonly SourceFile[],
  quotes: readonly Quote[],
): readonly FileSummary[] {
  const counts = new Map<string, number>();
  for (const { transcriptId } of quotes) counts.set(transcriptId, (counts.get(transcriptId) ?? 0) + 1);
  return sources.map(({ file, format, transcripts }) => ({
    file,
    format,
    transcripts: transcripts.map(({ transcript, cues }) => ({
      ...summariseTranscript(transcript),
      quotes: counts.get(transcript.id) ?? 0,
      cues,
    })),
  }));
}

function summariseTranscript({ id, participantIds, text, utterances }: Transcript) {
  return {
    id,
    participants: participantIds,
    utterances: utterances.length,
    words: text.match(/\S+/g)?.length ?? 0,
    unknownSpeakers: utterances.filter(({ speaker }) => speaker.kind === 'unknown').length,
  };
}
