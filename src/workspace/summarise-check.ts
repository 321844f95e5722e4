import { findIdentifiers } from '../pipeline/find-identifiers.js';
import type { StudyReading } from './read-study.js';

/** What `check --json` prints: the study in numbers, every notice, and every identifier found in its transcripts. */
export function summariseCheck({ study, anchorings, files, notices }: StudyReading) {
  const countState = (state: string) => anchorings.filter((anchoring) => anchoring.state === state).length;
  return {
    ok: !notices.some(({ severity }) => severity === 'error'),
    study: study.settings.name,
    transcripts: files.flatMap(({ file, format, transcripts }) =>
      transcripts.map(({ id, participants, utterances, words, unknownSpeakers, quotes }) => ({
        id,
        file,
        format,
        participants,
        utterances,
        words,
        unknownSpeakers,
        quotes,
      })),
    ),
    quotes: { inPlace: countState('in-place'), moved: countState('moved'), lost: countState('lost') },
    notices,
    identifiers: study.transcripts.flatMap((transcript) =>
      findIdentifiers(transcript.text).map(({ kind, text, span }) => ({
        kind,
        text,
        transcript: transcript.id,
        span,
        decided: false,
      })),
    ),
  };
}
