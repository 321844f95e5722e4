import { describe, expect, it } from 'vitest';
import { hearInterviewer, listAsked } from '../../../src/pipeline/merging/hear-interviewer.js';
import { buildTranscript } from '../build-transcript.js';

describe('whose words a passage holds', () => {
  const { text, utterances } = buildTranscript('P01', [
    ['I', 'How long?'],
    ['I', 'And why?'],
    ['P01', 'Long.'],
    ['I', 'Why?'],
  ]);
  const asked = listAsked(utterances);
  it.each([
    ['an interviewer asks', 'long', 'alone'],
    ['an interviewer asks twice', 'How long?\nAnd why?', 'alone'],
    ['an interviewer asks, up to the line end', 'And why?\n', 'alone'],
    ['somebody answers too', 'why?\nLong', 'beside'],
    ['the answer comes first', 'ng.\nWhy?', 'beside'],
    ['all is said', 'How long?\nAnd why?\nLong.\nWhy?', 'beside'],
    ['somebody answers', 'Long.', 'not'],
    ['nothing but a line end is marked', '\n', 'not'],
  ])('is told where %s', (_what, words, hearing) => {
    const start = words === '\n' ? text.indexOf('\nWhy?') : text.indexOf(words);
    expect(hearInterviewer(text, { start, end: start + words.length }, asked)).toBe(hearing);
  });
});
