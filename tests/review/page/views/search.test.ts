import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  describeHits,
  groupHits,
  type Hit,
  linkOfHit,
  moveAmongHits,
  orderHits,
} from '../../../../src/review/page/views/search/group-hits.js';
import {
  countFilters,
  findSearchPath,
  readSearch,
  writeSearch,
} from '../../../../src/review/page/views/search/read-search.js';

const makeHit = (transcript: string, start: number): Hit => ({
  kind: 'text',
  transcript,
  participant: transcript,
  utterance: 0,
  span: { start, end: start + 4 },
  snippet: 'well',
  marks: [],
  quote: '',
});

describe('hits by transcript', () => {
  it('counts places on from the page before, in the order that is shown', () => {
    const groups = groupHits([makeHit('P01', 1), makeHit('P02', 2), makeHit('P01', 3)], 50);
    expect(groups.map(({ transcript, hits }) => [transcript, hits.map(({ place }) => place)])).toEqual([
      ['P01', [50, 51]],
      ['P02', [52]],
    ]);
  });

  it('loses none and repeats none', () => {
    const hits = fc.array(fc.tuple(fc.constantFrom('P01', 'P02', '__proto__'), fc.nat()));
    fc.assert(
      fc.property(hits, (drawn) => {
        const list = drawn.map(([transcript, start]) => makeHit(transcript, start));
        expect(new Set(orderHits(list))).toEqual(new Set(list));
        expect(orderHits(list)).toHaveLength(list.length);
      }),
    );
  });

  it('leads to the quote where one is, else to what was said, with the words to find there', () => {
    const hit = { ...makeHit('P01', 9), utterance: 7 };
    expect(linkOfHit({ ...hit, quote: 'q1' }, 'well')).toEqual({
      view: 'read',
      id: 'P01',
      query: { quote: 'q1' },
    });
    expect(linkOfHit(hit, 'well').query).toEqual({ utterance: '7', find: 'well' });
  });

  it('leads an arrow from the field to the last hit and no further', () => {
    expect(moveAmongHits(-1, 1, 2)).toBe(0);
    expect(moveAmongHits(1, 1, 2)).toBe(1);
    expect(moveAmongHits(0, -1, 2)).toBe(-1);
    expect(moveAmongHits(-1, 1, 0)).toBe(-1);
  });

  it('says how many there are, and that not all are shown', () => {
    expect(describeHits(0, [])).toBe('Nothing found');
    expect(describeHits(1, [makeHit('P01', 1)])).toBe('1 hit in 1 transcript');
    expect(describeHits(900, [makeHit('P01', 1), makeHit('P02', 1)])).toBe(
      '900 hits; here are the first 2, in 2 transcripts',
    );
  });
});

describe('a search in a link', () => {
  const any = { q: '', in: '', theme: '', coder: '', where: '' };

  it('is read back as it was written', () => {
    const word = fc.string({ minLength: 1 }).filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(fc.record({ q: word, in: word, theme: word, coder: word, where: word }), (search) => {
        expect(readSearch(new Map(Object.entries(writeSearch(search))))).toEqual(search);
      }),
    );
  });

  it('asks nothing while there are neither words nor a theme nor a coder', () => {
    expect(findSearchPath({ ...any, q: '  ', in: 'P01' })).toBeUndefined();
    expect(findSearchPath({ ...any, theme: 'fear' })).toBe('/api/search?theme=fear');
    expect(findSearchPath({ ...any, q: 'a&b=c', where: 'role=staff' })).toBe(
      '/api/search?q=a%26b%3Dc&where=role%3Dstaff',
    );
  });

  it('counts the filters beside the words', () => {
    expect(countFilters({ ...any, q: 'fear', in: 'P01', where: 'role=staff' })).toBe(2);
  });
});
