import type { Span } from '../model/span.js';
import type { Speaker } from '../model/speaker.js';
import type { Transcript, Utterance } from '../model/transcript.js';

/** Who speaks in a span: nobody where it touches no utterance, `several` in the order in which they speak. */
export type SpanSpeaker =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'one'; readonly speaker: Speaker }
  | { readonly kind: 'several'; readonly speakers: readonly Speaker[] };

/** Who speaks over the whole of a span. Takes the logarithm of the number of utterances. */
export function findSpeaker(transcript: Transcript, span: Span): SpanSpeaker {
  const speakers: Speaker[] = [];
  for (const { speaker } of listUtterances(transcript, span)) {
    if (!speakers.some((known) => isSameSpeaker(known, speaker))) speakers.push(speaker);
  }
  const [first, second] = speakers;
  if (first === undefined) return { kind: 'nobody' };
  return second === undefined ? { kind: 'one', speaker: first } : { kind: 'several', speakers };
}

/** The utterances that a span touches, in order. */
function listUtterances({ utterances }: Transcript, span: Span): readonly Utterance[] {
  const first = countEndedBy(utterances, span.start);
  const touched: Utterance[] = [];
  for (let at = first; at < utterances.length; at++) {
    const utterance = utterances[at];
    if (utterance === undefined || utterance.span.start >= span.end) break;
    touched.push(utterance);
  }
  return touched;
}

/** How many utterances end at or before an offset, by halving: they are in order and do not overlap. */
function countEndedBy(utterances: readonly Utterance[], offset: number): number {
  let low = 0;
  let high = utterances.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((utterances[middle]?.span.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isSameSpeaker(one: Speaker, other: Speaker): boolean {
  if (one.kind === 'participant' && other.kind === 'participant') {
    return one.participantId === other.participantId;
  }
  if (one.kind === 'unknown' && other.kind === 'unknown') return one.label === other.label;
  return one.kind === other.kind;
}
