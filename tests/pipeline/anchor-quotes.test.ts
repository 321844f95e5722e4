import { describe, expect, it } from 'vitest';
import type { Anchoring } from '../../src/model/anchoring.js';
import type { Quote } from '../../src/model/quote.js';
import type { Transcript } from '../../src/model/transcript.js';
import { anchorQuotes } from '../../src/pipeline/anchor-quotes.js';
import { buildTranscript, type Line, quoteWords } from './build-transcript.js';

const lines: readonly Line[] = [
  ['I', 'What was hard in the first year?'],
  ['P01', 'Well, I never knew whether I was doing a good job. Nobody tells you what good looks like.'],
  ['I', 'And now?'],
  ['P01', 'Now I ask. I ask my manager every month, and I write down what she says. Yes. It helps me sleep.'],
  ['P02', 'For me it was the calendar: other people filled it, and I let them. Yes. I let them.'],
];
const before = buildTranscript('call', lines);

/** The transcript with one line said differently. */
function correct(number: number, words: string, label?: string): Transcript {
  return buildTranscript(
    'call',
    lines.map((line, at) => (at === number ? [label ?? line[0], words] : line)),
  );
}

function anchor(quote: Quote, transcript: Transcript): Anchoring {
  const [anchoring] = anchorQuotes([quote], [transcript]);
  if (anchoring === undefined) throw new Error('anchorQuotes gave nothing');
  return anchoring;
}

describe('anchorQuotes', () => {
  it('leaves quotes of an unchanged transcript as they are, also those said twice', () => {
    const quotes = [
      quoteWords(before, 'I let them', 1),
      quoteWords(before, 'Yes.'),
      quoteWords(before, 'I let them'),
    ];
    expect(anchorQuotes(quotes, [before])).toEqual(quotes.map((quote) => ({ state: 'in-place', quote })));
  });

  it('moves a quote to where its exact words now stand, and keeps its id and what was noted', () => {
    const was = {
      ...quoteWords(before, 'I ask my manager every month'),
      note: 'habit',
      by: 'ana',
      wording: 'I ask',
    };
    const after = correct(0, 'What, would you say, was the hardest thing in the first year?');
    const anchoring = anchor(was, after);
    const start = after.text.indexOf(was.exact);
    expect(anchoring).toMatchObject({ state: 'moved', method: 'exact', score: 1, was });
    expect(anchoring).toHaveProperty('quote', { ...was, span: { start, end: start + was.exact.length } });
  });

  it('records the new surroundings of a moved quote', () => {
    const after = correct(1, 'Hm. I never knew whether I was doing a good job.');
    expect(anchor(quoteWords(before, 'I never knew whether'), after)).toMatchObject({
      quote: { prefix: 'was hard in the first year?\nHm. ', suffix: ' I was doing a good job.\nAnd now' },
    });
  });

  it('lets the surroundings decide between several places with the exact words', () => {
    const after = correct(
      4,
      'Yes. For me it was the calendar: I let them. Other people filled it, and I let them. Yes.',
    );
    const anchoring = anchor(quoteWords(before, 'I let them'), after);
    expect(anchoring).toMatchObject({
      state: 'moved',
      quote: { span: { start: after.text.lastIndexOf('I let them') } },
    });
  });

  it('takes the nearest to the old place where surroundings do not decide', () => {
    const pause = '. '.repeat(40);
    const text = `${pause}Yes${pause}Yes${pause}`;
    const old = buildTranscript('call', [['P01', text]]);
    const after = buildTranscript('call', [['P01', `. ${text}`]]);
    const second = quoteWords(old, 'Yes', 1);
    expect(anchor(second, after)).toMatchObject({ quote: { span: { start: second.span.start + 2 } } });
  });

  it.each([
    ['white space', 'Well, I never  knew\nwhether I was doing a good job.'],
    ['case', 'well, i never knew whether i was doing a good job.'],
  ])('finds words again of which only the %s changed', (_, words) => {
    const anchoring = anchor(quoteWords(before, 'I never knew whether I was doing'), correct(1, words));
    expect(anchoring).toMatchObject({ state: 'moved', method: 'folded', score: 1 });
  });

  it('takes the words as corrected where they are nearly the same and the surroundings bear it out', () => {
    const anchoring = anchor(
      quoteWords(before, 'I never knew whether I was doing a good job'),
      correct(
        1,
        'Well, I never really knew whether I was doing a good job. Nobody tells you what good looks like.',
      ),
    );
    expect(anchoring).toMatchObject({
      state: 'moved',
      method: 'approximate',
      quote: { exact: 'I never really knew whether I was doing a good job' },
    });
    expect(anchoring).toHaveProperty('score', 1 - 'really '.length / 43);
  });

  it('prefers corrected words at the old place to the same words among strangers', () => {
    const corrected = correct(
      3,
      'Now I ask. I asked my manager every month, and I write down what she says.',
    );
    const both = buildTranscript('call', [
      ...lines.slice(0, 3),
      ['P01', 'Now I ask. I asked my manager every month, and I write down what she says.'],
      [
        'P02',
        'It was another company altogether, years ago: I ask my manager every month there too, they said.',
      ],
    ]);
    const quote = quoteWords(before, 'I ask my manager every month');
    expect(anchor(quote, corrected)).toMatchObject({ quote: { exact: 'I asked my manager every month' } });
    expect(anchor(quote, both)).toMatchObject({ quote: { exact: 'I asked my manager every month' } });
  });
});

describe('a quote is lost', () => {
  const quote = quoteWords(before, 'I never knew whether I was doing a good job');

  it('when there is no such transcript', () => {
    expect(anchorQuotes([quote], [])).toEqual([
      { state: 'lost', was: quote, reason: 'there is no transcript "call"' },
    ]);
  });

  it('when its words are gone', () => {
    expect(anchor(quote, correct(1, 'Well. Nobody tells you what good looks like.'))).toEqual({
      state: 'lost',
      was: quote,
      reason: 'its words are no longer in the transcript',
    });
  });

  it('when its words turn out to be an interviewer’s', () => {
    const after = correct(1, 'Well, so I never knew whether I was doing a good job?', 'I');
    const moved = { ...quote, span: { start: 0, end: 43 } };
    expect(anchor(moved, after)).toMatchObject({
      state: 'lost',
      reason: expect.stringContaining('interviewer'),
    });
  });

  it('when the passage that is most like it stands among strangers', () => {
    const after = buildTranscript('call', [
      ['P01', 'Then the ship came in. I never knew whether he was doing a great job, my old captain.'],
    ]);
    expect(anchor(quote, after)).toMatchObject({
      state: 'lost',
      reason: expect.stringContaining('surroundings'),
    });
  });

  it('when two passages are equally like it', () => {
    const corrected =
      'Well, I never knew whether I was doing good jobs. Nobody tells you what good looks like.';
    const after = buildTranscript('call', [
      ['I', 'What was hard in the first year?'],
      ['P01', corrected],
      ['I', 'What was hard in the first year?'],
      ['P01', corrected],
    ]);
    expect(anchor(quote, after)).toMatchObject({
      state: 'lost',
      reason: 'several passages are equally like it',
    });
  });

  it('when its letters only occur inside a longer word', () => {
    const short = { ...quoteWords(before, 'let'), prefix: 'here ', suffix: ' there' };
    const after = buildTranscript('call', [['P01', 'We sat at the outlet store all day, and nobody came.']]);
    expect(anchor(short, after)).toMatchObject({ state: 'lost' });
  });
});
