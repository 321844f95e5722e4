import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseKeyword, readKeywordWords } from '../../../src/taggers/keywords/parse-keyword.js';

const word = (text: string) => ({ text, beginning: false });
const beginning = (text: string) => ({ text, beginning: true });

describe('parseKeyword', () => {
  it.each([
    ['success', { kind: 'phrase', phrase: [word('success')] }],
    ['  doing   well ', { kind: 'phrase', phrase: [word('doing'), word('well')] }],
    ['success*', { kind: 'phrase', phrase: [beginning('success')] }],
    ['tech lead*', { kind: 'phrase', phrase: [word('tech'), beginning('lead')] }],
    ['R & D', { kind: 'phrase', phrase: [word('R'), word('D')] }],
    ['=Go', { kind: 'exact', text: 'Go' }],
    ['= C++ ', { kind: 'exact', text: 'C++' }],
    ['judged ~3 on', { kind: 'near', phrases: [[word('judged')], [word('on')]], within: 3 }],
    [
      'team* ~10 one on one',
      {
        kind: 'near',
        phrases: [[beginning('team')], [word('one'), word('on'), word('one')]],
        within: 10,
      },
    ],
  ])('reads %j', (keyword, pattern) => {
    expect(parseKeyword(keyword)).toEqual(pattern);
  });

  it.each([
    '',
    ' ',
    '*',
    '**',
    '=',
    '= ',
    '=!',
    '~',
    '~3',
    '~3 manager',
    'manager ~3',
    'a ~ b',
    'a ~0 b',
    'a ~100 b',
    'a ~2 b ~2 c',
    '*word',
    'wo*rd',
    'word**',
    'meeting *',
    'meeting*!',
    '…',
    '🎉',
    "'",
    '- -',
  ])('finds nothing to match in %j', (keyword) => {
    expect(parseKeyword(keyword)).toBeUndefined();
  });

  it('never fails, and what it reads has words', () => {
    const sign = fc.constantFrom('a', 'é', '会', '*', '=', '~', '~2', ' ', "'", '’', '-', '🎉');
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: sign })), (keyword) => {
        const pattern = parseKeyword(keyword);
        expect(readKeywordWords(keyword) === '').toBe(pattern === undefined);
      }),
    );
  });
});

describe('readKeywordWords', () => {
  it.each([
    ['success*', 'success'],
    ['=Go', 'Go'],
    ['judged ~3 on', 'judged on'],
    ['*', ''],
  ])('reads the words of %j', (keyword, words) => {
    expect(readKeywordWords(keyword)).toBe(words);
  });
});
