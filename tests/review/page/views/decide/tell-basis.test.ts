import { expect, it } from 'vitest';
import type { BasisView } from '../../../../../src/review/messages/deciding.js';
import { tellBasis } from '../../../../../src/review/page/views/decide/tell-basis.js';

const whole: BasisView = {
  stage: 'whole',
  learned: 18_311,
  decided: 18_311,
  judged: 21_448,
  quotes: 21_448,
  more: false,
  dropped: 0,
  since: 0,
};

it('says what suggestions were learned from, at each stage', () => {
  expect(tellBasis({ ...whole, stage: 'keywords', learned: 0, more: true })).toMatch(
    /^For now from the keywords/u,
  );
  const part = { ...whole, stage: 'part', learned: 2000, judged: 3000, more: true } as const;
  expect(tellBasis(part)).toBe(
    'For now learned from 2,000 of 18,311 decided quotes, for 3,000 of 21,448 quotes.',
  );
  expect(tellBasis({ ...part, more: false })).toMatch(/^Learned from 2,000 of/u);
  expect(tellBasis(whole)).toBe('Learned from all 18,311 decided quotes.');
  expect(tellBasis({ ...whole, learned: 1, decided: 1 })).toBe('Learned from all 1 decided quote.');
  expect(tellBasis({ ...whole, learned: 0, decided: 0 })).toMatch(/nothing is decided yet/u);
});

it('says how long ago they were made, and what is left out', () => {
  expect(tellBasis({ ...whole, since: 1 })).toMatch(/ Made before the latest change\.$/u);
  expect(tellBasis({ ...whole, dropped: 1234, since: 12 })).toMatch(
    / Made before the latest 12 changes\. 1,234 weaker ones are left out\.$/u,
  );
});
