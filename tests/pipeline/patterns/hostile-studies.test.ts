import { describe, expect, it } from 'vitest';
import { findPatterns } from '../../../src/pipeline/find-patterns.js';
import { settleTaggings } from '../../../src/pipeline/settle-taggings.js';
import { inventSuggestion } from '../../taggers/invented-study.js';
import { buildTheme } from '../build-study.js';
import { askEach, interviewPeople } from './interview-people.js';

const codesOf = (found: ReturnType<typeof findPatterns>) => found.notices.map(({ code }) => code);

/** Every number anywhere in a value. */
function listNumbers(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(listNumbers);
}

describe('patterns of studies that have too little or too much', () => {
  it('tell a study without anything in it', () => {
    const found = findPatterns(interviewPeople({ interviews: [] }));
    expect(codesOf(found)).toEqual(['nothing-accepted']);
    expect(found.prevalence.themes).toEqual([]);
    expect(found.saturation.verdict).toBe('not judged at ≤ 5 %: it takes 6 interviews, and there are 0');
  });

  it('tell that nothing was decided', () => {
    const themes = [buildTheme('fog')];
    const found = findPatterns(interviewPeople({ interviews: askEach([[], [], []]), themes }));
    expect(codesOf(found)).toContain('nothing-accepted');
    expect(found.prevalence.themes[0]).toMatchObject({ participants: 0, of: 3, share: 0, low: 0 });
  });

  it('tell that one participant cannot be compared', () => {
    const found = findPatterns(interviewPeople({ interviews: askEach([['fog']]) }));
    expect(codesOf(found)).toContain('one-participant');
  });

  it('never count what a machine suggests, nor what is in dispute', () => {
    const input = interviewPeople({ interviews: askEach([['fog'], ['lamp']]) });
    const [quote] = input.study.quotes;
    const suggestion = inventSuggestion(quote?.id ?? '', 'lamp', {
      tagger: 'keyword',
      confidence: 0.9,
      rule: true,
    });
    const decisions = input.taggings.flatMap((tagging) => tagging.decisions);
    const suggested = { ...input, taggings: settleTaggings(decisions, [suggestion]) };
    expect(findPatterns(suggested)).toEqual(findPatterns(input));
    const against = { quoteId: quote?.id ?? '', themeId: 'fog', coder: 'ben', applies: false, decidedAt: '' };
    const disputed = findPatterns({ ...input, taggings: settleTaggings([...decisions, against], []) });
    expect(codesOf(disputed)).toContain('disputed-not-counted');
    expect(disputed.prevalence.themes.find(({ theme }) => theme === 'fog')?.participants).toBe(0);
  });

  it('leave out quotes and people that may not be counted', () => {
    const input = interviewPeople({ interviews: askEach([['fog'], ['fog'], ['lamp']]) });
    const [, ...kept] = input.countable;
    const found = findPatterns({ ...input, countable: new Map(kept), countedParticipants: ['P02', 'P03'] });
    expect(found.prevalence.themes[0]).toMatchObject({ theme: 'fog', participants: 1, of: 2, quotes: 1 });
    expect(found.saturation.interviews).toBe(2);
  });

  it('give numbers throughout where all quotes have one theme', () => {
    const interviews = askEach(Array.from({ length: 9 }, () => ['fog', 'fog'])).map((one, at) => ({
      ...one,
      attributes: { role: at < 4 ? 'keeper' : 'pilot', coast: '' },
    }));
    const found = findPatterns(interviewPeople({ interviews }));
    expect(found.comparisons).toBe(0);
    expect(listNumbers(found).every(Number.isFinite)).toBe(true);
  });

  it('stay readable with ten thousand themes', () => {
    const themes = Array.from({ length: 10_000 }, (_, at) => buildTheme(`theme-${at}`));
    const held = Array.from({ length: 10 }, (_, person) =>
      Array.from({ length: 100 }, (_, at) => `theme-${(person * 50 + at * 7) % 10_000}`),
    );
    const interviews = askEach(held).map((one, at) => ({
      ...one,
      attributes: Object.fromEntries(
        Array.from({ length: 4 }, (_, column) => [`column ${column}`, (at >> column) % 2 === 0 ? 'a' : 'b']),
      ),
    }));
    const found = findPatterns(interviewPeople({ interviews, themes }));
    expect(codesOf(found)).toEqual(expect.arrayContaining(['themes-not-crossed', 'too-many-comparisons']));
    expect(found.coOccurrence.every((crossed) => crossed.themes.length === 200)).toBe(true);
    expect(listNumbers(found).every(Number.isFinite)).toBe(true);
  });
});
