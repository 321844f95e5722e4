import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SURROUNDINGS_LENGTH } from '../../src/model/quote.js';
import { makeQuote } from '../../src/pipeline/make-quote.js';
import { hashText } from '../../src/text/hash-text.js';
import { buildTranscript, quoteWords } from './build-transcript.js';

describe('makeQuote', () => {
  const transcript = buildTranscript('P01', [
    ['I', 'How did it begin?'],
    ['P01', 'It began with a lighthouse, and the lighthouse began with a lamp.'],
  ]);

  it('cuts the exact words and what stands around them', () => {
    expect(quoteWords(transcript, 'a lighthouse')).toMatchObject({
      transcriptId: 'P01',
      exact: 'a lighthouse',
      prefix: 'How did it begin?\nIt began with ',
      suffix: ', and the lighthouse began with ',
    });
  });

  it('derives the id from the transcript, the words and the occurrence alone', () => {
    const longer = buildTranscript('P01', [['P01', 'Well. It began with a lighthouse on the cliff.']]);
    const { id } = quoteWords(transcript, 'a lighthouse');
    expect(id).toBe(`q_${hashText('P01\na lighthouse\n0').slice(0, 10)}`);
    expect(quoteWords(longer, 'a lighthouse').id).toBe(id);
    expect(quoteWords(transcript, 'lighthouse', 1).id).not.toBe(quoteWords(transcript, 'lighthouse').id);
  });

  it('carries what was recorded beside the words, and no key for what was not', () => {
    const quote = makeQuote({
      transcript,
      span: { start: 0, end: 3 },
      occurrence: 0,
      by: 'ana',
      note: 'why',
    });
    expect(quote).toMatchObject({ by: 'ana', note: 'why' });
    expect(Object.keys(quote)).not.toContain('wording');
    expect(Object.keys(quote)).not.toContain('occurrence');
  });

  it('never cuts a surrogate pair in the surroundings', () => {
    const pairs = fc.array(fc.string({ unit: 'grapheme', maxLength: 3 }), { maxLength: 40 });
    fc.assert(
      fc.property(pairs, pairs, (before, after) => {
        const words = `${before.join('')}the lamp${after.join('')}`;
        const odd = buildTranscript('P01', [['P01', words]]);
        const { prefix, suffix } = quoteWords(odd, 'the lamp');
        expect(`${prefix}|${suffix}`).not.toMatch(/\p{Surrogate}/u);
        expect(Math.max(prefix.length, suffix.length)).toBeLessThanOrEqual(SURROUNDINGS_LENGTH);
        expect(words).toContain(`${prefix}the lamp${suffix}`);
      }),
    );
  });
});
