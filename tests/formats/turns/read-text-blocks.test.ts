import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTurnLists } from '../../../src/formats/turns/find-turn-lists.js';
import { isTurn } from '../../../src/formats/turns/read-entry.js';
import { readTextBlocks } from '../../../src/formats/turns/read-text-blocks.js';

describe('readTextBlocks', () => {
  it.each([
    ['a text', ' It rained. ', 'It rained.'],
    ['a block', { type: 'text', text: 'It rained.' }, 'It rained.'],
    ['blocks, which become paragraphs', [{ text: 'It rained.' }, 'All day.'], 'It rained.\nAll day.'],
    ['single words, which become a sentence', [{ word: 'It' }, { word: 'rained.' }], 'It rained.'],
    [
      'blocks of which some are no text',
      [
        { type: 'image', text: 'cat.png' },
        { type: 'text', text: 'Look.' },
      ],
      'Look.',
    ],
    ['a number', 7, ''],
    ['nothing', null, ''],
  ])('reads %s', (_what, content, expected) => {
    expect(readTextBlocks({ content }, ['text', 'content'])).toBe(expected);
  });

  it('takes the first key that holds words', () => {
    expect(readTextBlocks({ text: ' ', content: ['Yes.'] }, ['text', 'content'])).toBe('Yes.');
  });

  it('neither follows blocks in blocks without end nor fails on any JSON', () => {
    const deep = Array.from({ length: 5000 }).reduce<unknown>((inner) => [inner], 'down here');
    expect(readTextBlocks({ text: deep }, ['text'])).toBe('');
    fc.assert(fc.property(fc.jsonValue(), (text) => typeof readTextBlocks({ text }, ['text']) === 'string'));
  });
});

describe('findTurnLists', () => {
  const turns = [{ text: 'Yes.' }, { text: 'No.' }];

  it.each([
    ['a list of turns', turns, [[]]],
    ['an object of turns by their number', { 1: turns[0], 2: turns[1] }, [[]]],
    ['turns under a key', { meta: { text: 3 }, turns }, [['turns']]],
    ['turns further down', { data: { interview: { turns } } }, [['data', 'interview', 'turns']]],
    [
      'several interviews',
      [{ turns }, { note: 1 }, { turns }],
      [
        [0, 'turns'],
        [2, 'turns'],
      ],
    ],
    ['the first of two lists only', { turns, comments: turns }, [['turns']]],
    ['no turns', { a: [1, 2], b: { c: 'text' } }, []],
    ['turns too far down', { a: { b: { c: { d: { turns } } } } }, []],
  ])('finds %s', (_what, root, expected) => {
    expect(findTurnLists(root, isTurn)).toEqual(expected);
  });
});
