import { describe, expect, it } from 'vitest';
import { isFragment } from '../../src/text/is-fragment.js';

describe('isFragment', () => {
  it.each([
    ['Too many meetings.', 'en', true],
    ['Three meetings before lunch, two after and the standup', 'en', true],
    ['I never know what they expect of me and', 'en', true],
    ['I never know what they expect of me,', 'en', true],
    ['I never know what they expect of me.', 'en', false],
    ['Nobody knows what the others do all day', 'en', false],
    ['Nothing gets decided without him', 'en', false],
    ['That is what I was waiting for.', 'en', false],
    ['Meetings don’t help anybody here', 'en', false],
    ['Drei Termine vor dem Essen', 'de', false],
    ['Drei Termine vor dem Essen,', 'de', true],
    ['', 'en', true],
  ] as const)('of %j in %s is %s', (passage, language, fragment) => {
    expect(isFragment(passage, language)).toBe(fragment);
  });
});
