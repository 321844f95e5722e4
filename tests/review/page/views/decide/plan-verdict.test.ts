import { describe, expect, it } from 'vitest';
import { planReturn, planVerdict } from '../../../../../src/review/page/views/decide/plan-verdict.js';
import { makeItem } from './make-item.js';

const item = makeItem('q1', 'work');
const decide = { kind: 'decide', quote: 'q1' };
const answered = { proposedBy: ['keyword'] };

describe('planVerdict', () => {
  it('says yes, no, or yes against the theme', () => {
    expect(planVerdict(item, 'accept', '')).toEqual([
      { ...decide, ...answered, theme: 'work', applies: true },
    ]);
    expect(planVerdict(item, 'reject', '')).toEqual([
      { ...decide, ...answered, theme: 'work', applies: false },
    ]);
    expect(planVerdict(item, 'contradict', '')).toEqual([
      { ...decide, ...answered, theme: 'work', applies: true, contradicts: true },
    ]);
  });

  it('says no to the proposed theme and yes to the one given instead', () => {
    expect(planVerdict(item, 'other', 'people')).toEqual([
      { ...decide, ...answered, theme: 'work', applies: false },
      { ...decide, theme: 'people', applies: true },
    ]);
  });

  it('names every tagger whose proposal it answers, also of a theme that was proposed as well', () => {
    const { suggestion } = item;
    const others = [{ ...suggestion, theme: 'people', taggers: ['learned', 'keyword'] }];
    expect(planVerdict({ ...item, others }, 'other', 'people')[1]).toEqual({
      ...decide,
      theme: 'people',
      applies: true,
      proposedBy: ['learned', 'keyword'],
    });
  });

  it('says nothing of a skipped card', () => {
    expect(planVerdict(item, 'skip', '')).toEqual([]);
    expect(planReturn(item, 'skip', '')).toEqual([]);
  });
});

it('takes back every theme that a verdict decided on, the last one first', () => {
  expect(planReturn(item, 'accept', '')).toEqual([{ ...decide, theme: 'work', applies: null }]);
  expect(planReturn(item, 'other', 'people')).toEqual([
    { ...decide, theme: 'people', applies: null },
    { ...decide, theme: 'work', applies: null },
  ]);
});
