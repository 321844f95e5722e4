import { describe, expect, it } from 'vitest';
import { selectExchangeable } from '../../src/pipeline/select-exchangeable.js';
import { accept, buildParticipant, buildStudy, buildTheme } from './build-study.js';
import { buildTranscript, quoteWords } from './build-transcript.js';

const today = '2026-11-22';
const group = buildTranscript('group', [
  ['I', 'How do you sleep?'],
  ['P01', 'Badly.'],
  ['P02', 'Like a stone.'],
  ['P01', 'And the pay is low.'],
  ['?Dana', 'Hello?'],
]);
const alone = buildTranscript('alone', [
  ['I', 'And you?'],
  ['P02', 'Fine.'],
]);
const badly = quoteWords(group, 'Badly.');
const pay = quoteWords(group, 'the pay');
const stone = quoteWords(group, 'Like a stone.');
const across = quoteWords(group, 'Badly.\nLike');
const study = buildStudy({
  participants: [
    buildParticipant('P01', ['research']),
    buildParticipant('P02', ['publication'], { role: 'cook' }),
  ],
  transcripts: [group, alone],
  themes: [buildTheme('sleep')],
  quotes: [badly, pay, stone, across],
  decisions: [badly, pay, stone, across].map((quote) => accept(quote, 'sleep')),
});

describe('what may go to another tool', () => {
  it('is what participants agreed to have used for research, with every quote at its new place', () => {
    const { study: left, losses } = selectExchangeable(study, today);
    expect(left.transcripts.map(({ id, text }) => [id, text])).toEqual([
      ['group', 'How do you sleep?\nBadly.\nAnd the pay is low.'],
    ]);
    const [transcript] = left.transcripts;
    expect(
      left.quotes.map(({ exact, span }) => [exact, transcript?.text.slice(span.start, span.end)]),
    ).toEqual([
      ['Badly.', 'Badly.'],
      ['the pay', 'the pay'],
    ]);
    expect(transcript?.utterances.map(({ span }) => transcript.text.slice(span.start, span.end))).toEqual([
      'How do you sleep?',
      'Badly.',
      'And the pay is low.',
    ]);
    expect(left.participants.map(({ id }) => id)).toEqual(['P01']);
    expect(losses.map(({ element, count }) => `${element} ${count}`)).toEqual([
      'participant 1',
      'transcript 1',
      'utterance 3',
      'quote 2',
      'decision 2',
    ]);
  });

  it('is nothing of whoever withdrew, or whose consent has ended', () => {
    const [p01] = study.participants;
    const consents = [
      { known: true, scopes: ['research'], withdrawn: '2026-01-01' },
      { known: true, scopes: ['research'], until: '2026-11-21' },
    ] as const;
    for (const consent of consents) {
      const { study: left } = selectExchangeable(
        { ...study, participants: p01 === undefined ? [] : [{ ...p01, consent }] },
        today,
      );
      expect([left.participants, left.transcripts, left.quotes, left.decisions]).toEqual([[], [], [], []]);
    }
  });

  it('is everything where no consent is recorded', () => {
    const unknown = { known: false, scopes: [] } as const;
    const open = { ...study, participants: study.participants.map((one) => ({ ...one, consent: unknown })) };
    expect(selectExchangeable(open, today)).toEqual({ study: open, losses: [] });
  });
});
