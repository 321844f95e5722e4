import { describe, expect, it } from 'vitest';
import { readStudy } from '../../src/workspace/read-study.js';
import { makeStudy } from './make-study.js';

const withChanges = (changes: string) =>
  makeStudy({ 'study.yaml': `name: Night shifts\ncoder: ana\n${changes}` });

describe('changes in study.yaml', () => {
  it('are read with day, kind and note, and are none where nothing is said', async () => {
    const folder = withChanges(
      'changes:\n  - { date: 2026-03-01, what: codebook, note: split sleep in two }\n  - { date: 2026-02-01, what: guide }\n',
    );
    expect((await readStudy(folder)).study.settings.changes).toEqual([
      { date: '2026-03-01', what: 'codebook', note: 'split sleep in two' },
      { date: '2026-02-01', what: 'guide' },
    ]);
    expect((await readStudy(makeStudy())).study.settings.changes).toEqual([]);
  });

  it('tell a key that nobody knows', async () => {
    const { notices } = await readStudy(
      withChanges('changes: [{ date: 2026-03-01, what: guide, who: ana }]\n'),
    );
    expect(notices.map(({ code, place }) => [code, place.line])).toContainEqual(['unknown-key', 3]);
  });

  it.each([
    ['a day that is none', '{ date: 2026-02-30, what: guide }'],
    ['another kind of change', '{ date: 2026-02-01, what: weather }'],
    ['a change without a day', '{ what: guide }'],
  ])('are refused with %s, with an example', async (_what, change) => {
    const reading = async () => readStudy(withChanges(`changes: [${change}]\n`));
    await expect(reading()).rejects.toMatchObject({
      code: 'settings-unusable',
      message: expect.stringMatching(/changes: \[\{ date: 2026-03-01/),
    });
  });
});
