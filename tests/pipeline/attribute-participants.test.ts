import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Participant } from '../../src/model/participant.js';
import { settingsSchema } from '../../src/model/settings.js';
import { attributeParticipants } from '../../src/pipeline/attribute-participants.js';
import { buildParticipant } from './build-study.js';

const give = (participants: readonly Participant[], attribution = '{{role}}', minimumGroupSize = 3) =>
  attributeParticipants({
    participants,
    settings: settingsSchema.parse({ name: 'Lighthouses', attribution, reports: { minimumGroupSize } }),
  });
const makePeople = (...roles: readonly string[]) =>
  roles.map((role, index) => buildParticipant(`P0${index + 1}`, ['publication'], { role }));

describe('attributeParticipants', () => {
  it('prints a line that fits enough people, and the code where it fits fewer', () => {
    const { lines, coarsened } = give(makePeople('keeper', 'keeper', 'keeper', 'mate'));
    expect([...lines.values()]).toEqual(['keeper', 'keeper', 'keeper', 'P04']);
    expect(coarsened).toEqual(['P04']);
  });

  it('does not count those who withdrew: they hide nobody', () => {
    const [first, ...rest] = makePeople('keeper', 'keeper', 'keeper');
    if (first === undefined) throw new Error('there is nobody');
    const gone = { ...first, consent: { ...first.consent, withdrawn: '2026-05-04' } };
    expect(give([gone, ...rest]).coarsened).toEqual(['P01', 'P02', 'P03']);
  });

  it('does not take a code within the line for what sets people apart', () => {
    const { lines } = give(makePeople('keeper', 'keeper', 'keeper'), '{{id}}, {{role}}');
    expect([...lines.values()]).toEqual(['P01, keeper', 'P02, keeper', 'P03, keeper']);
  });

  it('never prints a line that fewer than minimumGroupSize people share', () => {
    const someRoles = fc.array(fc.constantFrom('keeper', 'mate', 'cook', ''), { maxLength: 12 });
    fc.assert(
      fc.property(someRoles, fc.integer({ min: 1, max: 5 }), (roles, size) => {
        const { lines } = give(makePeople(...roles), '{{role}}', size);
        const printed = [...lines].filter(([id, line]) => id !== line).map(([, line]) => line);
        for (const line of printed)
          expect(printed.filter((other) => other === line).length).toBeGreaterThanOrEqual(size);
      }),
    );
  });
});
