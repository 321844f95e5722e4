import type { Language } from '../../model/settings.js';
import type { Span } from '../../model/span.js';
import type { Study } from '../../model/study.js';
import type { Transcript } from '../../model/transcript.js';
import { splitSentences } from '../../text/split-sentences.js';

/** One sentence of a participant. */
export type Sentence = {
  readonly transcriptId: string;
  readonly participantId: string;
  /** Number of its transcript, and of its utterance there, from 0. */
  readonly transcript: number;
  readonly utterance: number;
  readonly span: Span;
  readonly exact: string;
};

/** What is read for passages. */
export type PassageSource = {
  readonly transcripts: readonly Transcript[];
  readonly language: Language;
  /** Ids of participants whose words are not used. */
  readonly withdrawn?: ReadonlySet<string>;
};

/**
 * Every sentence that a participant says, in order; never an interviewer's, nor one of a speaker who is not known or who
 * withdrew.
 */
export function listSentences({ transcripts, language, withdrawn }: PassageSource): readonly Sentence[] {
  return transcripts.flatMap(({ id, text, utterances }, transcript) =>
    utterances.flatMap(({ span, speaker }, utterance) => {
      if (speaker.kind !== 'participant' || withdrawn?.has(speaker.participantId) === true) return [];
      const words = text.slice(span.start, span.end);
      return splitSentences(words, language).map(({ start, end }) => ({
        transcriptId: id,
        participantId: speaker.participantId,
        transcript,
        utterance,
        span: { start: span.start + start, end: span.start + end },
        exact: words.slice(start, end),
      }));
    }),
  );
}

/** The participants of a study who withdrew. */
export function listWithdrawn({ participants }: Pick<Study, 'participants'>): ReadonlySet<string> {
  return new Set(participants.flatMap(({ id, consent }) => (consent.withdrawn === undefined ? [] : [id])));
}
