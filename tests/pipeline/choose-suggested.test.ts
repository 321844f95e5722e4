import { describe, expect, it } from 'vitest';
import { chooseSuggested } from '../../src/pipeline/choose-next.js';
import { scoreSuggestions } from '../../src/pipeline/choosing/score-suggestions.js';
import { inventDecision, inventQuotes, inventSuggestion } from '../taggers/invented-study.js';
import { buildStudy, buildTheme } from './build-study.js';

const words = ['lamp', 'fog', 'rope', 'boat', 'oil', 'storm', 'tide', 'gull', 'salt', 'horn', 'bay', 'cliff'];
const quotes = inventQuotes(words.map((word) => `We spoke of the ${word} again.`));
const study = buildStudy({ quotes, themes: [buildTheme('sea')], decisions: [inventDecision('q1', 'sea')] });

/** One of the learned tagger that lies so far over its cut, in log-odds; the cut is at even odds. */
function propose(quoteId: string, over: number) {
  const confidence = 1 / (1 + Math.exp(-over));
  const suggestion = inventSuggestion(quoteId, 'sea', { tagger: 'learned', confidence });
  return { ...suggestion, flip: { ...suggestion.flip, over } };
}

const suggestions = quotes.slice(0, 9).map(({ id }, at) => propose(id, at / 2 + 0.1));

describe('which suggestions to decide first', () => {
  const next = chooseSuggested(study, suggestions, { count: 6, seed: 1 });

  it('are of quotes that something is proposed for and nobody decided anything of', () => {
    const ids = next.map(({ quoteId }) => quoteId);
    expect(new Set(ids).size).toBe(6);
    expect(ids).not.toContain('q1');
    for (const id of ids) expect(suggestions.map(({ quoteId }) => quoteId)).toContain(id);
  });

  it('are in thirds drawn by lot, nearest to the cut, and unlike the rest', () => {
    const parts = next.map(({ part }) => part);
    expect(parts.toSorted()).toEqual(['diverse', 'diverse', 'random', 'random', 'uncertain', 'uncertain']);
    const drawn = new Set(next.flatMap(({ part, quoteId }) => (part === 'random' ? [quoteId] : [])));
    const nearest = ['q2', 'q3', 'q4', 'q5'].filter((id) => !drawn.has(id)).slice(0, 2);
    expect(next.flatMap(({ part, quoteId }) => (part === 'uncertain' ? [quoteId] : []))).toEqual(nearest);
  });

  it('are the same again for the same seed, and none where nothing is proposed', () => {
    expect(chooseSuggested(study, suggestions, { count: 6, seed: 1 })).toEqual(next);
    expect(chooseSuggested(study, [], { count: 6, seed: 1 })).toEqual([]);
  });

  it('read the cut of a theme off how far its suggestions lie over it, and leave rules aside', () => {
    const { scores, cuts } = scoreSuggestions(study, suggestions);
    expect(cuts?.[0]).toBeCloseTo(0.5, 12);
    expect(scores[0]).toBeGreaterThan(0.5);
    const [first] = suggestions;
    if (first === undefined) throw new Error('no suggestion');
    const rule = { ...first, rule: true, flip: { ...first.flip, over: null } };
    expect(scoreSuggestions(study, [rule]).scores.every((score) => score === 0)).toBe(true);
  });
});
