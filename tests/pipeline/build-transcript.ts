import type { Quote } from '../../src/model/quote.js';
import type { Speaker } from '../../src/model/speaker.js';
import type { Transcript, Utterance } from '../../src/model/transcript.js';
import { makeQuote } from '../../src/pipeline/make-quote.js';
import { hashText } from '../../src/text/hash-text.js';

/** A label and what is said: `I` interviews, `?` is unknown, anything else is a participant's id. */
export type Line = readonly [label: string, words: string];

export function buildTranscript(id: string, lines: readonly Line[]): Transcript {
  const utterances: Utterance[] = [];
  let text = '';
  for (const [label, words] of lines) {
    if (text !== '') text += '\n';
    utterances.push({
      span: { start: text.length, end: text.length + words.length },
      speaker: readSpeaker(label),
    });
    text += words;
  }
  const participantIds = [...new Set(lines.map(([label]) => label))].filter((label) => /^P\d+$/.test(label));
  return {
    id,
    participantIds,
    text,
    textHash: hashText(text),
    utterances,
    file: `${id}.txt`,
    format: 'plain-text',
  };
}

function readSpeaker(label: string): Speaker {
  if (label === 'I') return { kind: 'interviewer' };
  return label.startsWith('?')
    ? { kind: 'unknown', label: label.slice(1) }
    : { kind: 'participant', participantId: label };
}

/** The quote of the first (or a later) occurrence of the words; the test fails where they do not occur. */
export function quoteWords(transcript: Transcript, words: string, occurrence = 0): Quote {
  let start = transcript.text.indexOf(words);
  for (let skipped = 0; skipped < occurrence; skipped++) start = transcript.text.indexOf(words, start + 1);
  if (start < 0) throw new Error(`"${words}" does not occur in ${transcript.id}`);
  return makeQuote({ transcript, span: { start, end: start + words.length }, occurrence });
}
