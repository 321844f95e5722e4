import { describe, expect, it } from 'vitest';
import { listSentences } from '../../../src/pipeline/passages/list-sentences.js';
import { readMarks } from '../../../src/pipeline/passages/read-marks.js';
import { buildTranscript, quoteWords } from '../build-transcript.js';

const transcript = buildTranscript('P01', [
  ['I', 'What is it like?'],
  ['P01', 'The lamp is bright. The fog is thick. The rope is old.'],
]);
const unread = buildTranscript('P02', [['P02', 'The sea is cold.']]);
const sentences = listSentences({ transcripts: [transcript, unread], language: 'en' });

describe('the marks of coders', () => {
  it('hold a sentence that lies in a quote by half, and only touch one that does not', () => {
    const { labels, touched } = readMarks(sentences, [quoteWords(transcript, 'lamp is bright. The fog')]);
    expect([...labels]).toEqual([1, 0, 0, -1]);
    expect([...touched]).toEqual([1, 1, 0, 0]);
  });

  it('count once where quotes overlap', () => {
    // Twice the same third of a sentence is no half of it.
    const third = quoteWords(transcript, 'The fog');
    expect([...readMarks(sentences, [third, third]).labels]).toEqual([0, 0, 0, -1]);
  });

  it('are passed over where a transcript holds quotes, and unknown where it holds none', () => {
    const { labels, read, quotes } = readMarks(sentences, [quoteWords(transcript, 'The rope is old.')]);
    expect([...labels]).toEqual([0, 0, 1, -1]);
    expect({ read, quotes }).toEqual({ read: ['P01'], quotes: 1 });
    expect(readMarks(sentences, []).read).toEqual([]);
  });
});
