import type { ConsentScope } from '../model/participant.js';
import type { Quote } from '../model/quote.js';
import type { Speaker } from '../model/speaker.js';
import type { Study } from '../model/study.js';
import type { Transcript } from '../model/transcript.js';
import type { LeftOut } from '../reporting/report.js';
import { type ConsentVerdict, checkConsent, refuse } from './check-consent.js';
import { findSpeaker } from './find-speaker.js';

export type SelectionRequest = {
  readonly study: Pick<Study, 'quotes' | 'transcripts' | 'participants'>;
  readonly scope: ConsentScope;
  /** ISO day on which consent is judged. */
  readonly today: string;
};

export type Selection = {
  /** The quotes that may be published for the scope, by id, in the study's order. */
  readonly publishable: ReadonlyMap<string, Quote>;
  /** Participant id by quote id, for every quote in which one known participant speaks, publishable or not. */
  readonly participantOf: ReadonlyMap<string, string>;
  readonly leftOut: readonly LeftOut[];
  /** Whether the consent of some publishable quote was never recorded. */
  readonly consentUnknown: boolean;
};

type Verdict = { readonly participantId?: string } & ConsentVerdict;

/** The quotes in which one participant speaks from end to end and that this participant agreed to have used so. */
export function selectPublishable({ study, scope, today }: SelectionRequest): Selection {
  const transcripts = new Map(study.transcripts.map((transcript) => [transcript.id, transcript]));
  const participants = new Map(study.participants.map((participant) => [participant.id, participant]));
  const publishable = new Map<string, Quote>();
  const participantOf = new Map<string, string>();
  const leftOut: LeftOut[] = [];
  let consentUnknown = false;
  for (const quote of study.quotes) {
    const verdict = judgeQuote(quote, transcripts.get(quote.transcriptId), (id) =>
      checkConsent(participants.get(id), scope, today),
    );
    if (verdict.participantId !== undefined) participantOf.set(quote.id, verdict.participantId);
    if (!verdict.allowed) {
      leftOut.push({ quoteId: quote.id, reason: verdict.reason });
      continue;
    }
    publishable.set(quote.id, quote);
    consentUnknown ||= !verdict.known;
  }
  return { publishable, participantOf, leftOut, consentUnknown };
}

function judgeQuote(
  quote: Quote,
  transcript: Transcript | undefined,
  judgeParticipant: (participantId: string) => ConsentVerdict,
): Verdict {
  if (transcript === undefined) return refuse(`there is no transcript "${quote.transcriptId}"`);
  if (transcript.text.slice(quote.span.start, quote.span.end) !== quote.exact) {
    return refuse('its words are not those of the transcript at its place');
  }
  const found = findSpeaker(transcript, quote.span);
  if (found.kind === 'several') return refuse(describeSeveral(found.speakers));
  if (found.kind === 'nobody' || found.speaker.kind === 'unknown') return refuse('nobody knows who speaks');
  if (found.speaker.kind === 'interviewer') return refuse('the interviewer speaks');
  const { participantId } = found.speaker;
  return { participantId, ...judgeParticipant(participantId) };
}

function describeSeveral(speakers: readonly Speaker[]): string {
  const interrupted = speakers.some(({ kind }) => kind === 'interviewer');
  return interrupted ? "it holds an interviewer's words" : 'several people speak in it';
}
