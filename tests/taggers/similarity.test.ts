import { describe, expect, it } from 'vitest';
import type { Suggestion } from '../../src/model/suggestion.js';
import { similarityTagger } from '../../src/taggers/similarity.js';
import { inventDecision, inventInput, inventQuotes, inventTheme } from './invented-study.js';

const texts = [
  'The pager woke me up three times that night.',
  'My pager rings at night and I cannot sleep.',
  'We interviewed nine candidates for one open role.',
  'A candidate for the role sent us a lovely CV.',
  'I never know what my manager expects from the role.',
  'Lunch was fine.',
  'Nobody sleeps well when the pager is on the night table.',
];
const quotes = inventQuotes(texts);
const onCall = inventTheme('on-call', { label: 'Being on call', description: 'The pager at night.' });
const hiring = inventTheme('hiring', { label: 'Hiring', keywords: ['candidate*', '=CV'] });

function sharedWeights({ evidence }: Suggestion): readonly number[] {
  return evidence.flatMap((item) => (item.kind === 'shared-term' ? [item.weight] : []));
}

function themesOf(suggestions: readonly Suggestion[], quoteId: string): readonly string[] {
  return suggestions.filter((suggestion) => suggestion.quoteId === quoteId).map(({ themeId }) => themeId);
}

describe('the similarity tagger', () => {
  const decisions = [inventDecision('q1', 'on-call'), inventDecision('q3', 'hiring')];
  const suggestions = similarityTagger.suggest(inventInput(quotes, [onCall, hiring], decisions));

  it('proposes the theme whose text and quotes share words with a quote', () => {
    expect(themesOf(suggestions, 'q2')).toEqual(['on-call']);
    expect(themesOf(suggestions, 'q4')).toEqual(['hiring']);
  });

  it('says nothing of a quote that is like no theme', () => {
    expect(themesOf(suggestions, 'q6')).toEqual([]);
  });

  it('proposes nothing for a pair that was decided', () => {
    expect(themesOf(suggestions, 'q1')).not.toContain('on-call');
    expect(themesOf(suggestions, 'q3')).not.toContain('hiring');
  });

  it('explains its confidence by words whose weights sum to it, the largest first', () => {
    expect(suggestions.length).toBeGreaterThan(0);
    for (const suggestion of suggestions) {
      const weights = sharedWeights(suggestion);
      expect(Math.abs(weights.reduce((sum, weight) => sum + weight, 0) - suggestion.confidence)).toBeLessThan(
        1e-9,
      );
      const [first] = suggestion.evidence;
      expect(first).toMatchObject({ kind: 'shared-term', weight: Math.max(...weights) });
    }
  });

  it('closes with all other words as one, so that a long quote still adds up', () => {
    const long = 'pager night call table alarm phone woke sleeping tired';
    const input = inventInput(
      inventQuotes([long, 'x', 'y', long]),
      [onCall],
      [inventDecision('q1', 'on-call')],
    );
    const [suggestion] = similarityTagger.suggest(input);
    const terms = suggestion?.evidence.flatMap((item) => (item.kind === 'shared-term' ? [item.term] : []));
    expect(terms).toHaveLength(6);
    expect(terms?.at(-1)).toBe('(other words)');
    const weights = suggestion === undefined ? [] : sharedWeights(suggestion);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(suggestion?.confidence ?? 0, 9);
  });

  it('shows the decided quotes that are most like it, at most two, the likest first', () => {
    const decided = ['q1', 'q2', 'q3'].map((quoteId) => inventDecision(quoteId, 'on-call'));
    const all = similarityTagger.suggest(inventInput(quotes, [onCall], decided));
    const seventh = all.find(({ quoteId }) => quoteId === 'q7');
    const similar = seventh?.evidence.flatMap((item) => (item.kind === 'similar-quote' ? [item] : [])) ?? [];
    expect(similar.map(({ quoteId }) => quoteId).sort()).toEqual(['q1', 'q2']);
    expect(similar[0]?.similarity).toBeGreaterThanOrEqual(similar[1]?.similarity ?? 1);
  });

  it('is drawn nearer by quotes decided for a theme and pushed away by quotes decided against it', () => {
    const confidenceOf = (extra: readonly ReturnType<typeof inventDecision>[]) =>
      similarityTagger.suggest(inventInput(quotes, [onCall], extra)).find(({ quoteId }) => quoteId === 'q2')
        ?.confidence ?? 0;
    const before = confidenceOf([]);
    expect(before).toBeGreaterThan(0);
    expect(confidenceOf([inventDecision('q7', 'on-call')])).toBeGreaterThan(before);
    expect(confidenceOf([inventDecision('q7', 'on-call', false)])).toBeLessThan(before);
  });

  it('judges dimensions apart: a quote of another dimension says nothing against a theme', () => {
    const fear = inventTheme('fear', { dimension: 'voice' });
    const unaware = similarityTagger.suggest(inventInput(quotes, [onCall, fear]));
    const aware = similarityTagger.suggest(
      inventInput(quotes, [onCall, fear], [inventDecision('q7', 'fear')]),
    );
    const ofOnCall = (all: readonly Suggestion[]) => all.filter(({ themeId }) => themeId === 'on-call');
    expect(ofOnCall(aware)).toEqual(ofOnCall(unaware));
  });

  it('learns nothing from a pair on which coders are split', () => {
    const split = [inventDecision('q2', 'on-call'), inventDecision('q2', 'on-call', false, 'ben')];
    const suggested = similarityTagger.suggest(inventInput(quotes, [onCall], split));
    const plain = similarityTagger.suggest(inventInput(quotes, [onCall]));
    expect(suggested).toEqual(plain.filter(({ quoteId }) => quoteId !== 'q2'));
  });

  it('gives no theme for function words alone', () => {
    const input = inventInput(inventQuotes(['it is what it is', 'and so it was with him']), [
      inventTheme('t', { label: 'what it is', description: 'with him and so' }),
    ]);
    expect(similarityTagger.suggest(input)).toEqual([]);
  });

  it('has nothing to say of a theme without words, and never a number that is none', () => {
    const silent = inventTheme('silent');
    expect(
      similarityTagger.suggest(inventInput(quotes, [silent], [inventDecision('q1', 'silent', false)])),
    ).toEqual([]);
    const same = inventQuotes(Array.from({ length: 4 }, () => 'the pager at night'));
    const input = inventInput(
      same,
      [onCall, silent],
      [inventDecision('q1', 'on-call'), inventDecision('q2', 'silent')],
    );
    for (const { confidence } of similarityTagger.suggest(input)) {
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThanOrEqual(1);
    }
  });
});
