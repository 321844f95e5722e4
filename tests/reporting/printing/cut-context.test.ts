import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Participant } from '../../../src/model/participant.js';
import type { Quote } from '../../../src/model/quote.js';
import { createContextCutter } from '../../../src/reporting/printing/cut-context.js';
import type { ReportInput } from '../../../src/reporting/report.js';
import { buildInput } from '../build-input.js';

const person = (id: string): Participant => ({
  id,
  attributes: {},
  consent: { known: true, scopes: ['research', 'publication'] },
});
const build = (lines: readonly string[]) =>
  buildInput({
    settings: { name: 'Around' },
    dimensions: [{ id: 'theme', label: 'Themes' }],
    themes: [],
    participants: [person('P1')],
    interviews: { P1: lines },
  });
const cut = (input: ReportInput, quote: Quote | undefined) => {
  if (quote === undefined) throw new Error('no such quote');
  return createContextCutter(input)(quote);
};
const interview = [
  'I: How was it?',
  'P: Hard. ==We lost it all.== It rained.',
  'I: And then?',
  'P: Then ==we began.==',
];

describe('the context of a quote', () => {
  it('is what the interviewer and the quoted person said before and after', () => {
    const input = build(interview);
    expect(cut(input, input.study.quotes[0])).toEqual({
      before: [
        { interviewer: true, words: 'How was it?' },
        { interviewer: false, words: 'Hard.' },
      ],
      after: [
        { interviewer: false, words: 'It rained.' },
        { interviewer: true, words: 'And then?' },
        { interviewer: false, words: 'Then we began.' },
      ],
    });
  });

  it('stops at a quote whose published wording differs, since the edit may hide something', () => {
    const input = build(interview);
    const [first, second] = input.study.quotes;
    if (second === undefined) throw new Error('no second quote');
    const edited = { ...second, wording: 'we [rested].' };
    const study = {
      ...input.study,
      quotes: input.study.quotes.map((one) => (one === second ? edited : one)),
    };
    expect(cut({ ...input, study }, first).after.at(-1)).toEqual({ interviewer: false, words: 'Then …' });
  });

  it('stops at a quote that may not be printed', () => {
    const input = build(interview);
    const [first, second] = input.study.quotes;
    const publishable = new Map(first === undefined ? [] : [[first.id, first]]);
    expect(cut({ ...input, publishable }, second).before.at(1)).toEqual({
      interviewer: false,
      words: 'Hard. We lost it all. It rained.',
    });
    expect(cut({ ...input, publishable: new Map() }, second).before.at(0)).toEqual({
      interviewer: false,
      words: '… It rained.',
    });
  });

  it('stops where somebody else speaks', () => {
    const input = build(interview);
    const [transcript] = input.study.transcripts;
    if (transcript === undefined) throw new Error('no transcript');
    const utterances = transcript.utterances.map((one, index) =>
      index === 2 ? { ...one, speaker: { kind: 'participant', participantId: 'P2' } as const } : one,
    );
    const study = { ...input.study, transcripts: [{ ...transcript, utterances }] };
    expect(cut({ ...input, study }, input.study.quotes[0]).after).toEqual([
      { interviewer: false, words: 'It rained.' },
    ]);
  });

  it('cuts no word and no character in two, and marks what it cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme' })),
        fc.array(fc.string({ unit: 'grapheme' })),
        (a, b) => {
          const plain = (texts: readonly string[]) =>
            texts
              .join(' ')
              .repeat(9)
              .replace(/[=\n\r{}]/g, ' ');
          const input = build([`I: ${plain(a)}`, `P: ${plain(b)} ==said== ${plain(a)}`]);
          const { before, after } = cut(input, input.study.quotes[0]);
          const [{ text } = { text: '' }] = input.study.transcripts;
          for (const { words } of [...before, ...after]) {
            const bare = words.replace(/^… | …$/g, '');
            expect(text).toContain(bare);
            expect(Buffer.from(bare).toString()).toBe(bare);
            expect(bare.length).toBeLessThanOrEqual(320);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
