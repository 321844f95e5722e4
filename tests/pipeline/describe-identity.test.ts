import { describe, expect, it } from 'vitest';
import { type Settings, settingsSchema } from '../../src/model/settings.js';
import { describeIdentity } from '../../src/pipeline/describe-identity.js';
import { listIdentifiers } from '../../src/pipeline/list-identifiers.js';
import { selectPublishable } from '../../src/pipeline/select-publishable.js';
import { buildParticipant, buildStudy } from './build-study.js';
import { buildTranscript, quoteWords } from './build-transcript.js';

const said = {
  P01: 'I was thirty-four then, and we moved to Aberdeen with [Employer A].',
  P02: 'We left [Employer A] early.',
  P03: 'It was calm, and I met [Colleague 1].',
  P04: 'It was loud.',
};
const roles = { P01: 'keeper', P02: 'keeper', P03: 'keeper', P04: 'mate' };

const settings = (rest: Partial<Settings> = {}) =>
  settingsSchema.parse({ name: 'Lighthouses', attribution: '{{role}}', ...rest });

async function draw(own = settings(), withdrawn?: string) {
  const transcripts = Object.entries(said).map(([id, words]) => buildTranscript(id, [[id, words]]));
  const participants = Object.entries(roles).map(([id, role]) => {
    const participant = buildParticipant(id, ['publication'], { role, region: 'north' });
    const consent = { ...participant.consent, ...(id === withdrawn ? { withdrawn: '2026-05-04' } : {}) };
    return { ...participant, consent };
  });
  const quotes = transcripts.map((transcript) => quoteWords(transcript, transcript.text));
  const study = { ...buildStudy({ transcripts, participants, quotes }), settings: own };
  const { found } = await listIdentifiers({ transcripts, language: 'en' });
  const selection = selectPublishable({ study, scope: 'publication', today: '2026-11-22' });
  return describeIdentity({ study, selection, identifiers: found });
}

describe('describeIdentity', () => {
  it('puts together what the attribution line and all printed quotes tell of one person', async () => {
    const [card] = await draw();
    expect(card?.facts.map(({ fact, group }) => [fact, group])).toEqual([
      ['role: keeper', 3],
      ['age: thirty-four', 1],
      ['place: Aberdeen', 1],
      ['pseudonym: [Employer A]', 2],
    ]);
    expect(card).toMatchObject({ participant: 'P01', smallestGroup: 1, of: 4, drop: null });
  });

  it('names the one fact without which more people fit, and how many', async () => {
    const cards = await draw();
    expect(cards.find(({ participant }) => participant === 'P02')).toMatchObject({
      smallestGroup: 2,
      drop: { fact: 'pseudonym: [Employer A]', leaves: 3 },
    });
  });

  it('takes a pseudonym of which one person alone speaks for no fact, and an attribute that is not shown neither', async () => {
    const card = (await draw()).find(({ participant }) => participant === 'P03');
    expect(card).toMatchObject({ facts: [{ fact: 'role: keeper', group: 3 }], smallestGroup: 3, drop: null });
  });

  it('knows that a line that fits too few people is not printed', async () => {
    const card = (await draw()).find(({ participant }) => participant === 'P04');
    expect(card).toMatchObject({ facts: [], smallestGroup: 4 });
    const bold = await draw(settings({ reports: { ...settings().reports, minimumGroupSize: 1 } }));
    expect(bold.find(({ participant }) => participant === 'P04')).toMatchObject({
      facts: [{ fact: 'role: mate', source: 'attribution', group: 1 }],
      smallestGroup: 1,
    });
  });

  it('neither draws nor counts somebody who withdrew', async () => {
    const cards = await draw(settings({ reports: { ...settings().reports, minimumGroupSize: 2 } }), 'P03');
    expect(cards.map(({ participant, of }) => [participant, of])).toEqual([
      ['P01', 3],
      ['P02', 3],
      ['P04', 3],
    ]);
    expect(cards[0]?.facts[0]).toMatchObject({ fact: 'role: keeper', group: 2 });
  });

  it('never finds more people for all facts than for one of them', async () => {
    for (const { facts, smallestGroup, of } of await draw())
      expect(Math.min(of, ...facts.map(({ group }) => group))).toBeGreaterThanOrEqual(smallestGroup);
  });
});
