import type { Speaker } from '../../model/speaker.js';
import type { Transcript } from '../../model/transcript.js';
import type { ExchangedTurn } from '../exchange.js';

export type LaidSource = {
  /** As people read it elsewhere: each turn of speech begins with its label; a blank line parts them. */
  readonly text: string;
  readonly turns: readonly ExchangedTurn[];
  /** The place in `text` of a place in the transcript's text, both in UTF-16 units. */
  toSource(offset: number, side: 'start' | 'end'): number;
};

/** Lays out a transcript as the text of a source. */
export function laySource({ text, utterances }: Transcript): LaidSource {
  const parts: string[] = [];
  const turns: ExchangedTurn[] = [];
  const isLabelled = utterances.some(({ speaker }) => labelSpeaker(speaker) !== '');
  let length = 0;
  for (const { span, speaker, startsAtMs } of utterances) {
    const label = labelSpeaker(speaker) || (isLabelled ? 'Unknown' : '');
    const head = `${length === 0 ? '' : '\n\n'}${label === '' ? '' : `${label}: `}`;
    const words = text.slice(span.start, span.end);
    const start = length + head.length;
    length = start + words.length;
    parts.push(head, words);
    turns.push({ label, start, end: length, ...(startsAtMs === undefined ? {} : { startsAtMs }) });
  }
  return {
    text: parts.join(''),
    turns,
    toSource: (offset, side) => {
      const index = findUtterance(utterances, offset, side);
      const span = utterances[index]?.span ?? { start: 0, end: 0 };
      const inside = Math.max(0, Math.min(offset, span.end) - span.start);
      return (turns[index]?.start ?? 0) + inside;
    },
  };
}

export function labelSpeaker(speaker: Speaker): string {
  if (speaker.kind === 'participant') return speaker.participantId;
  return speaker.kind === 'interviewer' ? 'Interviewer' : speaker.label;
}

/** Index of the utterance that a passage begins in: the first that ends after it; or ends in: the last that begins before. */
function findUtterance(utterances: Transcript['utterances'], offset: number, side: 'start' | 'end'): number {
  let low = 0;
  let high = utterances.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const span = utterances[middle]?.span;
    const isBefore = side === 'start' ? (span?.end ?? 0) <= offset : (span?.start ?? 0) < offset;
    if (isBefore) low = middle + 1;
    else high = middle;
  }
  return side === 'start' ? Math.min(low, utterances.length - 1) : Math.max(0, low - 1);
}
