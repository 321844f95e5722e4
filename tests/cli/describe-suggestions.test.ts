import { describe, expect, it } from 'vitest';
import { describeSuggestions } from '../../src/cli/describe-suggestions.js';
import { type ExplainedSuggestion, type Study, describeFlip as tellFlip } from '../../src/index.js';
import { settingsSchema } from '../../src/model/settings.js';
import { inventQuotes, inventSuggestion } from '../taggers/invented-study.js';

const study: Study = {
  settings: settingsSchema.parse({ name: 'On call' }),
  participants: [],
  transcripts: [],
  taxonomy: { dimensions: [], themes: [] },
  quotes: inventQuotes(['We plan the rota.']),
  decisions: [],
  memos: [],
};

function describeFlip(flip: Partial<ExplainedSuggestion['flip']>): string {
  const suggestion = inventSuggestion('q1', 'planning', { tagger: 'learned', confidence: 0.7 });
  const suggestions = [{ ...suggestion, flip: { ...suggestion.flip, ...flip } }];
  return (
    describeSuggestions({ suggestions, none: [], noneOf: '', notices: [] }, study, tellFlip)[3]?.trim() ?? ''
  );
}

describe('what would have changed a suggestion', () => {
  it('is told as how far under the cut it falls without its words', () => {
    expect(describeFlip({})).toBe('0.50 over the cut, without “plan” 0.50 under it: not proposed');
  });

  it('is told as how far over the cut it stays, and by what, where its words are not needed', () => {
    expect(describeFlip({ changes: false, leaves: 0.2 })).toBe(
      '0.50 over the cut, without “plan” 0.20 over it: still proposed, for how common the theme is, other words, and quotes like it and nearby',
    );
  });

  it('says so where the score would do but no word is left that speaks for the theme', () => {
    expect(describeFlip({ changes: true, leaves: 0.2 })).toBe(
      '0.50 over the cut, without “plan” 0.20 over it, but no word speaks for it: not proposed',
    );
  });

  it('names the next theme and how short of its cut it is; of a rule only its words', () => {
    expect(describeFlip({ runnerUp: { themeId: 'rest', short: 0.4 } })).toMatch(
      /; next is rest, 0\.40 short$/u,
    );
    expect(describeFlip({ over: null, leaves: null })).toBe('not proposed without “plan”');
  });
});
