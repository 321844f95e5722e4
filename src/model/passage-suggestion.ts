import type { Span } from './span.js';

/** What words can say that makes a sentence worth a second look. */
export type WordCue =
  | 'first-person'
  | 'feeling'
  | 'judgement'
  | 'wish'
  | 'contrast'
  | 'reason'
  | 'emphasis'
  | 'concreteness';

/** What a sentence as a whole, or its place, says for or against marking it. */
export type SentenceTrait =
  /** Long enough to say something. */
  | 'length'
  /** Opens with no word that points back, and is no question. */
  | 'self-contained'
  /** Part of an answer that somebody took time for. */
  | 'long-answer'
  /** What stands before and after it looks worth marking too. */
  | 'surroundings'
  | 'question'
  | 'fillers'
  /** A note of the transcriber in brackets. */
  | 'aside'
  /** Said word for word in several transcripts: read out, or a mere "yes". */
  | 'repeated';

/**
 * Why a passage is proposed, in log-odds, the strongest first: by how much it stands out from the average sentence of the
 * study. Spans lie in the passage's `exact`; a `term` is a word that coders marked more often than not. `other` is all that
 * is not named, so that the weights sum to the log-odds of the score.
 */
export type PassageEvidence =
  | {
      readonly kind: 'cue-words';
      readonly cue: WordCue;
      readonly spans: readonly Span[];
      readonly weight: number;
    }
  | { readonly kind: 'trait'; readonly trait: SentenceTrait; readonly span: Span; readonly weight: number }
  | { readonly kind: 'term'; readonly term: string; readonly weight: number }
  | { readonly kind: 'other'; readonly weight: number };

/** A passage of a participant that a machine thinks worth marking: recomputed, never stored as a quote. */
export type PassageSuggestion = {
  readonly transcriptId: string;
  readonly participantId: string;
  /** Counts from 1, as in reports. */
  readonly utterance: number;
  /** One to three neighbouring sentences of one utterance, none of which touches a quote. */
  readonly span: Span;
  /** `text.slice(span.start, span.end)` of its transcript. */
  readonly exact: string;
  /** 0 to 1: a rank, and no probability that somebody marks it. */
  readonly score: number;
  /** Whether it follows from rules alone or from what coders marked in this study. */
  readonly by: 'rules' | 'learned';
  readonly evidence: readonly [PassageEvidence, ...PassageEvidence[]];
};
