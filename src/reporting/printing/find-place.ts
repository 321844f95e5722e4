import type { Quote } from '../../model/quote.js';
import type { Transcript } from '../../model/transcript.js';

/** Where a quote stands: `utterance` counts from 1; `participantId` is missing where no participant speaks. */
export type QuotePlace = {
  readonly utterance: number;
  readonly startsAtMs?: number;
  readonly participantId?: string;
};

/** The utterance in which a quote begins and who speaks there; undefined where the quote begins outside all of them. */
export function findPlace(quote: Quote, transcript: Transcript): QuotePlace | undefined {
  const index = findUtterance(transcript, quote.span.start);
  const utterance = transcript.utterances[index];
  if (utterance === undefined || quote.span.start >= utterance.span.end) return undefined;
  const { speaker, startsAtMs } = utterance;
  return {
    utterance: index + 1,
    ...(startsAtMs === undefined ? {} : { startsAtMs }),
    ...(speaker.kind === 'participant' ? { participantId: speaker.participantId } : {}),
  };
}

/** Index of the last utterance that begins at or before an offset, -1 where there is none. */
export function findUtterance({ utterances }: Transcript, offset: number): number {
  let low = 0;
  let high = utterances.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = utterances[middle]?.span.start ?? Number.POSITIVE_INFINITY;
    if (start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** `h:mm:ss`, or `m:ss` within the first hour. */
export function formatTime(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const pad = (value: number) => String(value).padStart(2, '0');
  return hours === 0 ? `${minutes}:${pad(seconds % 60)}` : `${hours}:${pad(minutes)}:${pad(seconds % 60)}`;
}
