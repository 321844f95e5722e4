import { describe, expect, it } from 'vitest';
import { clusterStudy } from '../../../src/pipeline/clustering/cluster-study.js';
import { gatherPassages } from '../../../src/pipeline/clustering/gather-passages.js';
import { accept, buildParticipant, buildStudy, buildTheme } from '../build-study.js';
import { buildTranscript, quoteWords } from '../build-transcript.js';

const talk = buildTranscript('talk', [
  ['I', 'What keeps you awake when you are on call for the lamp at night?'],
  ['P01', 'The lamp bell rings at night and then I cannot sleep for hours.'],
  ['P01', 'Yes.'],
  ['P02', 'The supply boat brings oil and flour once a month if the sea allows.'],
  ['?Caller', 'I hated every night that I had to spend out there with my brother.'],
  ['P01', 'The lamp bell rings at night and then I cannot sleep for hours.'],
]);
const bell = quoteWords(talk, 'The lamp bell rings at night');
const boat = quoteWords(talk, 'brings oil and flour once a month');
const study = buildStudy({
  transcripts: [talk],
  quotes: [bell, boat],
  themes: [buildTheme('rest')],
  decisions: [accept(bell, 'rest')],
});

describe('gatherPassages', () => {
  it('gives the marked quotes with their decisions as they are', () => {
    expect(gatherPassages(study, 'marked')).toMatchObject({
      quotes: [bell, boat],
      decisions: study.decisions,
    });
  });

  it('gives what participants say in eight words and more, never an interviewer or an unknown speaker', () => {
    const { quotes } = gatherPassages(study, 'utterances');
    expect(quotes.map(({ exact }) => exact.split(' ')[1])).toEqual(['lamp', 'supply', 'lamp']);
    for (const { exact, span } of quotes) expect(talk.text.slice(span.start, span.end)).toBe(exact);
    expect(new Set(quotes.map(({ id }) => id)).size).toBe(3);
  });

  it('passes on what was decided of a quote to the utterance that holds it', () => {
    const { quotes, decisions } = gatherPassages(study, 'utterances');
    expect(decisions.map(({ quoteId, themeId }) => [quoteId, themeId])).toEqual([[quotes[0]?.id, 'rest']]);
  });

  it('leaves out participants who withdrew', () => {
    const gone = buildParticipant('P01', ['research']);
    const participants = [{ ...gone, consent: { ...gone.consent, withdrawn: '2026-01-01' } }];
    const { quotes } = gatherPassages({ ...study, participants }, 'utterances');
    expect(quotes.map(({ exact }) => exact.split(' ')[1])).toEqual(['supply']);
  });

  it('gives suggested passages, none of which touches a quote', () => {
    const { quotes, decisions } = gatherPassages(study, 'suggested');
    expect(quotes.length).toBeGreaterThan(0);
    expect(decisions).toEqual([]);
    for (const { span } of quotes) {
      expect(span.end <= bell.span.start || span.start >= bell.span.end).toBe(true);
      expect(span.end <= boat.span.start || span.start >= boat.span.end).toBe(true);
    }
  });
});

describe('clusterStudy', () => {
  it('tells what was clustered and who says it', () => {
    const { passages, participantOf, over } = clusterStudy(study, { over: 'utterances' });
    expect(over).toBe('utterances');
    expect(passages.map(({ id }) => participantOf.get(id))).toEqual(['P01', 'P02', 'P01']);
  });

  it('clusters nothing in an empty study and says why', () => {
    const { clusters, notices, method } = clusterStudy(buildStudy({}));
    expect(clusters).toEqual([]);
    expect(method).toBe('none');
    expect(notices.map(({ code }) => code)).toEqual(['too-few-quotes']);
  });
});
