import { describe, expect, it } from 'vitest';
import type { Made } from '../../../../src/review/answers/desk.js';
import { beginMaking, planSteps } from '../../../../src/review/answers/make.js';
import { planStages } from '../../../../src/review/answers/making/plan-stages.js';
import { trimSuggestions } from '../../../../src/review/answers/making/trim-suggestions.js';
import { answerQueue } from '../../../../src/review/answers/queue.js';
import { changeStudy, layDesk, makeAll, openSample, TODAY } from '../make-desk.js';

const { study } = openSample().reading;

/** The sample many times over, each time by other people; every second time decided. */
function growStudy(times: number) {
  const copies = Array.from({ length: times }, (_, i) => i);
  const rename = (id: string, i: number) => `${id}-${i}`;
  return {
    ...study,
    transcripts: copies.flatMap((i) =>
      study.transcripts.map((each) => ({ ...each, id: rename(each.id, i) })),
    ),
    quotes: copies.flatMap((i) =>
      study.quotes.map((each) => ({
        ...each,
        id: rename(each.id, i),
        transcriptId: rename(each.transcriptId, i),
      })),
    ),
    decisions: copies
      .filter((i) => i % 2 === 0)
      .flatMap((i) => study.decisions.map((each) => ({ ...each, quoteId: rename(each.quoteId, i) }))),
  };
}

describe('stages', () => {
  it('are one for a small study', () => {
    expect(planStages(study)).toEqual({ isLong: false, parts: [], last: 'whole' });
  });

  it('grow with what a study holds, and end where memory does', () => {
    const quotes = study.quotes
      .slice(0, 1)
      .flatMap((quote) => Array.from({ length: 200_000 }, (_, i) => ({ ...quote, id: `q${i}` })));
    const large = { ...study, quotes, decisions: [] };
    const themes = study.taxonomy.themes.length;
    const { parts, last, isLong } = planStages(large);
    expect(isLong).toBe(true);
    const sizes = [...parts, ...(last === 'whole' ? [] : [last])].map(({ decided, open }) => decided + open);
    expect(sizes).toHaveLength(3);
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
    for (const size of sizes) expect(size * themes).toBeLessThanOrEqual(1_500_000);
  });

  it('come one after the other in a large study: keywords at once, a part that says so, all of it', () => {
    const large = growStudy(Math.ceil(160_000 / (study.quotes.length * study.taxonomy.themes.length)));
    const desk = layDesk(large);
    const options = { today: TODAY };
    const [byKeywords, fromPart] = planSteps(desk, options);
    const first = byKeywords?.(beginMaking(desk, options));
    const byRule = first?.suggestions?.suggestions ?? [];
    expect(byRule.length).toBeGreaterThan(0);
    expect(byRule.every(({ rule, calibrated }) => rule && !calibrated)).toBe(true);
    const known = new Set(large.decisions.map(({ quoteId }) => quoteId));
    const isKnown = byRule.map(({ quoteId }) => known.has(quoteId));
    expect(isKnown).toEqual(isKnown.toSorted());
    expect(new Set(isKnown).size).toBe(2);
    expect(answerQueue({ ...desk, ...asMade(first) }, { coder: 'ana' })).toMatchObject({
      ready: true,
      basis: { stage: 'keywords', learned: 0, more: true },
    });
    const second = first === undefined ? undefined : fromPart?.(first);
    const { basis, suggestions = [] } = second?.suggestions ?? {};
    expect(basis).toMatchObject({ stage: 'part', more: true, quotes: large.quotes.length });
    expect(basis?.learned).toBeLessThan(basis?.decided ?? 0);
    expect(basis?.judged).toBeLessThan(large.quotes.length);
    expect(suggestions.some(({ rule }) => !rule)).toBe(true);
    expect(suggestions.some(({ calibrated }) => calibrated)).toBe(false);
  });

  it('keep what was learned while a changed study is learned anew, with what its keywords say by now', () => {
    const large = growStudy(Math.ceil(30_000 / (study.quotes.length * study.taxonomy.themes.length)));
    const desk = makeAll(layDesk(large));
    const learned = desk.made?.suggestions?.suggestions.filter(({ rule }) => !rule) ?? [];
    expect(learned.length).toBeGreaterThan(0);
    const themes = large.taxonomy.themes.map((theme) =>
      theme.id === 'fear' ? { ...theme, keywords: [...theme.keywords, 'the'] } : theme,
    );
    const later = changeStudy(desk, { taxonomy: { ...large.taxonomy, themes } });
    const options = { today: TODAY, ...(desk.made === undefined ? {} : { earlier: desk.made }) };
    const renewed = planSteps(later, options)[0]?.(beginMaking(later, options)).suggestions;
    expect(renewed?.suggestions.filter(({ rule }) => !rule)).toEqual(learned);
    expect(renewed?.suggestions.some(({ rule, themeId }) => rule && themeId === 'fear')).toBe(true);
    expect(renewed?.version).toBe(desk.made?.suggestions?.version);
    const unchanged = { today: TODAY, ...(desk.made === undefined ? {} : { earlier: desk.made }) };
    expect(planSteps(desk, unchanged)).toHaveLength(4);
  });
});

const asMade = (made: Made | undefined) => (made === undefined ? {} : { made });

describe('what is kept of many suggestions', () => {
  const made = makeAll(openSample()).made?.suggestions?.suggestions ?? [];

  it('is all where it can be held', () => {
    expect(trimSuggestions(made, [], made.length)).toEqual({ kept: made, dropped: 0 });
  });

  it('is the best of each quote, and more of those that nobody decided on', () => {
    const { kept, dropped } = trimSuggestions(made, study.decisions, 40);
    expect(kept).toHaveLength(40);
    expect(dropped).toBe(made.length - 40);
    const decided = new Set(study.decisions.map(({ quoteId }) => quoteId));
    const bests = new Map(made.toReversed().map((each) => [each.quoteId, each]));
    const open = [...bests].filter(([id]) => !decided.has(id)).map(([, best]) => best);
    for (const best of open) expect(kept).toContain(best);
    expect(kept).toEqual(made.filter((each) => kept.includes(each)));
  });
});
