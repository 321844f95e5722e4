import { describe, expect, it } from 'vitest';
import { tellBalance } from '../../../src/pipeline/picking/tell-balance.js';
import { buildParticipant } from '../build-study.js';

const roles = { P01: 'lead', P02: 'lead', P03: 'lead', P04: 'chief', P05: 'engineer' };
const participants = Object.entries(roles).map(([id, role]) => buildParticipant(id, ['research'], { role }));

/** So many quotes of each participant. */
function balance(counts: Readonly<Record<string, number>>, picked: readonly string[] = []) {
  const said = Object.entries(counts).flatMap(([id, count]) =>
    Array.from({ length: count }, (_, at) => [`${id}-${at}`, id] as const),
  );
  return tellBalance({
    quoteIds: said.map(([id]) => id),
    picked: new Set(picked),
    participantOf: new Map(said),
    participants,
    spread: ['role'],
    minimumGroupSize: 2,
  });
}

describe('tellBalance', () => {
  it('sets what was picked against the share of each participant and of each group', () => {
    const told = balance({ P01: 1, P02: 4, P04: 2, P05: 1 }, ['P02-0', 'P04-1']);
    expect(told.participants).toEqual([
      { participant: 'P02', quotes: 4, share: 0.5, picked: 1 },
      { participant: 'P04', quotes: 2, share: 0.25, picked: 1 },
      { participant: 'P01', quotes: 1, share: 0.125, picked: 0 },
      { participant: 'P05', quotes: 1, share: 0.125, picked: 0 },
    ]);
    expect(told.groups).toEqual([
      { attribute: 'role', group: 'lead', quotes: 5, share: 0.625, picked: 1 },
      { attribute: 'role', group: 'other (2 values)', quotes: 3, share: 0.375, picked: 1 },
    ]);
  });

  it.each([
    [{ P01: 6, P02: 1, P03: 1 }, 'P01'],
    [{ P01: 2, P02: 1, P03: 1 }, 'P01'],
    [{ P01: 2, P02: 1 }, null],
    [{ P01: 2, P02: 2 }, null],
    [{ P01: 3, P02: 2, P03: 2 }, null],
    [{ P01: 2 }, 'P01'],
    [{ P01: 1 }, null],
    [{}, null],
  ])('of %j the carrier is %s', (counts, carrier) => {
    expect(balance(counts).carriedBy).toBe(carrier);
  });

  it('names no value that fewer people share than the study asks for', () => {
    expect(JSON.stringify(balance({ P04: 2, P05: 1 }))).not.toContain('chief');
  });

  it('leaves out quotes of which nobody knows who says them', () => {
    const told = tellBalance({
      quoteIds: ['q_1', 'q_2'],
      participantOf: new Map([['q_1', 'P01']]),
      participants,
      minimumGroupSize: 1,
    });
    expect(told).toMatchObject({ quotes: 1, participants: [{ share: 1 }], groups: [] });
  });
});
