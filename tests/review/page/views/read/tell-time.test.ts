import { expect, it } from 'vitest';
import { tellTime } from '../../../../../src/review/page/views/read/tell-time.js';

it('tells minutes, and hours from an hour on', () => {
  expect([0, 65_400, 3_723_000, -5].map(tellTime)).toEqual(['0:00', '1:05', '1:02:03', '0:00']);
});
