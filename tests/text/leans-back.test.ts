import { describe, expect, it } from 'vitest';
import { leansBack } from '../../src/text/leans-back.js';

describe('leansBack', () => {
  it.each([
    ['That was the worst of it.', 'en', true],
    ['“It’s the calendar.”', 'en', true],
    ['the calendar is full', 'en', true],
    ['The calendar is full.', 'en', false],
    ['I never ask.', 'en', false],
    ['Das war schwer.', 'de', true],
    ['Der Kalender ist voll.', 'de', false],
    ['', 'en', false],
    ['灯台は遠い', 'en', false],
  ] as const)('of %j in %s is %s', (passage, language, leans) => {
    expect(leansBack(passage, language)).toBe(leans);
  });
});
