import type { Transcript, Utterance } from '../../src/model/transcript.js';
import { makeDice } from './plant-quotations.js';

export type GrownTranscripts = { readonly transcripts: readonly Transcript[]; readonly words: number };

/** Many transcripts in memory: the utterances of a few dealt anew, word pairs broken up so that passages differ. */
export function growTranscripts(
  sample: readonly Transcript[],
  size: { readonly transcripts: number; readonly words: number },
): GrownTranscripts {
  const roll = makeDice(3);
  const spoken = sample.flatMap(({ text, utterances }) =>
    utterances.map(({ span }) => text.slice(span.start, span.end).split(/\s+/)),
  );
  const vocabulary = spoken.flat();
  let words = 0;
  const transcripts = Array.from({ length: size.transcripts }, (_, number) => {
    const id = `P${number + 1}`;
    const utterances: Utterance[] = [];
    let text = '';
    for (let own = 0; own < size.words / size.transcripts; ) {
      const dealt = (spoken[roll(spoken.length)] ?? []).map((word) =>
        roll(4) === 0 ? (vocabulary[roll(vocabulary.length)] ?? word) : word,
      );
      const line = dealt.join(' ');
      const start = text === '' ? 0 : text.length + 1;
      text += `${text === '' ? '' : '\n'}${line}`;
      utterances.push({
        span: { start, end: start + line.length },
        speaker: { kind: 'participant', participantId: id },
      });
      own += dealt.length;
      words += dealt.length;
    }
    return {
      id,
      participantIds: [id],
      text,
      textHash: '',
      utterances,
      file: `${id}.txt`,
      format: 'plain-text',
    };
  });
  return { transcripts, words };
}
