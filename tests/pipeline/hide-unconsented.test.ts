import { describe, expect, it } from 'vitest';
import { hideUnconsented } from '../../src/pipeline/hide-unconsented.js';
import { selectExchangeable } from '../../src/pipeline/select-exchangeable.js';
import { accept, buildParticipant, buildStudy, buildTheme } from './build-study.js';
import { buildTranscript, quoteWords } from './build-transcript.js';

const closed = buildTranscript('P02', [
  ['I', 'How do you sleep after a night like that one?'],
  ['P02', 'I lie awake and count the trains. Every hour on the hour, it is the same as for all of us.'],
]);
const open = buildTranscript('P01', [['P01', 'For me it is the same as for all of us, I think.']]);
const study = {
  ...buildStudy({
    participants: [buildParticipant('P01', ['research']), buildParticipant('P02', ['publication'])],
    transcripts: [open, closed],
    themes: [
      buildTheme('sleep', {
        description: 'Nights: “I lie awake and count the trains” and the like.',
        examples: ['Count the trains.', 'It is the same as for all of us', 'I sleep badly.'],
      }),
    ],
    memos: [
      {
        themeId: 'sleep',
        commentary: 'One said: *lie awake and **count** the trains*, and went home.',
        questions: ['How do you sleep after a night like that one?', 'Do you count the trains?'],
      },
    ],
  }),
};
const hide = () =>
  hideUnconsented(study, ({ speaker }) => speaker.kind !== 'participant' || speaker.participantId === 'P01');

describe('the words of who did not agree to a use', () => {
  it('leave memos and the taxonomy, and what others say too stays', () => {
    const { taxonomy, memos, examples, passages } = hide();
    expect([examples, passages]).toEqual([1, 2]);
    expect(taxonomy.themes[0]).toMatchObject({
      description: 'Nights: “[left out]” and the like.',
      examples: ['It is the same as for all of us', 'I sleep badly.'],
    });
    expect(memos[0]?.commentary).toBe('One said: *[left out]*, and went home.');
  });

  it('leave notes on quotes and decisions, which keep all else', () => {
    const quote = quoteWords(open, 'For me it is the same');
    const noted = {
      ...study,
      quotes: [
        { ...quote, note: 'Compare “lie awake and count the trains” of P02.' },
        quoteWords(open, 'as for all of us'),
      ],
      decisions: [
        { ...accept(quote, 'sleep'), note: 'As with lie awake and count the trains.' },
        { ...accept(quote, 'sleep'), note: 'Mine.' },
      ],
    };
    const { quotes, decisions } = hideUnconsented(
      noted,
      ({ speaker }) => speaker.kind !== 'participant' || speaker.participantId === 'P01',
    );
    expect(quotes).toEqual([{ ...noted.quotes[0], note: 'Compare “[left out]” of P02.' }, noted.quotes[1]]);
    expect(decisions.map(({ note }) => note)).toEqual(['As with [left out].', 'Mine.']);
    const exported = selectExchangeable(noted, '2026-11-22').study;
    expect(exported.quotes.map(({ note }) => note)).toEqual(['Compare “[left out]” of P02.', undefined]);
    expect(JSON.stringify(exported)).not.toMatch(/and count the trains/i);
  });

  it('are no questions of an interviewer, and no few words in a sentence of the researcher', () => {
    expect(hide().memos[0]?.questions).toEqual(study.memos[0]?.questions);
  });

  it('change nothing where everybody agreed', () => {
    const { taxonomy, memos } = hideUnconsented(study, () => true);
    expect(taxonomy).toBe(study.taxonomy);
    expect(memos).toBe(study.memos);
  });

  it('do not go out with an export', () => {
    const { study: left, losses } = selectExchangeable(study, '2026-11-22');
    expect(JSON.stringify(left)).not.toMatch(/and count the trains|Every hour on/i);
    expect(losses.map(({ element, count }) => `${element} ${count}`)).toEqual([
      'participant 1',
      'transcript 1',
      'utterance 1',
      'example of a theme 1',
      'text with their words 2',
    ]);
  });
});
