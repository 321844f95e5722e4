import { describe, expect, it } from 'vitest';
import { raiseFirst, sayFailure } from '../../../../src/review/page/state/say-failure.js';

describe('a failure', () => {
  it.each([
    ['the disk is full', 'Free some space.', 'The disk is full. Free some space.'],
    ['The disk is full.', 'Free some space.', 'The disk is full. Free some space.'],
    ['the disk is full', '', 'The disk is full'],
    ['', '', ''],
  ])('that says %j and %j is told in sentences', (message, hint, told) => {
    expect(sayFailure({ message, hint })).toBe(told);
  });

  it.each([
    'study.yaml is not YAML',
    '.themeloom.lock cannot be written',
    'decisions/ana.jsonl is full',
    'Ünder',
  ])('keeps the letters of %j', (text) => expect(raiseFirst(text)).toBe(text));
});
