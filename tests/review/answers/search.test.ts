import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerSearch } from '../../../src/review/answers/search.js';
import { buildParticipant, buildStudy, buildTheme } from '../../pipeline/build-study.js';
import { buildTranscript, quoteWords } from '../../pipeline/build-transcript.js';
import { layDesk, openSample } from './make-desk.js';

const look = { coder: 'ana' };
const sample = openSample();

const one = buildTranscript('P01', [
  ['I', 'Who decided about the lamp?'],
  ['P01', 'The keepers decide. I never decided anything, not about the new lamp and not about the boat.'],
]);
const two = buildTranscript('P02', [['P02', 'Nobody decides here. The new lamp was a surprise to us all.']]);
const lamp = quoteWords(one, 'not about the new lamp');
const surprise = quoteWords(two, 'The new lamp was a surprise to us all.');
const at = '2026-04-02T09:14:20Z';
const fog = layDesk(
  buildStudy({
    transcripts: [one, two],
    quotes: [lamp, { ...surprise, by: 'ben' }],
    participants: [
      buildParticipant('P01', [], { role: 'keeper' }),
      buildParticipant('P02', [], { role: 'Cook' }),
    ],
    themes: [buildTheme('voice'), buildTheme('unheard', { parentId: 'voice' })],
    decisions: [
      { quoteId: lamp.id, themeId: 'unheard', coder: 'ana', applies: true, decidedAt: at },
      { quoteId: surprise.id, themeId: 'unheard', coder: 'ben', applies: true, decidedAt: at },
    ],
  }),
);

const find = (request: Partial<Parameters<typeof answerSearch>[1]>) =>
  answerSearch(fog, { q: '', ...look, ...request }).hits.map(({ snippet, marks }) =>
    marks.map(({ start, end }) => snippet.slice(start, end)),
  );

describe('searching a study', () => {
  it('finds a word in all of its forms', () => {
    expect(find({ q: 'deciding' })).toEqual([['decided'], ['decide', 'decided'], ['decides']]);
  });

  it('finds all of several words, in one utterance', () => {
    expect(find({ q: 'lamp boat' })).toEqual([['lamp', 'boat']]);
  });

  it('finds a phrase as it stands, whatever its case and signs', () => {
    expect(find({ q: '“THE NEW, lamp”' })).toEqual([['the new lamp'], ['The new lamp']]);
    expect(find({ q: '"new the lamp"' })).toEqual([]);
  });

  it('takes a word that nobody said for the beginning of one, so that it finds while somebody types', () => {
    expect(find({ q: 'surpr' })).toEqual([['surprise']]);
    expect(find({ q: 'deci*' })).toHaveLength(3);
  });

  it('looks in one transcript, or at people of whom something holds, and never takes an interviewer for one', () => {
    expect(find({ q: 'lamp', in: 'P02' })).toHaveLength(1);
    expect(find({ q: 'lamp', where: ['role=keeper'] })).toEqual([['lamp']]);
    expect(find({ q: 'lamp', where: ['role=cook', 'participant=p02'] })).toEqual([['lamp']]);
    expect(find({ q: 'lamp', where: ['role=keeper', 'participant=P02'] })).toEqual([]);
    expect(find({ q: 'lamp', where: ['constructor='] })).toEqual([]);
  });

  it('looks at quotes of a theme, with those below it, or of a coder', () => {
    const quotesOf = (request: Partial<Parameters<typeof answerSearch>[1]>) =>
      answerSearch(fog, { q: '', ...look, ...request }).hits.map(({ quote }) => quote);
    expect(quotesOf({ theme: 'voice' })).toEqual([lamp.id, surprise.id]);
    expect(quotesOf({ theme: 'unheard', q: 'surprises' })).toEqual([surprise.id]);
    expect(quotesOf({ by: 'ben' })).toEqual([surprise.id]);
    expect(quotesOf({ theme: 'nothing' })).toEqual([]);
  });

  it('gives nothing away in blind mode of what others marked and decided', () => {
    expect(find({ theme: 'unheard', blind: true })).toHaveLength(1);
    expect(find({ by: 'ben', blind: true })).toEqual([]);
    expect(find({ by: 'ana', blind: true })).toHaveLength(1);
  });

  it('names the quote that a hit lies in', () => {
    const { hits } = answerSearch(fog, { q: 'lamp', ...look });
    expect(hits.map(({ quote, participant }) => [quote, participant])).toEqual([
      ['', ''],
      [lamp.id, 'P01'],
      [surprise.id, 'P02'],
    ]);
  });

  it('counts all hits, however few are shown', () => {
    expect(answerSearch(sample, { q: 'the', count: 2, ...look })).toMatchObject({
      total: expect.any(Number),
    });
    const all = answerSearch(sample, { q: 'the', count: 1000, ...look });
    const few = answerSearch(sample, { q: 'the', count: 2, ...look });
    expect(few).toEqual({ total: all.total, hits: all.hits.slice(0, 2) });
  });

  it('cuts every hit and mark out of the transcript’s own words, whatever is asked', () => {
    const texts = new Map(sample.reading.study.transcripts.map(({ id, text }) => [id, text]));
    const words = [...new Set([...texts.values()].join(' ').split(/\s+/u))];
    const queries = fc.oneof(
      fc.array(fc.constantFrom(...words), { maxLength: 3 }).map((list) => list.join(' ')),
      fc.constantFrom(...words).map((word) => `"${word}`),
      fc.constantFrom(...words).map((word) => `${word.slice(0, 3)}*`),
      fc.string({ unit: 'grapheme', maxLength: 20 }),
    );
    fc.assert(
      fc.property(queries, (q) => {
        for (const { transcript, span, snippet, marks } of answerSearch(sample, { q, count: 20, ...look })
          .hits) {
          const text = texts.get(transcript) ?? '';
          expect(text).toContain(snippet);
          const [first] = marks;
          expect(snippet.slice(first?.start, first?.end)).toBe(text.slice(span.start, span.end));
          for (const { start, end } of marks) expect(snippet.slice(start, end)).toMatch(/[\p{L}\p{N}]/u);
        }
      }),
      { numRuns: 60 },
    );
  });
});
