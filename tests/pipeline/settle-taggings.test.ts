import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../src/model/decision.js';
import type { Suggestion } from '../../src/model/suggestion.js';
import { settleTaggings } from '../../src/pipeline/settle-taggings.js';
import { inventSuggestion } from '../taggers/invented-study.js';

const decide = (coder: string, applies: boolean, decidedAt = '2026-04-02T09:14:20Z'): Decision => ({
  quoteId: 'q_1',
  themeId: 'fear',
  coder,
  applies,
  decidedAt,
});
const suggest = (quoteId: string, themeId: string): Suggestion =>
  inventSuggestion(quoteId, themeId, { tagger: 'keyword', confidence: 0.9, rule: true });
const statusOf = (...decisions: Decision[]) => settleTaggings(decisions, [])[0]?.status;

describe('settleTaggings', () => {
  it('reads the status off the last word of each coder', () => {
    expect(statusOf(decide('ana', true))).toBe('accepted');
    expect(statusOf(decide('ana', false))).toBe('rejected');
    expect(statusOf(decide('ana', true), decide('ben', true))).toBe('accepted');
    expect(statusOf(decide('ana', true), decide('ben', false))).toBe('disputed');
    expect(statusOf(decide('ana', true), decide('ben', false), decide('ben', true))).toBe('accepted');
  });

  it('does not let a mark without a time overrule a decision with one', () => {
    expect(statusOf(decide('ana', false), decide('ana', true, ''))).toBe('rejected');
    expect(statusOf(decide('ana', true, ''), decide('ana', false))).toBe('rejected');
    expect(statusOf(decide('ana', true, ''), decide('ana', false, ''))).toBe('rejected');
  });

  it('keeps the last words and all suggestions of a quote and theme together', () => {
    const suggestion = suggest('q_1', 'fear');
    expect(settleTaggings([decide('ana', true), decide('ana', false)], [suggestion])).toEqual([
      {
        quoteId: 'q_1',
        themeId: 'fear',
        status: 'rejected',
        decisions: [decide('ana', false)],
        suggestions: [suggestion],
      },
    ]);
  });

  it('keeps the order in which pairs were first spoken of, decided ones first', () => {
    const taggings = settleTaggings([decide('ana', true)], [suggest('q_0', 'fear'), suggest('q_1', 'fear')]);
    expect(taggings.map(({ quoteId, status }) => [quoteId, status])).toEqual([
      ['q_1', 'accepted'],
      ['q_0', 'suggested'],
    ]);
  });

  it('does not mix up ids that read alike when joined', () => {
    expect(settleTaggings([], [suggest('a\nb', 'c'), suggest('a', 'b\nc')])).toHaveLength(2);
  });

  const someId = fc.constantFrom('q_1', 'q_2', '__proto__');
  const someDecisions = fc.array(
    fc.record({
      quoteId: someId,
      themeId: someId,
      coder: fc.constantFrom('ana', 'ben', 'constructor'),
      applies: fc.boolean(),
      decidedAt: fc.constantFrom('', '2026-04-02T09:14:20Z'),
    }),
  );
  const someSuggestions = fc
    .array(fc.tuple(someId, someId))
    .map((pairs) => pairs.map((pair) => suggest(...pair)));

  it('never counts a machine’s suggestion as a decision', () => {
    fc.assert(
      fc.property(someDecisions, someSuggestions, (decisions, suggestions) => {
        const decided = settleTaggings(decisions, []);
        const both = settleTaggings(decisions, suggestions);
        const ofPeople = both.filter(({ status }) => status !== 'suggested');
        expect(ofPeople.map((tagging) => ({ ...tagging, suggestions: [] }))).toEqual(decided);
        for (const tagging of both) {
          expect(tagging.status === 'suggested').toBe(tagging.decisions.length === 0);
          expect(tagging.decisions.every((decision) => decisions.some((made) => made === decision))).toBe(
            true,
          );
        }
      }),
    );
  });
});
