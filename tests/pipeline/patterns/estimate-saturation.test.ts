import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPatterns } from '../../../src/pipeline/find-patterns.js';
import { findSaturation } from '../../../src/pipeline/patterns/judge-saturation.js';
import { askEach, interviewPeople } from './interview-people.js';

const saturate = (held: readonly (readonly string[])[]) =>
  findPatterns(interviewPeople({ interviews: askEach(held) })).saturation;

describe('saturation', () => {
  it('is reached before the first run that brings few enough new themes', () => {
    // Worked by hand after Guest, Namey & Chen 2020: the base of four holds 10 + 5 + 3 + 2 = 20 themes. Interviews 5 and 6
    // bring 2 + 1, 15 %; 6 and 7 bring 1 + 1, 10 %; 7 and 8 bring 1 + 0, 5 %; 8 and 9 bring none.
    const fresh = [10, 5, 3, 2, 2, 1, 1, 0, 0];
    expect(findSaturation(fresh, { base: 4, run: 2, threshold: 0.05 })).toBe(6);
    expect(findSaturation(fresh, { base: 4, run: 2, threshold: 0 })).toBe(7);
    expect(findSaturation(fresh, { base: 4, run: 3, threshold: 0.05 })).toBe(6);
    expect(findSaturation(fresh, { base: 4, run: 3, threshold: 0 })).toBeNull();
    // The base of six holds 23: one of 23 in interviews 7 and 8 is 4.3 %.
    expect(findSaturation(fresh, { base: 6, run: 2, threshold: 0.05 })).toBe(6);
  });

  it('has no value where the base holds nothing or the interviews are too few', () => {
    expect(findSaturation([0, 0, 0, 0, 0, 0], { base: 4, run: 2, threshold: 0.05 })).toBeNull();
    expect(findSaturation([5, 0, 0, 0, 0], { base: 4, run: 2, threshold: 0.05 })).toBeNull();
  });

  it('says so in words', () => {
    const { verdict, verdicts } = saturate(Array.from({ length: 6 }, () => ['fog', 'lamp']));
    expect(verdict).toBe(
      '4 plus 2 at ≤ 5 %: after 4 interviews, the next 2 brought at most 5 % as many new themes as the first 4 held; reached in 100 % of all 720 orders, after 4 interviews',
    );
    expect(verdicts.map(({ text }) => text)).toContain(
      'not judged at 0 %: it takes 9 interviews, and there are 6',
    );
  });

  it('tells the growth in the order of days, and how others compare', () => {
    const [first, second, third] = askEach([['fog', 'lamp'], ['fog'], ['storm']]);
    if (first === undefined || second === undefined || third === undefined) throw new Error('three people');
    const { saturation } = findPatterns(
      interviewPeople({
        interviews: [
          { ...first, date: '2026-03-01' },
          { ...second, date: '2026-01-01' },
          { ...third, date: '2026-02-01' },
        ],
      }),
    );
    expect(saturation.orderedBy).toBe('date');
    expect(saturation.steps.map(({ transcript, fresh, observed }) => [transcript, fresh, observed])).toEqual([
      ['t-P02', 1, 1],
      ['t-P03', 1, 2],
      ['t-P01', 1, 3],
    ]);
    // One interview holds 2, 1 or 1 themes; two hold 2, 3 or 2; all hold 3. Each stands for two of the six orders.
    expect(saturation.steps.map(({ median, low, high }) => [median, low, high])).toEqual([
      [1, 1, 2],
      [2, 2, 3],
      [3, 3, 3],
    ]);
    expect([saturation.orders, saturation.isEveryOrder]).toEqual([6, true]);
  });

  it('marks a change of codebook or guide after the last interview before it', () => {
    const interviews = askEach([['fog'], ['lamp'], ['fog']]).map((one, at) => ({
      ...one,
      date: `2026-01-0${at + 1}`,
    }));
    const changes = [
      { date: '2026-01-03', what: 'guide' as const },
      { date: '2026-01-02', what: 'codebook' as const, note: 'split fog' },
    ];
    const dated = findPatterns(interviewPeople({ interviews, settings: { changes } }));
    expect(dated.saturation.marks).toEqual([
      { n: 1, label: 'codebook changed: split fog' },
      { n: 2, label: 'guide changed' },
    ]);
    const undated = interviews.map(({ date, ...one }) => one);
    const named = findPatterns(interviewPeople({ interviews: undated, settings: { changes } }));
    expect(named.saturation.marks).toEqual([]);
    expect(named.notices.map(({ code }) => code)).toContain('interviews-without-date');
  });

  it('gives a reflexive study the growth and no verdict, and says why', () => {
    const { saturation } = findPatterns(
      interviewPeople({
        interviews: askEach(Array.from({ length: 7 }, () => ['fog'])),
        settings: { approach: 'reflexive' },
      }),
    );
    expect(saturation.steps).toHaveLength(7);
    expect(saturation.verdicts).toEqual([]);
    expect(saturation).not.toHaveProperty('verdict');
    expect(saturation.noVerdictBecause).toMatch(/reflexive/);
  });

  it('leaves out interviews that nobody coded, and tells it', () => {
    const { saturation, notices } = findPatterns(
      interviewPeople({ interviews: askEach([['fog'], [], ['lamp']]) }),
    );
    expect(saturation.interviews).toBe(2);
    expect(notices.map(({ code }) => code)).toContain('interviews-not-coded');
  });

  it('counts an interview that was coded without holding a theme', () => {
    const { saturation } = findPatterns(
      interviewPeople({
        interviews: [...askEach([['fog']]), { id: 'P09', answers: [[[]]] }],
        more: (quotes) =>
          quotes.slice(-1).map(({ id }) => ({
            quoteId: id,
            themeId: 'fog',
            coder: 'ana',
            applies: false,
            decidedAt: '',
          })),
      }),
    );
    expect(saturation.steps.map(({ fresh }) => fresh)).toEqual([1, 0]);
  });

  it('ends with all themes in every order, rises, and does not depend on their names', () => {
    const held = fc.array(fc.subarray(['fog', 'lamp', 'storm', 'rock', 'gull'], { minLength: 1 }), {
      minLength: 1,
      maxLength: 10,
    });
    const renamed = new Map([
      ['fog', 'gull'],
      ['lamp', '__proto__'],
      ['storm', 'fog'],
      ['rock', 'a'],
      ['gull', 'zz'],
    ]);
    fc.assert(
      fc.property(held, (given) => {
        const plain = saturate(given);
        const all = new Set(given.flat()).size;
        const last = plain.steps.at(-1);
        expect([last?.observed, last?.median, last?.low, last?.high]).toEqual([all, all, all, all]);
        for (const { low, median, high } of plain.steps) {
          expect(low).toBeLessThanOrEqual(median);
          expect(median).toBeLessThanOrEqual(high);
        }
        expect(saturate(given.map((own) => own.map((theme) => renamed.get(theme) ?? theme)))).toEqual(plain);
      }),
      { numRuns: 30 },
    );
  });
});
