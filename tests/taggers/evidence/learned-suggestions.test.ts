import { describe, expect, it } from 'vitest';
import type { Quote } from '../../../src/model/quote.js';
import { OTHER_WORDS, type Suggestion } from '../../../src/model/suggestion.js';
import { learnedTagger } from '../../../src/taggers/learned.js';
import type { ThemeScores } from '../../../src/taggers/tagger.js';
import { countTexts } from '../../../src/text/count-texts.js';
import { decideFirst, quotes, themes } from '../invented-office.js';
import { inventInput } from '../invented-study.js';

const coded = 54;
const suggestions = learnedTagger.explain(inventInput(quotes, themes, decideFirst(coded)));
const unseen = suggestions.filter(({ quoteId }) => Number(quoteId.slice(1)) > coded);

function listShared({ evidence }: Suggestion) {
  return evidence.flatMap((item) => (item.kind === 'shared-term' ? [item] : []));
}

function rankAgain(given: readonly Quote[]): ThemeScores {
  const ranked = learnedTagger.rank?.(inventInput(given, themes, decideFirst(coded)));
  if (ranked === undefined) throw new Error('the learned tagger ranks');
  return ranked;
}

/** The stem of a word, as the quotes are counted. */
function stemOf(word: string): string {
  const [stem = ''] = countTexts([word], 'en').terms;
  return stem;
}

describe('what a learned suggestion says of itself', () => {
  it('tells without which words a theme falls under the cut, and learned anew without them it does', () => {
    const { cuts } = rankAgain(quotes);
    const told = unseen.filter(({ flip }) => flip.changes);
    expect(told.length).toBeGreaterThan(unseen.length / 2);
    for (const { quoteId, themeId, flip } of told) {
      const gone = new Set(flip.without);
      const without = quotes.map((quote) => {
        if (quote.id !== quoteId) return quote;
        const left = quote.exact.split(/[ .]+/u).filter((word) => !gone.has(word));
        return { ...quote, exact: left.join(' ') };
      });
      const column = themes.findIndex(({ id }) => id === themeId);
      const row = quotes.findIndex(({ id }) => id === quoteId);
      expect(rankAgain(without).scores[row * themes.length + column]).toBeLessThan(cuts?.[column] ?? 0);
    }
  });

  it('says so where a theme would stay without all the words that are shown', () => {
    for (const { flip, evidence } of suggestions) {
      if (flip.changes) continue;
      const named = evidence.flatMap((item) =>
        item.kind === 'shared-term' && item.term !== OTHER_WORDS ? [item.term] : [],
      );
      expect(new Set(flip.without.map(stemOf))).toEqual(new Set(named.map(stemOf)));
      expect(flip.leaves).toBeGreaterThanOrEqual(0);
    }
  });

  it('takes the weightiest words out first, and tells how far over the cut they lift the theme', () => {
    const { cuts, scores } = rankAgain(quotes);
    const toLogOdds = (p: number) => Math.log(p / (1 - p));
    for (const suggestion of suggestions) {
      const { flip, quoteId, themeId } = suggestion;
      const gone = [...new Set(flip.without.map(stemOf))];
      const terms = listShared(suggestion).map(({ term }) => stemOf(term));
      expect(terms.slice(0, gone.length)).toEqual(gone);
      const column = themes.findIndex(({ id }) => id === themeId);
      const score = scores[(Number(quoteId.slice(1)) - 1) * themes.length + column] ?? 0;
      expect(flip.over).toBeCloseTo(toLogOdds(score) - toLogOdds(cuts?.[column] ?? 0), 9);
    }
  });

  it('names as runner-up a theme that it does not propose and nobody decided, short of the cut', () => {
    const proposed = new Set(suggestions.map(({ quoteId, themeId }) => `${quoteId} ${themeId}`));
    const runners = suggestions.flatMap(({ quoteId, flip: { runnerUp } }) =>
      runnerUp === null ? [] : [{ quoteId, ...runnerUp }],
    );
    expect(runners.length).toBeGreaterThan(0);
    for (const { quoteId, themeId, short } of runners) {
      expect(proposed).not.toContain(`${quoteId} ${themeId}`);
      expect(short).toBeGreaterThan(0);
    }
  });

  it('is stronger the farther it lies over the cut, with few decisions as with many', () => {
    const few = learnedTagger.explain(inventInput(quotes, themes, decideFirst(6)));
    for (const all of [few, suggestions]) {
      const order = all
        .toSorted((a, b) => (b.flip.over ?? 0) - (a.flip.over ?? 0))
        .map(({ strength }) => strength);
      const ranks = order.map((strength) => ['strong', 'medium', 'weak'].indexOf(strength));
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
      expect(new Set(order).size).toBeGreaterThan(1);
    }
  });

  it('calls nothing calibrated before 50 quotes are coded, and nothing a rule', () => {
    const few = learnedTagger.suggest(inventInput(quotes, themes, decideFirst(49)));
    expect(few.some(({ calibrated }) => calibrated)).toBe(false);
    expect(suggestions.every(({ calibrated }) => calibrated)).toBe(true);
    expect(suggestions.some(({ rule }) => rule)).toBe(false);
  });
});
