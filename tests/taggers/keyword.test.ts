import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExplainedSuggestion, Suggestion } from '../../src/model/suggestion.js';
import type { Theme } from '../../src/model/theme.js';
import { keywordTagger } from '../../src/taggers/keyword.js';
import { parseKeyword } from '../../src/taggers/keywords/parse-keyword.js';
import { inventDecision, inventInput, inventQuotes, inventTheme } from './invented-study.js';

/** The words that a suggestion says have matched. */
function matchedWords(suggestion: Suggestion | undefined, text: string): readonly string[] {
  return (suggestion?.evidence ?? []).flatMap((evidence) =>
    evidence.kind === 'matched-words' ? [text.slice(evidence.span.start, evidence.span.end)] : [],
  );
}

function suggest(texts: readonly string[], theme: Partial<Theme>): readonly ExplainedSuggestion[] {
  return keywordTagger.explain(inventInput(inventQuotes(texts), [inventTheme('t', theme)]));
}

function match(text: string, ...keywords: readonly string[]): readonly string[] {
  return matchedWords(suggest([text, 'something else'], { keywords })[0], text);
}

describe('the keyword tagger', () => {
  it.each([
    ['a stem', 'expectation', 'They EXPECT a lot, I expected less.', ['EXPECT', 'expected']],
    ['a phrase', 'doing well', 'Am I doing well? Do well!', ['doing well']],
    ['a phrase over a line end', 'doing well', 'doing\nwell', ['doing\nwell']],
    ['a curly apostrophe by a straight one', "don't know", 'I don’t know', ['don’t know']],
    ['a straight apostrophe by a curly one', 'don’t know', "I DON'T KNOW", ["DON'T KNOW"]],
    ['a contraction, and not its verb alone', "don't", 'I do, I don’t, DO NOT', ['don’t']],
    ['a verb, and not its contraction', 'do', 'I do, I don’t', ['do']],
    ['one way to write cannot by another', 'cannot', "I can, I can't", ["can't"]],
    ['a possessive', 'team', 'the team’s goals', ['team’s']],
    ['a beginning', 'success*', 'Successful, successes, unsuccessful', ['Successful', 'successes']],
    ['a beginning longer than the stem', 'expectati*', 'expected expectations', ['expectations']],
    [
      'a beginning within a phrase',
      'tech lead*',
      'a tech leadership, a tech lead',
      ['tech leadership', 'tech lead'],
    ],
    ['a word as it is written', '=Go', 'Go on, go with GO or Go', ['Go', 'Go']],
    ['a whole word as it is written', '=Go', 'Go’s Going Go-to', []],
    ['signs as they are written', '=C++', 'C or C++ or c++', ['C++']],
    ['a written contraction', "=Don't", 'don’t Don’t', ['Don’t']],
    ['words near each other', 'judged ~3 on', 'judged only mostly on this', ['judged', 'on']],
    ['words near each other in the other order', 'judged ~3 on', 'on that judged', ['on', 'judged']],
    ['next to each other as near', 'judged ~1 on', 'judged on', ['judged', 'on']],
    ['no words too far apart', 'judged ~3 on', 'judged by them all on this', []],
    ['no word near itself', 'on ~3 on', 'on this', []],
    ['a word near its like', 'on ~3 on', 'on and on', ['on', 'on']],
    ['phrases near each other', 'on call ~2 at night', 'at night I am on call', []],
    [
      'phrases near each other, counted from end to beginning',
      'on call ~2 at night',
      'on call mostly at night',
      ['on call', 'at night'],
    ],
    ['words joined by a hyphen', 'on call', 'I was on-call', ['on-call']],
    ['hyphenated words written apart', 'on-call', 'I was on call', ['on call']],
    ['function words alone, in a row', 'of it', 'The best of it, it of all', ['of it']],
    ['a filler phrase', 'you know', 'Well, you know', ['you know']],
    ['no useful where "us" is asked for', 'us', 'a useful tool for us', ['us']],
    ['a phrase in a script without spaces', '会议', '我们的会议很长', ['会议']],
    ['nothing for a bad pattern', '*', 'a * b', []],
    ['nothing across the end of a quote', 'else more', 'more', []],
  ])('matches %s', (_, keyword, text, words) => {
    expect(match(text, keyword)).toEqual(words);
  });

  it('lets a notKeyword cancel the matches that it overlaps, and no others', () => {
    const theme = { keywords: ['success*'], notKeywords: ['success story'] };
    expect(suggest(['That success story.'], theme)).toEqual([]);
    const text = 'A success story is no success.';
    const [suggestion] = suggest([text], theme);
    expect(matchedWords(suggestion, text)).toEqual(['success']);
    expect(suggestion?.evidence).toEqual([
      { kind: 'matched-words', keyword: 'success*', span: { start: 22, end: 29 } },
    ]);
  });

  it('does not let one theme veto the keywords of another', () => {
    const themes = [
      inventTheme('a', { keywords: ['success'] }),
      inventTheme('b', { keywords: ['success'], notKeywords: ['success'] }),
    ];
    const suggestions = keywordTagger.suggest(inventInput(inventQuotes(['success']), themes));
    expect(suggestions.map(({ themeId }) => themeId)).toEqual(['a']);
  });

  it('is surer with every further keyword, and with a rarer one', () => {
    const texts = ['plan', 'plan goal', 'plan risk goal', 'nothing'];
    const confidences = suggest(texts, { keywords: ['plan', 'goal', 'risk'] }).map(
      ({ confidence }) => confidence,
    );
    expect(confidences).toEqual([...confidences].sort((a, b) => a - b));
    expect(new Set(confidences).size).toBe(3);
    const [common, rare] = suggest(['plan', 'risk', 'plan'], { keywords: ['plan', 'risk'] });
    expect(rare?.confidence).toBeGreaterThan(common?.confidence ?? 1);
  });

  it('is worth 1 − Π(1 − 0.6 · idf / highest idf)', () => {
    const [both] = suggest(['plan goal', 'plan', 'x', 'y'], { keywords: ['plan', 'goal'] });
    const highest = Math.log(5 / 2) + 1;
    const plan = (0.6 * (Math.log(5 / 3) + 1)) / highest;
    expect(both?.confidence).toBeCloseTo(1 - (1 - plan) * (1 - 0.6), 12);
  });

  it('does not count one word twice because two keywords match it', () => {
    const [once] = suggest(['success', 'x'], { keywords: ['success'] });
    const [echoed] = suggest(['success', 'x'], { keywords: ['success', 'success*', 'successful'] });
    expect(echoed?.confidence).toBe(once?.confidence);
    expect(echoed?.evidence).toHaveLength(3);
  });

  it('is never certain', () => {
    const words = Array.from({ length: 60 }, (_, i) => `word${i}`);
    const [suggestion] = suggest([words.join(' '), 'x'], { keywords: words });
    expect(suggestion?.confidence).toBeLessThan(1);
  });

  it('is called a rule, which falls with the words that it matched', () => {
    const text = 'I judged the plan only on its goal.';
    const [suggestion] = suggest([text, 'x', 'y'], { keywords: ['judged ~5 on', 'goal'] });
    expect(suggestion).toMatchObject({ rule: true, calibrated: false, measured: null });
    const { without = [] } = suggestion?.flip ?? {};
    expect(without).toEqual(['judged', 'on', 'goal']);
    const left = without.reduce((words, word) => words.replace(new RegExp(`\\b${word}\\b`, 'u'), ''), text);
    expect(suggest([left, 'x', 'y'], { keywords: ['judged ~5 on', 'goal'] })).toEqual([]);
  });

  it('is weak by a word that most quotes hold, medium by a rare one, strong by two', () => {
    const texts = [
      'the plan',
      'the goal and the risk',
      'the',
      'the',
      'x',
      ...Array.from({ length: 20 }, () => 'the'),
    ];
    const strengths = suggest(texts, { keywords: ['the', 'plan', 'goal', 'risk'] }).map(
      ({ strength }) => strength,
    );
    expect(strengths.slice(0, 3)).toEqual(['strong', 'strong', 'weak']);
    expect(suggest(texts, { keywords: ['plan'] })[0]?.strength).toBe('medium');
  });

  it('proposes nothing for a pair that was decided, either way', () => {
    const theme = inventTheme('t', { keywords: ['plan'] });
    const quotes = inventQuotes(['plan', 'plan', 'plan']);
    const decisions = [inventDecision('q1', 't', true), inventDecision('q2', 't', false)];
    const suggestions = keywordTagger.suggest(inventInput(quotes, [theme], decisions));
    expect(suggestions.map(({ quoteId }) => quoteId)).toEqual(['q3']);
  });

  it('finds every place of a keyword in a quote of five thousand words', () => {
    const text = 'plan for the team '.repeat(1250);
    expect(match(text, 'team ~4 plan')).toHaveLength(2 * 1250);
  });

  it('cuts words that match, never fails and stays between 0 and 1, whatever quotes and keywords', () => {
    const letters = fc.string({
      unit: fc.constantFrom('a', 'b', ' ', "'", '’', '-', '=', '*', '~1', '~2', '会', 'É'),
    });
    const texts = fc.array(fc.oneof(letters, fc.string({ unit: 'binary' })), { maxLength: 5 });
    fc.assert(
      fc.property(texts, texts, texts, (quotes, keywords, notKeywords) => {
        for (const { quoteId, confidence, evidence } of suggest(quotes, { keywords, notKeywords })) {
          expect(confidence).toBeGreaterThan(0);
          expect(confidence).toBeLessThan(1);
          const text = quotes[Number(quoteId.slice(1)) - 1] ?? '';
          for (const item of evidence) {
            if (item.kind !== 'matched-words') throw new Error(`unexpected ${item.kind}`);
            const words = text.slice(item.span.start, item.span.end);
            expect(words).toMatch(/[\p{L}\p{N}]/u);
            // What matched on its own matches again when cut out; of a pair each half stands alone.
            if (parseKeyword(item.keyword)?.kind !== 'near')
              expect(match(words, item.keyword)).toEqual([words]);
          }
        }
      }),
    );
  });
});
