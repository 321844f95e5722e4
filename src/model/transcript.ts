import type { Span } from './span.js';
import type { Speaker } from './speaker.js';

/** What one speaker says in one go. `span` cuts its words, without label and times, out of the transcript's text. */
export type Utterance = {
  readonly span: Span;
  readonly speaker: Speaker;
  /** Milliseconds from the beginning of the recording. */
  readonly startsAtMs?: number;
};

/** One interview's text: marks, labels and times removed, NFC, utterances in order and joined by a line feed. */
export type Transcript = {
  readonly id: string;
  /** Empty where nobody could be told; more than one in a group interview. */
  readonly participantIds: readonly string[];
  readonly text: string;
  /** Hex SHA-256 of the text's UTF-8 bytes: offsets mean nothing without it. */
  readonly textHash: string;
  readonly utterances: readonly Utterance[];
  /** ISO 8601 day of the interview. */
  readonly date?: string;
  /** File name inside `transcripts/`. */
  readonly file: string;
  /** Id of the format that read it. */
  readonly format: string;
};
