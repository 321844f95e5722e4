import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../src/model/decision.js';
import { OTHER_WORDS, type Suggestion } from '../../src/model/suggestion.js';
import type { Theme } from '../../src/model/theme.js';
import { learnedTagger } from '../../src/taggers/learned.js';
import { inventDecision, inventInput, inventQuotes, inventTheme } from './invented-study.js';

const onCall = inventTheme('on-call', { label: 'Being on call', description: 'The pager at night.' });
const hiring = inventTheme('hiring', { label: 'Hiring', keywords: ['candidate*'] });
const meetings = inventTheme('meetings', { label: 'Meetings' });
const themes = [onCall, hiring, meetings];

const SUBJECTS: readonly (readonly [string, readonly string[]])[] = [
  ['on-call', ['The pager woke me', 'My phone rang at night', 'An alarm ended my sleep', 'The pager rang']],
  [
    'hiring',
    ['A candidate wrote', 'We interviewed a candidate', 'The recruiter called', 'Another interview'],
  ],
  [
    'meetings',
    ['The meeting ran over', 'My calendar filled up', 'A meeting was moved', 'The agenda was long'],
  ],
];
const ENDS = ['again', 'last week', 'and I was tired', 'before lunch', 'and nobody cared', 'on a Friday'];

/** Quotes of each theme in turn, and who has which. */
const texts = ENDS.flatMap((end) =>
  [0, 1, 2, 3].flatMap((i) => SUBJECTS.map(([, starts]) => `${starts[i] ?? ''} ${end}.`)),
);
const themeOf = (row: number): string => SUBJECTS[row % SUBJECTS.length]?.[0] ?? '';
const quotes = inventQuotes(texts);
const decideFirst = (count: number): readonly Decision[] =>
  quotes.slice(0, count).map(({ id }, row) => inventDecision(id, themeOf(row)));
const coded = 54;
const suggestions = learnedTagger.suggest(inventInput(quotes, themes, decideFirst(coded)));
const unseen = suggestions.filter(({ quoteId }) => Number(quoteId.slice(1)) > coded);

function listShared({ evidence }: Suggestion) {
  return evidence.flatMap((item) => (item.kind === 'shared-term' ? [item] : []));
}

describe('the learned tagger', () => {
  it('proposes what coders gave to quotes like this one', () => {
    expect(unseen.map(({ quoteId, themeId }) => `${quoteId} ${themeId}`)).toEqual(
      expect.arrayContaining(quotes.slice(coded).map(({ id }, i) => `${id} ${themeOf(coded + i)}`)),
    );
  });

  it('leaves themes that nobody has used to their keywords where there are more than it can learn', () => {
    const unused = Array.from({ length: 600 }, (_, at) =>
      inventTheme(`unused-${at}`, { label: 'The pager at night' }),
    );
    const crowded = [...unused.slice(300), ...themes, ...unused.slice(0, 300)];
    const proposed = learnedTagger.suggest(inventInput(quotes, crowded, decideFirst(coded)));
    expect(proposed).toEqual(suggestions);
    expect(learnedTagger.suggest(inventInput(quotes, unused, []))).toEqual([]);
  });

  it('shows words whose weights sum to the log-odds of its confidence, the weightiest first', () => {
    expect(suggestions.length).toBeGreaterThan(0);
    for (const suggestion of suggestions) {
      const shared = listShared(suggestion);
      const score = shared.reduce((sum, { weight }) => sum + weight, 0);
      expect(1 / (1 + Math.exp(-score))).toBeCloseTo(suggestion.confidence, 9);
      const named = shared.filter(({ term }) => term !== OTHER_WORDS).map(({ weight }) => weight);
      expect(named).toEqual([...named].sort((a, b) => b - a));
      expect(shared.at(-1)?.term).toBe(OTHER_WORDS);
    }
  });

  it('proposes the theme no more, or with less confidence, once the words that it shows are gone', () => {
    for (const suggestion of unseen) {
      const shown = new Set(listShared(suggestion).map(({ term }) => term.toLowerCase()));
      const without = quotes.map((quote) => {
        if (quote.id !== suggestion.quoteId) return quote;
        const left = quote.exact.split(/[ .]+/u).filter((word) => !shown.has(word.toLowerCase()));
        return { ...quote, exact: left.join(' ') };
      });
      const again = learnedTagger.suggest(inventInput(without, themes, decideFirst(coded)));
      const same = again.find(
        ({ quoteId, themeId }) => quoteId === suggestion.quoteId && themeId === suggestion.themeId,
      );
      expect(same?.confidence ?? 0).toBeLessThan(suggestion.confidence);
    }
  });

  it('shows at most two quotes, which coders gave the theme, and the keywords that a quote holds', () => {
    const decisions = new Set(decideFirst(coded).map(({ quoteId, themeId }) => `${quoteId} ${themeId}`));
    for (const { themeId, evidence } of suggestions) {
      const similar = evidence.flatMap((item) => (item.kind === 'similar-quote' ? [item.quoteId] : []));
      expect(similar.length).toBeLessThanOrEqual(2);
      for (const quoteId of similar) expect(decisions).toContain(`${quoteId} ${themeId}`);
    }
    const matched = suggestions.flatMap(({ quoteId, evidence }) =>
      evidence.flatMap((item) => (item.kind === 'matched-words' ? [{ quoteId, ...item }] : [])),
    );
    expect(matched.length).toBeGreaterThan(0);
    for (const { quoteId, span } of matched) {
      const exact = quotes.find(({ id }) => id === quoteId)?.exact ?? '';
      expect(exact.slice(span.start, span.end).toLowerCase()).toBe('candidate');
    }
  });

  it('ranks as it suggests: a pair is suggested exactly if it is proposed and nobody has decided it', () => {
    const decisions = decideFirst(coded);
    const ranked = learnedTagger.rank?.(inventInput(quotes, themes, decisions));
    const decided = new Set(decisions.map(({ quoteId, themeId }) => `${quoteId} ${themeId}`));
    const confidences = new Map(
      suggestions.map(({ quoteId, themeId, confidence }) => [`${quoteId} ${themeId}`, confidence]),
    );
    for (const [row, quote] of quotes.entries()) {
      for (const [column, theme] of themes.entries()) {
        const pair = `${quote.id} ${theme.id}`;
        const at = row * themes.length + column;
        const isExpected = ranked?.proposed[at] === 1 && !decided.has(pair);
        expect(confidences.has(pair)).toBe(isExpected);
        if (isExpected) expect(confidences.get(pair)).toBe(ranked?.scores[at]);
      }
    }
  });

  it('claims a probability from 50 coded quotes on, and only for the dimension that has them', () => {
    const fear = inventTheme('fear', { label: 'Fear', dimension: 'voice' });
    const calibratedFrom = (count: number) =>
      learnedTagger.rank?.(inventInput(quotes, [...themes, fear], decideFirst(count))).calibrated;
    expect(calibratedFrom(49)).toEqual(new Set());
    expect(calibratedFrom(50)).toEqual(new Set(['theme']));
  });

  it('works from the themes’ own words before anything was decided', () => {
    const found = learnedTagger.suggest(inventInput(quotes, themes));
    const first = found.find(({ quoteId }) => quoteId === 'q1');
    expect(first?.themeId).toBe('on-call');
    expect(found.filter(({ quoteId }) => quoteId === 'q2').map(({ themeId }) => themeId)).toContain('hiring');
  });

  it('proposes nothing for a quote that shares nothing with anything', () => {
    const input = inventInput(inventQuotes([...texts, 'Zyx qwv.']), themes, decideFirst(coded));
    const last = `q${texts.length + 1}`;
    expect(learnedTagger.suggest(input).filter(({ quoteId }) => quoteId === last)).toEqual([]);
  });

  it('learns dimensions apart: decisions in one change nothing in another', () => {
    const fear = inventTheme('fear', { label: 'Fear', dimension: 'voice' });
    const voiced = [
      ...decideFirst(coded),
      inventDecision('q70', 'fear'),
      inventDecision('q71', 'fear', false),
    ];
    const aware = learnedTagger.suggest(inventInput(quotes, [...themes, fear], voiced));
    expect(aware.filter(({ themeId }) => themeId !== 'fear')).toEqual(suggestions);
  });

  it('takes what is decided for a theme as decided for the theme above it', () => {
    const work = inventTheme('work');
    const below = themes.map((theme): Theme => ({ ...theme, parentId: 'work' }));
    const garden = inventTheme('garden', { label: 'Garden' });
    const planted = inventQuotes([...texts, ...ENDS.map((end) => `The roses bloomed ${end}.`)]);
    const decisions = [
      ...decideFirst(coded),
      ...ENDS.slice(1).map((_, i) => inventDecision(`q${texts.length + 2 + i}`, 'garden')),
    ];
    const found = learnedTagger.suggest(inventInput(planted, [work, ...below, garden], decisions));
    const ofWork = found.filter(({ themeId }) => themeId === 'work').map(({ quoteId }) => quoteId);
    const undecided = quotes.slice(coded).filter(({ id }) => ofWork.includes(id));
    expect(undecided.length).toBeGreaterThan((quotes.length - coded) / 2);
    expect(ofWork).not.toContain(`q${texts.length + 1}`);
  });

  it.each([
    ['one decision', decideFirst(1)],
    [
      'only decisions against a theme',
      quotes.slice(0, 9).map(({ id }) => inventDecision(id, 'hiring', false)),
    ],
    ['coders who are split', [inventDecision('q1', 'hiring'), inventDecision('q1', 'hiring', false, 'ben')]],
    ['every quote coded', decideFirst(quotes.length)],
  ])('gives numbers with %s', (_, decisions) => {
    const ranked = learnedTagger.rank?.(inventInput(quotes, themes, decisions));
    expect(ranked?.scores.every((score) => score > 0 && score < 1)).toBe(true);
  });

  it('gives two themes of the same words and decisions nearly the same numbers: the fit stops at different places', () => {
    const twin = { ...onCall, id: 'twin' };
    const decisions = quotes
      .slice(0, 6)
      .flatMap(({ id }, row) =>
        row % 3 === 0
          ? [inventDecision(id, 'on-call'), inventDecision(id, 'twin')]
          : [inventDecision(id, 'hiring')],
      );
    const ranked = learnedTagger.rank?.(inventInput(quotes, [onCall, twin, hiring], decisions));
    for (const row of quotes.keys()) {
      const apart = (ranked?.scores[row * 3] ?? Number.NaN) - (ranked?.scores[row * 3 + 1] ?? Number.NaN);
      // Each theme's own text is a lesson against the other, and ten sweeps in a fixed order leave that much: 0.026 here.
      expect(Math.abs(apart)).toBeLessThan(0.03);
    }
  });

  it('is never at a loss, whatever the quotes and whatever was decided', () => {
    const odd = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', 'pager', '会议很长', '🎉', 'pager '.repeat(5000)),
    );
    const verdict = fc.tuple(fc.nat(7), fc.constantFrom('on-call', 'hiring', 'silent'), fc.boolean());
    fc.assert(
      fc.property(fc.array(odd, { maxLength: 8 }), fc.array(verdict, { maxLength: 8 }), (given, verdicts) => {
        const decisions = verdicts
          .filter(([row]) => row < given.length)
          .map(([row, themeId, applies]) => inventDecision(`q${row + 1}`, themeId, applies));
        const input = inventInput(inventQuotes(given), [onCall, hiring, inventTheme('silent')], decisions);
        const ranked = learnedTagger.rank?.(input);
        expect(ranked?.scores.every((score) => score >= 0 && score <= 1)).toBe(true);
        for (const { evidence } of learnedTagger.suggest(input)) expect(evidence.length).toBeGreaterThan(0);
      }),
      { numRuns: 40 },
    );
  });
});
