import { describe, expect, it } from 'vitest';
import { findReadable } from '../../../src/exchanges/index.js';
import { holdsCounts, holdsDecisions, readDecisions } from '../../../src/exchanges/tables/read-decisions.js';

const csv = (...lines: readonly string[]) => ({
  name: 'd.csv',
  bytes: new TextEncoder().encode(`\ufeff${lines.join('\r\n')}\r\n`),
});
const header = 'quote,transcript,theme,theme_label,dimension,coder,applies,contradicts,decided_at,note';

describe('a table of decisions', () => {
  it('is told from tables of quotes and of counts by its header', () => {
    expect(findReadable(csv(header))?.id).toBe('decisions');
    expect(holdsDecisions(csv('id,transcript,quote,themes,coder,applies'))).toBe(false);
    expect(findReadable(csv('id,transcript,quote,themes,coder,applies'))).toBeUndefined();
    expect(holdsCounts(csv('participant,role,quotes,sleep'))).toBe(true);
    expect(holdsCounts(csv('participant,quote,themes'))).toBe(false);
  });

  it('gives for each quote what every coder said, in the words that people and spreadsheets have for it', () => {
    const { passages, themes, losses } = readDecisions(
      csv(
        header,
        `q_1,P01,sleep,Sleep,theme,ana,yes,yes,2026-04-02T09:14:20Z,'=n`,
        'q_1,P01,pay,,theme,ben,FALSE,,,',
        'q_2,P01,sleep,Sleep,theme,ana,TRUE,FALSE,,',
      ),
    );
    expect(passages).toMatchObject([
      {
        own: { id: 'q_1' },
        source: 'P01',
        decisions: [
          { theme: 'sleep', coder: 'ana', applies: true, contradicts: true, note: '=n' },
          { theme: 'pay', coder: 'ben', applies: false },
        ],
      },
      { own: { id: 'q_2' }, decisions: [{ applies: true }] },
    ]);
    expect(passages[1]?.decisions[0]).toEqual({ theme: 'sleep', coder: 'ana', applies: true });
    expect(themes.map(({ id, label }) => [id, label])).toEqual([
      ['sleep', 'Sleep'],
      ['pay', ''],
    ]);
    expect(losses).toEqual([]);
  });

  it.each([
    ['no quote', ',P01,sleep,,,ana,yes,,,'],
    ['no theme', 'q_1,P01,,,,ana,yes,,,'],
    ['no coder', 'q_1,P01,sleep,,,,yes,,,'],
    ['neither yes nor no', 'q_1,P01,sleep,,,ana,maybe,,,'],
    ['nothing that applies', 'q_1,P01,sleep,,,ana,,,,'],
    ['a contradiction of what does not apply', 'q_1,P01,sleep,,,ana,no,yes,,'],
  ])('leaves a row with %s and tells it', (_what, row) => {
    const { passages, losses } = readDecisions(csv(header, row));
    expect(passages).toEqual([]);
    expect(losses).toMatchObject([{ element: 'row', count: 1, isLeft: true }]);
  });
});
