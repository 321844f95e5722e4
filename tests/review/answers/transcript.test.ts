import { describe, expect, it } from 'vitest';
import { answerPassages } from '../../../src/review/answers/passages.js';
import { answerTranscript } from '../../../src/review/answers/transcript.js';
import { makeAll, openSample } from './make-desk.js';

const desk = openSample();
const { transcripts, quotes } = desk.reading.study;

describe('a transcript', () => {
  it('has all of its quotes, each at its own words and in the order of the text', () => {
    for (const { id } of transcripts) {
      const told = answerTranscript(desk, { id, coder: 'ana' });
      const starts = told.quotes.map(({ span }) => span.start);
      expect(starts).toEqual(starts.toSorted((a, b) => a - b));
      expect(told.quotes).toHaveLength(quotes.filter(({ transcriptId }) => transcriptId === id).length);
      for (const { span, exact, utterance } of told.quotes) {
        expect(told.text.slice(span.start, span.end)).toBe(exact);
        const held = told.utterances[utterance]?.span;
        expect(held?.start).toBeLessThanOrEqual(span.start);
        expect(held?.end).toBeGreaterThan(span.start);
      }
    }
  });

  it('says which quotes are marked in its own file, since only that file can take them away', () => {
    const told = answerTranscript(desk, { id: 'P01', coder: 'ana' });
    expect(told.quotes.find(({ id }) => id === 'q_afaec90086')?.inSource).toBe(true);
    expect(
      answerTranscript(desk, { id: 'call-03', coder: 'ana' }).quotes.some(({ inSource }) => !inSource),
    ).toBe(true);
  });

  it('shows in blind mode the coder’s own decisions and settles by them alone', () => {
    const open = answerTranscript(desk, { id: 'P01', coder: 'ben' });
    const blind = answerTranscript(desk, { id: 'P01', coder: 'ben', blind: true });
    const coders = blind.quotes.flatMap(({ taggings }) =>
      taggings.flatMap(({ said }) => said.map((one) => one.coder)),
    );
    expect(new Set(coders)).toEqual(new Set(['ben']));
    expect(blind.quotes.flatMap(({ taggings }) => taggings).some(({ status }) => status === 'disputed')).toBe(
      false,
    );
    expect(open.quotes.flatMap(({ taggings }) => taggings.flatMap(({ said }) => said))).toContainEqual(
      expect.objectContaining({ coder: 'ana' }),
    );
  });

  it('that the study lacks is refused with what to do', () => {
    expect(() => answerTranscript(desk, { id: '../P01', coder: 'ana' })).toThrow(
      expect.objectContaining({ code: 'unknown-transcript', hint: expect.stringContaining('Choose') }),
    );
  });
});

describe('passages worth marking', () => {
  it('are never on what is marked already, also when it was marked after they were found', () => {
    const made = makeAll(desk);
    const [first] = answerPassages(made, 'P01').passages;
    const [quote] = quotes;
    if (first === undefined || quote === undefined) throw new Error('the sample proposes no passage');
    const marked = { ...quote, id: 'q_new', transcriptId: 'P01', span: first.span };
    const study = { ...desk.reading.study, quotes: [...quotes, marked] };
    const later = { ...made, reading: { ...desk.reading, study } };
    expect(answerPassages(later, 'P01').passages).not.toContainEqual(first);
    expect(answerPassages(later, 'P01').passages).toEqual(answerPassages(made, 'P01').passages.slice(1));
  });

  it('are not ready before they are made', () => {
    expect(answerPassages(desk, 'P01')).toEqual({ ready: false, passages: [] });
  });
});
