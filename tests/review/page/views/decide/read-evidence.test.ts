import { expect, it } from 'vitest';
import type { SuggestionView } from '../../../../../src/review/messages/common.js';
import { nameTelling } from '../../../../../src/review/page/parts/name-telling.js';
import {
  listNearest,
  listReasons,
  tellShare,
} from '../../../../../src/review/page/views/decide/read-evidence.js';

const suggestion: SuggestionView = {
  theme: 'work',
  tagger: 'learned',
  confidence: 0.816,
  strength: 'strong',
  calibrated: true,
  rule: false,
  evidence: [
    { kind: 'similar-quote', quote: 'x', exact: 'x', participant: 'P01', similarity: 0.2 },
    { kind: 'shared-term', term: 'x', weight: 1, isSmall: false, spans: [] },
    { kind: 'similar-quote', quote: 'y', exact: 'y', participant: 'P02', similarity: 0.7 },
  ],
  flip: '',
};

it('lists keywords once, then words by their weight as shares of the weightiest, then all that has no name', () => {
  const span = { start: 0, end: 1 };
  const reasons = listReasons({
    ...suggestion,
    evidence: [
      { kind: 'shared-term', term: '(everything else)', weight: 1, isSmall: false, spans: [] },
      { kind: 'shared-term', term: 'small', weight: 0.5, isSmall: false, spans: [] },
      { kind: 'matched-words', keyword: 'goal*', span },
      { kind: 'shared-term', term: 'against', weight: -2, isSmall: false, spans: [] },
      { kind: 'matched-words', keyword: 'goal*', span },
    ],
  });
  expect(reasons.map(({ words, share }) => [words, share])).toEqual([
    ['goal*', 1],
    ['against', -1],
    ['small', 0.25],
    ['everything else', 0.5],
  ]);
});

it('names small words only where nothing else speaks, and the shown weights still sum to the same', () => {
  const rest = {
    kind: 'shared-term' as const,
    term: '(everything else)',
    weight: -3,
    isSmall: false,
    spans: [],
  };
  const small = {
    kind: 'shared-term' as const,
    term: 'the',
    weight: 1.5,
    isSmall: true,
    spans: [{ start: 0, end: 3 }],
  };
  const word = {
    kind: 'shared-term' as const,
    term: 'rota',
    weight: 1,
    isSmall: false,
    spans: [{ start: 4, end: 8 }],
  };
  const both = { ...suggestion, evidence: [small, word, rest] };
  const reasons = listReasons(both);
  expect(reasons.map(({ words, weight }) => [words, weight])).toEqual([
    ['rota', 1],
    ['everything else', -1.5],
  ]);
  expect([small, word, rest].filter(nameTelling(both))).toEqual([word]);
  expect(listReasons({ ...suggestion, evidence: [small, rest] }).map(({ words }) => words)).toEqual([
    'the',
    'everything else',
  ]);
});

it('gives no share of nothing where every weight is nought', () => {
  const evidence = [{ kind: 'shared-term' as const, term: 'x', weight: 0, isSmall: false, spans: [] }];
  expect(listReasons({ ...suggestion, evidence })[0]?.share).toBe(0);
});

it('lists the decided quotes that a suggestion leans on, most alike first', () => {
  expect(listNearest(suggestion).map((each) => each.quote)).toEqual(['y', 'x']);
});

it('says precision with its interval, and nothing of nothing', () => {
  expect(tellShare({ accepted: 8, of: 10, interval: [0.4902, 0.9433] })).toEqual({
    count: '8 of 10',
    percent: '80 %',
    interval: '49–94 %',
  });
  expect(tellShare({ accepted: 0, of: 0, interval: [0, 1] }).percent).toBe('–');
});
