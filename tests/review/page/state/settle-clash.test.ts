import { describe, expect, it } from 'vitest';
import type { Action } from '../../../../src/model/action.js';
import { markBase } from '../../../../src/model/base.js';
import {
  type Choice,
  joinTexts,
  listClashing,
  settleClash,
} from '../../../../src/review/page/state/settle-clash.js';

const memo: Action = { kind: 'write-memo', theme: 'sleep', text: 'mine', base: markBase({ memo: 'old' }) };
const describing: Action = {
  kind: 'edit-theme',
  theme: 'sleep',
  fields: { label: 'Rest', description: 'mine', keywords: ['nap', 'bed'] },
  base: markBase({ label: 'Sleep', description: 'old', keywords: 'bed' }),
};
const replaces = [
  { field: 'label', now: 'Sleep', next: 'Rest' },
  { field: 'description', now: 'theirs', next: 'mine' },
  { field: 'keywords', now: 'bed\nnight', next: 'nap\nbed' },
];
const base = markBase({ label: 'Sleep', description: 'theirs', keywords: 'bed\nnight' });
const settle = (action: Action, choices: Record<string, Choice>, replaced = replaces) =>
  settleClash(action, {
    replaces: replaced,
    base,
    choices: new Map(Object.entries(choices)),
    coder: 'ana',
  });

describe('a clash', () => {
  it('is about what says something else than was seen, and than is written', () => {
    expect(listClashing(describing, replaces).map(({ field }) => field)).toEqual(['description', 'keywords']);
    expect(listClashing(memo, [{ field: 'memo', now: 'mine\n', next: 'mine' }])).toEqual([]);
    expect(listClashing(memo, [{ field: 'memo', now: 'old\n', next: 'mine' }])).toEqual([]);
  });

  it('writes what was chosen of each field, over what was seen then', () => {
    expect(settle(describing, { description: 'theirs', keywords: 'both' })).toEqual({
      ...describing,
      fields: { label: 'Rest', keywords: ['bed', 'night', 'nap'] },
      base,
    });
    expect(settle(describing, { description: 'both', keywords: 'mine' })).toMatchObject({
      fields: { description: 'theirs\nmine', keywords: ['nap', 'bed'] },
    });
  });

  it('puts a memo below theirs, under a heading', () => {
    const joined = 'theirs\n\n## Written meanwhile by ana\n\nmine\n';
    const replaced = [{ field: 'memo', now: 'theirs\n', next: 'mine' }];
    expect(settle(memo, { memo: 'both' }, replaced)).toEqual({ ...memo, text: joined, base });
    expect(settle(memo, { memo: 'mine' }, replaced)).toEqual({ ...memo, base });
    expect(settle(memo, { memo: 'theirs' }, replaced)).toBeUndefined();
  });

  it('does nothing where theirs is all that is left, and leaves a quote that was to go', () => {
    const all = { label: 'theirs', description: 'theirs', keywords: 'theirs' } as const;
    expect(settle(describing, all)).toBeUndefined();
    const unmark: Action = { kind: 'unmark', quote: 'q', base: {} };
    expect(settle(unmark, { note: 'theirs' })).toBeUndefined();
    expect(settle(unmark, { note: 'mine' })).toEqual({ ...unmark, base });
    const edit: Action = { kind: 'edit-quote', quote: 'q', note: 'mine', base: {} };
    expect(settle(edit, { note: 'theirs' })).toBeUndefined();
  });

  it('offers no two texts in one where only one can stand, or one says nothing', () => {
    expect(joinTexts({ field: 'label', now: 'a', next: 'b' }, 'ana')).toBeUndefined();
    expect(joinTexts({ field: 'wording', now: 'a', next: 'b' }, 'ana')).toBeUndefined();
    expect(joinTexts({ field: 'note', now: 'a', next: ' ' }, 'ana')).toBeUndefined();
  });
});
