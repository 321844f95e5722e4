import { describe, expect, it } from 'vitest';
import { CONSENSUS, type Decision } from '../../../src/model/decision.js';
import { settingsSchema } from '../../../src/model/settings.js';
import { answerComparison } from '../../../src/review/answers/compare.js';
import { accept, buildParticipant, buildStudy, buildTheme } from '../../pipeline/build-study.js';
import { buildTranscript, quoteWords } from '../../pipeline/build-transcript.js';
import { changeStudy, layDesk, openSample, TODAY } from './make-desk.js';

const talk = buildTranscript('P01', [
  ['I', 'Tell me.'],
  ['P01', 'Fog frightens me. Rain does not. Snow delights me.'],
]);
const [fog, rain, snow] = ['Fog frightens me.', 'Rain does not.', 'Snow delights me.'].map((words) =>
  quoteWords(talk, words),
);
if (fog === undefined || rain === undefined || snow === undefined) throw new Error('no quotes');
const by = (coder: string, decision: Decision, parts: Partial<Decision> = {}) => ({
  ...decision,
  coder,
  ...parts,
});
const study = buildStudy({
  transcripts: [talk],
  quotes: [fog, rain, snow],
  participants: [buildParticipant('P01', ['research'])],
  themes: [buildTheme('fear'), buildTheme('joy')],
  decisions: [
    accept(fog, 'fear'),
    by('ben', accept(fog, 'fear')),
    accept(rain, 'fear'),
    by('ben', accept(rain, 'fear'), { applies: false, note: 'says the opposite' }),
    accept(snow, 'fear'),
    by('ben', accept(snow, 'joy')),
    by(CONSENSUS, accept(snow, 'joy')),
  ],
});
const request = { coder: 'ana', today: TODAY };

describe('two coders side by side', () => {
  it('show what is not settled first, then what is, then what they agree on, with what each said', () => {
    const { rows, total, a, b } = answerComparison(layDesk(study), request);
    expect([a, b]).toEqual(['ana', 'ben']);
    expect(rows.map((row) => [row.quote.exact, row.theme, row.a, row.b, row.resolved, row.agree])).toEqual([
      ['Rain does not.', 'fear', 'applies', 'does-not', 'nothing', false],
      ['Snow delights me.', 'fear', 'applies', 'nothing', 'nothing', false],
      ['Snow delights me.', 'joy', 'nothing', 'applies', 'applies', false],
      ['Fog frightens me.', 'fear', 'applies', 'applies', 'nothing', true],
    ]);
    expect(total).toEqual({ agree: 1, disagree: 3 });
    expect(rows[0]).toMatchObject({ noteB: 'says the opposite' });
    expect(rows[0]?.before.map(({ words }) => words).join('')).toContain('Fog');
  });

  it('show as many rows as are asked for, and count them all', () => {
    const whole = answerComparison(layDesk(study), request);
    const { rows, total } = answerComparison(layDesk(study), { ...request, count: 2 });
    expect(rows).toEqual(whole.rows.slice(0, 2));
    expect(total).toEqual(whole.total);
  });

  it('are told figures over all themes, each with its interval or why it has none', () => {
    const { figures, withheld } = answerComparison(openSample(), request);
    expect(withheld).toBe('');
    expect(figures.map(({ id }) => id)).toContain('krippendorff-alpha');
    for (const { value, because } of figures) expect(value === null).toBe(because !== '');
  });

  it('are told no figures in a reflexive study, and why', () => {
    const settings = settingsSchema.parse({ name: 'Fog', approach: 'reflexive' });
    const { figures, withheld, rows } = answerComparison(layDesk({ ...study, settings }), request);
    expect(figures).toEqual([]);
    expect(withheld).toMatch(/reflexive/u);
    expect(rows.length).toBeGreaterThan(0);
  });

  it('may be any two, and are never one and the same', () => {
    const desk = layDesk({
      ...study,
      decisions: [...study.decisions, by('cleo', accept(fog, 'fear'))],
    });
    expect(answerComparison(desk, { ...request, a: 'cleo', b: 'ana' })).toMatchObject({
      a: 'cleo',
      b: 'ana',
    });
    expect(answerComparison(desk, { ...request, a: 'ben', b: 'ben' })).toMatchObject({ a: 'ben', b: 'ana' });
    expect(answerComparison(desk, { ...request, a: 'nobody' }).a).toBe('ana');
    expect(answerComparison(desk, { ...request, b: CONSENSUS }).b).not.toBe(CONSENSUS);
  });

  it('need two: until then it is said what is missing', () => {
    const alone = changeStudy(layDesk(study), { decisions: [accept(fog, 'fear')] });
    expect(answerComparison(alone, request)).toMatchObject({
      rows: [],
      withheld: expect.stringContaining('two coders'),
    });
  });
});
