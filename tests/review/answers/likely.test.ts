import { describe, expect, it } from 'vitest';
import { answerLikely } from '../../../src/review/answers/likely.js';
import { makeAll, openSample } from './make-desk.js';

const bare = openSample();
const desk = makeAll(bare);
const { taxonomy, quotes, decisions } = desk.reading.study;

describe('the themes to choose from', () => {
  it('are all of them, each once, whether for a quote or for words that nobody marked', () => {
    const ids = taxonomy.themes.map(({ id }) => id).sort();
    for (const request of [{ quote: quotes[0]?.id ?? '' }, { transcript: 'P01', start: 300, end: 600 }]) {
      for (const told of [answerLikely(desk, request), answerLikely(bare, request)])
        expect(told.themes.map(({ theme }) => theme).sort()).toEqual(ids);
    }
  });

  it('begin with what is proposed, and say why', () => {
    const { text } = desk.reading.study.transcripts.find(({ id }) => id === 'P05') ?? { text: '' };
    const start = text.indexOf('meetings');
    const { themes } = answerLikely(desk, {
      transcript: 'P05',
      start: Math.max(0, start - 100),
      end: start + 100,
    });
    const [first] = themes;
    expect(first?.strength).not.toBe('none');
    expect(first?.why).toMatch(/^(?:keyword|the words|like \d)/u);
    const strengths = themes.map(({ strength }) => strength === 'none');
    expect(strengths).toEqual(strengths.toSorted((a, b) => Number(a) - Number(b)));
  });

  it('name words that say something before those that every text is full of', () => {
    const reasons = quotes.flatMap(({ id }) =>
      answerLikely(desk, { quote: id }).themes.flatMap(
        ({ why }) => /the words ([^;]+)/u.exec(why)?.[1] ?? [],
      ),
    );
    expect(reasons.length).toBeGreaterThan(100);
    const isMixed = (reason: string) => /“(?:the|and|to|of|a)”/iu.test(reason) && /“\w{8,}”/u.test(reason);
    expect(reasons.filter(isMixed)).toEqual([]);
  });

  it('are told by what was learned where only keywords speak of a quote that was not judged yet', () => {
    const { made } = desk;
    const { suggestions } = made ?? {};
    if (made === undefined || suggestions === undefined) throw new Error('nothing was made of the sample');
    const rules = suggestions.suggestions.filter(({ rule }) => rule);
    const basis = { ...suggestions.basis, stage: 'part' } as const;
    const early = { ...desk, made: { ...made, suggestions: { ...suggestions, basis, suggestions: rules } } };
    const whys = (of: typeof desk) =>
      rules.flatMap(({ quoteId }) => answerLikely(of, { quote: quoteId }).themes.map(({ why }) => why));
    expect(whys(early).some((why) => /the words/u.test(why))).toBe(true);
    const { model: _, ...unlearned } = early.made;
    expect(whys({ ...early, made: unlearned }).some((why) => /the words/u.test(why))).toBe(false);
  });

  it('go on by use, the most used first', () => {
    const uses = answerLikely(bare, { quote: quotes[0]?.id ?? '' }).themes.map(({ why }) =>
      Number(/\d+/u.exec(why)?.[0] ?? 0),
    );
    expect(uses[0]).toBeGreaterThan(0);
    expect(uses).toEqual(uses.toSorted((a, b) => b - a));
  });

  it('do not propose for a quote what somebody decided already', () => {
    const [decision] = decisions;
    const { themes } = answerLikely(desk, { quote: decision?.quoteId ?? '' });
    expect(themes.find(({ theme }) => theme === decision?.themeId)?.strength).toBe('none');
  });

  it('tell in blind mode nothing of what others decided', () => {
    const own = decisions.filter(({ coder }) => coder === 'ben');
    const study = { ...desk.reading.study, decisions: own };
    const alone = { ...desk, reading: { ...desk.reading, study } };
    for (const { id } of quotes.slice(0, 10)) {
      const look = { coder: 'ben', blind: true };
      expect(answerLikely(desk, { quote: id }, look)).toEqual(answerLikely(alone, { quote: id }, look));
    }
  });

  it('propose in blind mode for a quote what they propose for its words, also where others have decided', () => {
    const propose = (request: Parameters<typeof answerLikely>[1]) =>
      answerLikely(desk, request, { coder: 'cleo', blind: true }).themes.filter(
        ({ strength }) => strength !== 'none',
      );
    const decided = quotes.filter(({ id }) => decisions.some(({ quoteId }) => quoteId === id)).slice(0, 8);
    for (const { id, transcriptId: transcript, span } of decided)
      expect(propose({ quote: id })).toEqual(propose({ transcript, ...span }));
  });

  it('are refused for a quote or transcript that is not there', () => {
    expect(() => answerLikely(desk, { quote: 'q_none' })).toThrow(
      expect.objectContaining({ code: 'unknown-quote' }),
    );
    expect(() => answerLikely(desk, { transcript: 'none', start: 0, end: 5 })).toThrow(
      expect.objectContaining({ code: 'unknown-transcript' }),
    );
  });

  it('are there for an empty stretch, or one beyond the end', () => {
    for (const [start, end] of [
      [5, 5],
      [9e6, 9e6 + 5],
      [50, 20],
    ] as const)
      expect(answerLikely(desk, { transcript: 'P01', start, end }).themes).toHaveLength(
        taxonomy.themes.length,
      );
  });
});
