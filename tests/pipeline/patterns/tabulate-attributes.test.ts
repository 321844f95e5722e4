import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPatterns } from '../../../src/pipeline/find-patterns.js';
import { buildTheme } from '../build-study.js';
import { type Interview, interviewPeople } from './interview-people.js';

/** People of a role; those who voice `fog` first. */
function askRole(role: string, size: number, carriers: number): readonly Interview[] {
  return Array.from({ length: size }, (_, at) => ({
    id: `P${role.length}${String(at).padStart(3, '0')}`,
    attributes: { role },
    answers: [[at < carriers ? ['fog'] : ['lamp']]],
  }));
}

const tableOf = (interviews: readonly Interview[]) =>
  findPatterns(interviewPeople({ interviews })).attributes[0];

describe('theme by attribute', () => {
  it('counts people out of the people of each group, however many quotes they have', () => {
    const [first, ...others] = askRole('keeper', 4, 3);
    const talkative = { ...first, id: 'P6000', answers: [[['fog'], ['fog']], [['fog']]] };
    const table = tableOf([talkative, ...others, ...askRole('pilot', 4, 1)]);
    expect(table?.groups.map(({ label, participants }) => [label, participants])).toEqual([
      ['keeper', 4],
      ['pilot', 4],
    ]);
    const fog = table?.rows.find(({ theme }) => theme === 'fog');
    expect(fog?.cells.map(({ participants, of, share }) => [participants, of, share])).toEqual([
      [3, 4, 3 / 4],
      [1, 4, 1 / 4],
    ]);
    // The lady tasting tea.
    expect(fog?.test?.p).toBeCloseTo(34 / 70, 12);
  });

  it('corrects every p-value for all comparisons of the study', () => {
    const people = [...askRole('keeper', 10, 10), ...askRole('pilot', 10, 0)].map((person, at) => ({
      ...person,
      attributes: { ...person.attributes, coast: at % 2 === 0 ? 'north' : 'south' },
    }));
    const { attributes, comparisons } = findPatterns(interviewPeople({ interviews: people }));
    expect(comparisons).toBe(4);
    const fog = attributes[0]?.rows.find(({ theme }) => theme === 'fog')?.test;
    // Two of the C(20, 10) ways to deal ten carriers are as extreme.
    expect(fog?.p).toBeCloseTo(2 / 184_756, 12);
    expect(fog?.corrected).toBeCloseTo(8 / 184_756, 12);
  });

  it('joins the values that too few people share', () => {
    const rare = ['mate', 'baker', 'diver'].map((role, at) => ({
      id: `P9${at}`,
      attributes: { role },
      answers: [[['fog']]],
    }));
    expect(tableOf([...askRole('keeper', 4, 3), ...rare])?.groups).toEqual([
      { label: 'keeper', kind: 'value', participants: 4 },
      { label: 'other (3 values)', kind: 'other', participants: 3 },
    ]);
  });

  it('suppresses a group that is too small, and the next one where the total would give it away', () => {
    const table = tableOf([...askRole('keeper', 5, 3), ...askRole('pilot', 4, 1), ...askRole('mate', 2, 2)]);
    expect(table?.groups.map(({ label, suppressedBecause }) => [label, suppressedBecause])).toEqual([
      ['keeper', undefined],
      ['pilot', 'its count would give away that of a smaller group'],
      ['other (1 value)', 'fewer than 3 participants'],
    ]);
    const fog = table?.rows.find(({ theme }) => theme === 'fog');
    expect(fog?.cells.map(({ participants, share, low }) => [participants, share, low !== null])).toEqual([
      [3, 3 / 5, true],
      [null, null, false],
      [null, null, false],
    ]);
    expect(fog?.test).toBeNull();
  });

  it('sets empty cells apart and does not test them', () => {
    const silent = askRole(' ', 4, 4);
    const [withSilent, without] = [
      tableOf([...askRole('keeper', 4, 3), ...askRole('pilot', 4, 1), ...silent]),
      tableOf([...askRole('keeper', 4, 3), ...askRole('pilot', 4, 1)]),
    ];
    expect(withSilent?.groups.at(-1)).toEqual({
      label: 'not recorded',
      kind: 'not-recorded',
      participants: 4,
    });
    expect(withSilent?.rows[0]?.test?.p).toBe(without?.rows[0]?.test?.p);
  });

  it('counts a theme with those under it', () => {
    const themes = [buildTheme('weather'), buildTheme('fog', { parentId: 'weather' }), buildTheme('lamp')];
    const { prevalence } = findPatterns(interviewPeople({ interviews: askRole('keeper', 4, 3), themes }));
    expect(prevalence.themes.map(({ theme, participants, quotes }) => [theme, participants, quotes])).toEqual(
      [
        ['weather', 3, 3],
        ['fog', 3, 3],
        ['lamp', 1, 1],
      ],
    );
  });

  it('tells an attribute with a hundred values as one group, with a notice', () => {
    const people = Array.from({ length: 100 }, (_, at) => ({
      id: `P${1000 + at}`,
      attributes: { role: `role ${at}` },
      answers: [[['fog']]],
    }));
    const { attributes, notices } = findPatterns(interviewPeople({ interviews: people }));
    expect(attributes[0]?.groups).toEqual([
      { label: 'other (100 values)', kind: 'other', participants: 100 },
    ]);
    expect(notices.map(({ code }) => code)).toContain('attribute-not-compared');
  });

  const somePeople = fc.array(
    fc.record({
      role: fc.constantFrom('keeper', 'pilot', 'mate', '', '__proto__'),
      themes: fc.subarray(['fog', 'lamp', 'constructor']),
    }),
    { maxLength: 14 },
  );
  const toInterviews = (people: readonly { role: string; themes: readonly string[] }[]) =>
    people.map(({ role, themes }, at) => ({
      id: `P${100 + at}`,
      attributes: Object.fromEntries([['role', role]]),
      answers: [[[...themes]]],
    }));

  it('stays the same when participants stand in another order or are called otherwise', () => {
    fc.assert(
      fc.property(somePeople, (people) => {
        const themes = ['fog', 'lamp', 'constructor'].map((id) => buildTheme(id));
        const interviews = toInterviews(people);
        const renamed = interviews.toReversed().map((one, at) => ({ ...one, id: `P${500 + at}` }));
        const [plain, turned] = [interviews, renamed].map((given) => {
          const { attributes, prevalence, comparisons } = findPatterns(
            interviewPeople({ interviews: given, themes }),
          );
          return { attributes, prevalence, comparisons };
        });
        expect(turned).toEqual(plain);
      }),
      { numRuns: 40 },
    );
  });

  it('never shows a count of fewer people than the minimum, nor one that follows from the total', () => {
    fc.assert(
      fc.property(somePeople, (people) => {
        for (const { groups, rows } of findPatterns(interviewPeople({ interviews: toInterviews(people) }))
          .attributes) {
          const hidden = groups.filter(({ suppressedBecause }) => suppressedBecause !== undefined);
          const sum = hidden.reduce((total, { participants }) => total + participants, 0);
          const shown = groups.length - hidden.length;
          expect(sum === 0 || sum >= 3 || shown === 0).toBe(true);
          for (const { cells } of rows)
            for (const [at, { participants, of }] of cells.entries())
              expect(participants === null).toBe(groups[at]?.suppressedBecause !== undefined || of < 3);
        }
      }),
      { numRuns: 60 },
    );
  });
});
