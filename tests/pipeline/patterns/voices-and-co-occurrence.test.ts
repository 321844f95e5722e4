import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPatterns } from '../../../src/pipeline/find-patterns.js';
import { buildTheme } from '../build-study.js';
import { type Interview, interviewPeople } from './interview-people.js';

const dream = buildTheme('dream', { dimension: 'voice', label: 'Dream' });
const fear = buildTheme('fear', { dimension: 'voice', label: 'Fear' });

describe('theme by voice', () => {
  const interviews: readonly Interview[] = [
    {
      id: 'P01',
      answers: [
        [
          ['fog', 'fear'],
          ['fog', 'fear'],
        ],
        [['fog']],
      ],
    },
    { id: 'P02', answers: [[['fog', 'fear', 'dream']], [['lamp', 'dream']]] },
  ];
  const { voices } = findPatterns(
    interviewPeople({ interviews, themes: [buildTheme('fog'), buildTheme('lamp'), dream, fear] }),
  );

  it('counts the quotes that carry both and the people who say them', () => {
    const fog = voices.themes.find(({ theme }) => theme === 'fog');
    expect(fog?.voices.map(({ voice, participants, quotes }) => [voice, participants, quotes])).toEqual([
      ['dream', 1, 1],
      ['fear', 2, 3],
    ]);
    expect([fog?.quotes, fog?.participants, fog?.unvoiced]).toEqual([4, 2, 1]);
  });

  it('is no theme of its own', () => {
    expect(voices.voices.map(({ id }) => id)).toEqual(['dream', 'fear']);
    expect(voices.themes.map(({ theme }) => theme)).toEqual(['fog', 'lamp']);
  });

  it('names the quotes behind each cell', () => {
    for (const { voices: cells } of voices.themes)
      for (const { quotes, quoteIds } of cells) expect(quoteIds).toHaveLength(quotes);
  });
});

describe('co-occurrence', () => {
  // P01 joins fog and lamp in one quote, P02 in one answer, P03 in one interview only.
  const interviews: readonly Interview[] = [
    { id: 'P01', answers: [[['fog', 'lamp']]] },
    { id: 'P02', answers: [[['fog'], ['lamp']], [['fog']]] },
    { id: 'P03', answers: [[['fog']], [['lamp']]] },
  ];
  const crossed = findPatterns(interviewPeople({ interviews })).coOccurrence;

  it('counts quotes, utterances and interviews that hold both themes, and the people behind them', () => {
    expect(crossed.map(({ unit, cells }) => [unit, cells[0]?.units, cells[0]?.participants])).toEqual([
      ['quote', 1, 1],
      ['utterance', 2, 2],
      ['interview', 3, 3],
    ]);
    expect(crossed.map(({ cells }) => cells[0]?.jaccard)).toEqual([1 / 6, 2 / 5, 1]);
  });

  it('names the quotes of either theme in the units that hold both', () => {
    expect(crossed.map(({ cells }) => cells[0]?.quoteIds.length)).toEqual([1, 3, 6]);
  });

  it('takes a theme and one under it for no pair, however far below', () => {
    const themes = [
      buildTheme('weather'),
      buildTheme('sight', { parentId: 'weather' }),
      buildTheme('fog', { parentId: 'sight' }),
      buildTheme('lamp'),
    ];
    const [quotes] = findPatterns(
      interviewPeople({ interviews: [{ id: 'P01', answers: [[['fog', 'lamp']]] }], themes }),
    ).coOccurrence;
    expect(quotes?.cells.map(({ a, b }) => `${a} ${b}`)).toEqual(['weather lamp', 'sight lamp', 'fog lamp']);
  });

  it('finds a pair of a quote in its utterance too, and that of an utterance in its interview', () => {
    const quote = fc.subarray(['fog', 'lamp', 'storm', '__proto__'], { minLength: 1 });
    const answers = fc.array(fc.array(quote, { minLength: 1, maxLength: 3 }), { maxLength: 4 });
    fc.assert(
      fc.property(fc.array(answers, { maxLength: 4 }), (all) => {
        const given = all.map((own, at) => ({ id: `P${10 + at}`, answers: own }));
        const found = findPatterns(interviewPeople({ interviews: given })).coOccurrence;
        const [byQuote, byUtterance, byInterview] = found.map(
          ({ cells }) => new Map(cells.map(({ a, b, ...cell }) => [`${a} ${b}`, cell])),
        );
        for (const [pair, { units, quoteIds }] of byQuote ?? []) {
          expect(quoteIds).toHaveLength(units);
          expect(byUtterance?.get(pair)?.units).toBeGreaterThan(0);
        }
        for (const [pair, cell] of byInterview ?? []) {
          expect(cell.units).toBeLessThanOrEqual(given.length);
          expect(cell.participants).toBe(cell.units);
          expect(cell.jaccard).toBeGreaterThan(0);
          expect(cell.jaccard).toBeLessThanOrEqual(1);
          expect(byUtterance?.get(pair)?.quoteIds.length ?? 0).toBeLessThanOrEqual(cell.quoteIds.length);
        }
      }),
      { numRuns: 60 },
    );
  });
});
