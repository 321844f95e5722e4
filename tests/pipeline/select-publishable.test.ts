import { describe, expect, it } from 'vitest';
import type { Quote } from '../../src/model/quote.js';
import { selectPublishable } from '../../src/pipeline/select-publishable.js';
import { buildParticipant, buildStudy } from './build-study.js';
import { buildTranscript, quoteWords } from './build-transcript.js';

const transcript = buildTranscript('call', [
  ['I', 'What was hard?'],
  ['P01', 'The nights were hard.'],
  ['P02', 'The days were worse.'],
  ['?Dana', 'I slept well.'],
  ['P09', 'I was not asked.'],
]);
const participants = [
  buildParticipant('P01', ['research', 'publication']),
  buildParticipant('P02', ['research']),
];

const select = (quotes: readonly Quote[], people = participants) =>
  selectPublishable({
    study: buildStudy({ transcripts: [transcript], participants: people, quotes }),
    scope: 'publication',
    today: '2026-05-04',
  });
const reasonFor = (quote: Quote) => select([quote]).leftOut[0]?.reason;

describe('selectPublishable', () => {
  it('lets through what one participant says who agreed to this use', () => {
    const quote = quoteWords(transcript, 'nights were hard');
    expect(select([quote])).toEqual({
      publishable: new Map([[quote.id, quote]]),
      participantOf: new Map([[quote.id, 'P01']]),
      leftOut: [],
      consentUnknown: false,
    });
  });

  it.each([
    ['an interviewer speaks', 'What was hard', 'the interviewer speaks'],
    ['an interviewer speaks in part', 'hard?\nThe nights', "it holds an interviewer's words"],
    ['two participants speak', 'hard.\nThe days', 'several people speak in it'],
    ['nobody knows who speaks', 'I slept well', 'nobody knows who speaks'],
    ['its participant did not agree', 'The days', 'P02 gave no consent for publication'],
    ['its participant is not known', 'I was not asked', 'its speaker is not among the participants'],
  ])('leaves a quote out in which %s', (_, words, reason) => {
    const quote = quoteWords(transcript, words);
    expect(select([quote])).toMatchObject({
      publishable: new Map(),
      leftOut: [{ quoteId: quote.id, reason }],
    });
  });

  it('leaves a quote out whose words are not the transcript’s', () => {
    const quote = quoteWords(transcript, 'nights were hard');
    expect(reasonFor({ ...quote, exact: 'nights were easy' })).toContain('not those of the transcript');
    expect(reasonFor({ ...quote, transcriptId: 'gone' })).toBe('there is no transcript "gone"');
  });

  it('tells who speaks also where that person did not agree', () => {
    const quote = quoteWords(transcript, 'The days');
    expect(select([quote]).participantOf.get(quote.id)).toBe('P02');
  });

  it('says where a consent was never recorded', () => {
    const unknown = { id: 'P01', attributes: {}, consent: { known: false, scopes: [] } };
    const selection = select([quoteWords(transcript, 'nights')], [unknown]);
    expect(selection).toMatchObject({ consentUnknown: true, leftOut: [] });
    expect(select([], [unknown]).consentUnknown).toBe(false);
  });
});
