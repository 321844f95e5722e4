import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../src/model/decision.js';
import type { Quote } from '../../src/model/quote.js';
import type { Theme } from '../../src/model/theme.js';
import { evaluateStudy, evaluateTaggers } from '../../src/pipeline/evaluate-tagger.js';
import { dealFolds, splitDecisions } from '../../src/pipeline/evaluating/deal-folds.js';
import { APPLIES, DOES_NOT_APPLY, readTruth, UNKNOWN } from '../../src/pipeline/evaluating/read-truth.js';
import { findBest } from '../../src/pipeline/evaluating/tabulate-figures.js';
import { thinDecisions } from '../../src/pipeline/evaluating/thin-decisions.js';
import { taggers } from '../../src/taggers/index.js';
import type { Tagger, TaggerInput } from '../../src/taggers/tagger.js';
import { countTexts } from '../../src/text/count-texts.js';
import { buildStudy, buildTheme } from './build-study.js';

const makeQuote = (id: string, transcriptId: string, exact = `words of ${id}`): Quote => ({
  id,
  transcriptId,
  span: { start: 0, end: exact.length },
  exact,
  prefix: '',
  suffix: '',
});

const decide = (quoteId: string, themeId: string, applies = true, coder = 'ana'): Decision => ({
  quoteId,
  themeId,
  coder,
  applies,
  decidedAt: '2026-04-02T09:14:20Z',
});

function makeInput(
  quotes: readonly Quote[],
  themes: readonly Theme[],
  decisions: readonly Decision[],
): TaggerInput {
  const { taxonomy } = buildStudy({ themes });
  const counted = countTexts(
    quotes.map(({ exact }) => exact),
    'en',
  );
  return { quotes, counted, taxonomy, decisions, language: 'en' };
}

/** A tagger that gives every quote and theme the score of a table, and proposes from 0.5 on. */
function makeTagger(
  table: Readonly<Record<string, readonly number[]>>,
  calibrated: readonly string[] = [],
): Tagger {
  return {
    id: 'table',
    label: 'Table',
    explanation: 'Says what a table says.',
    suggest: () => [],
    explain: () => [],
    rank: ({ quotes, taxonomy }) => {
      const scores = Float64Array.from(
        quotes.flatMap(({ id }) => taxonomy.themes.map((_, column) => table[id]?.[column] ?? 0)),
      );
      return {
        scores,
        proposed: Uint8Array.from(scores, (score) => (score >= 0.5 ? 1 : 0)),
        calibrated: new Set(calibrated),
      };
    },
  };
}

const lamp = buildTheme('lamp');
const fog = buildTheme('fog');
const ship = buildTheme('ship');
const fear = buildTheme('fear', { dimension: 'voice' });

const pair = [makeQuote('q1', 'P01'), makeQuote('q2', 'P02')];
const pairDecisions = [decide('q1', 'lamp'), decide('q1', 'fog'), decide('q2', 'ship')];
/** Proposes lamp and ship for the first quote, ship for the second. */
const pairTable = { q1: [0.9, 0.1, 0.8], q2: [0.2, 0.3, 0.7] };

describe('the figures of a tagger', () => {
  const { quotes, themes, folds, taggers } = evaluateTaggers(
    makeInput(pair, [lamp, fog, ship], pairDecisions),
    { taggers: [makeTagger(pairTable)] },
  );
  const [figures] = taggers;

  it('count what was measured', () => {
    expect({ quotes, themes, folds }).toEqual({ quotes: 2, themes: 3, folds: 2 });
  });

  it('are those of two quotes and three themes worked out by hand', () => {
    // Proposed: lamp, ship | ship. True: lamp, fog | ship.
    expect(figures?.micro).toEqual({ precision: 2 / 3, recall: 2 / 3, f1: 2 / 3 });
    expect(figures?.macro.precision).toBeCloseTo((1 + 0 + 1 / 2) / 3, 12);
    expect(figures?.macro.recall).toBeCloseTo((1 + 0 + 1) / 3, 12);
    expect(figures?.macro.f1).toBeCloseTo((1 + 0 + 2 / 3) / 3, 12);
    expect(figures?.topOne).toBe(1);
    // lamp is found first; fog and ship second of two.
    expect(figures?.meanAveragePrecision).toBeCloseTo((1 + 1 / 2 + 1 / 2) / 3, 12);
    expect(figures?.perTheme).toEqual([
      { theme: 'lamp', support: 1, precision: 1, recall: 1, f1: 1, interval: null },
      { theme: 'fog', support: 1, precision: null, recall: 0, f1: 0, interval: null },
      { theme: 'ship', support: 1, precision: 1 / 2, recall: 1, f1: 2 / 3, interval: null },
    ]);
  });

  it('have a calibration error only where the confidence is a probability', () => {
    expect(figures?.calibrationError).toBeNull();
    const { taggers: probable, reliability } = evaluateTaggers(
      makeInput(pair, [lamp, fog, ship], pairDecisions),
      { taggers: [makeTagger(pairTable, ['theme'])] },
    );
    // Each score in a bin of its own: 0.9, 0.7 came true and 0.1 too; 0.8, 0.2 and 0.3 did not.
    const expected = (0.1 + 0.3 + 0.9 + 0.8 + 0.2 + 0.3) / 6;
    expect(probable[0]?.calibrationError).toBeCloseTo(expected, 12);
    expect(reliability[0]?.bins.reduce((sum, { count }) => sum + count, 0)).toBe(6);
  });

  it('give no top place to a tagger that tells no theme from another', () => {
    const { taggers: silent } = evaluateTaggers(makeInput(pair, [lamp, fog, ship], pairDecisions), {
      taggers: [makeTagger({})],
    });
    expect(silent[0]?.topOne).toBe(0);
    expect(silent[0]?.micro).toEqual({ precision: null, recall: 0, f1: 0 });
  });

  it('of a part are those of its own scores and cut', () => {
    const table = makeTagger(pairTable);
    const whole = makeTagger({ q1: [0.2, 0.6, 0.1], q2: [0, 0, 0] });
    const rank: Tagger['rank'] = (input) => {
      const own = whole.rank?.(input);
      const part = table.rank?.(input);
      if (own === undefined || part === undefined) throw new Error('a table ranks');
      return { ...own, parts: [{ id: 'table', scores: part.scores, proposed: part.proposed }] };
    };
    const { taggers: all } = evaluateTaggers(makeInput(pair, [lamp, fog, ship], pairDecisions), {
      taggers: [{ ...whole, id: 'whole', rank }],
    });
    expect(all.map(({ id }) => id)).toEqual(['whole', 'whole:table']);
    expect(all[1]).toMatchObject({
      micro: figures?.micro,
      topOne: figures?.topOne,
      perTheme: figures?.perTheme,
    });
    expect(all[0]?.micro).not.toEqual(figures?.micro);
  });

  it('of several taggers together propose what one of them proposes', () => {
    const other: Tagger = { ...makeTagger({ q1: [0, 0.6, 0] }), id: 'other' };
    const { taggers: both } = evaluateTaggers(makeInput(pair, [lamp, fog, ship], pairDecisions), {
      taggers: [makeTagger(pairTable), other],
    });
    expect(both.map(({ id }) => id)).toEqual(['table', 'other', 'both']);
    expect(both[2]?.micro).toEqual({ precision: 3 / 4, recall: 1, f1: 6 / 7 });
  });
});

describe('truth', () => {
  const read = (decisions: readonly Decision[], themes: readonly Theme[]) => [
    ...readTruth({ quoteIds: ['q1'], themes, decisions }).verdicts,
  ];

  it('is known in a dimension in which something was decided, and unknown in the others', () => {
    expect(read([decide('q1', 'lamp')], [lamp, fog, fear])).toEqual([APPLIES, DOES_NOT_APPLY, UNKNOWN]);
    expect(read([decide('q1', 'lamp', false)], [lamp, fog, fear])).toEqual([
      DOES_NOT_APPLY,
      DOES_NOT_APPLY,
      UNKNOWN,
    ]);
  });

  it('is unknown where coders disagree', () => {
    const decisions = [decide('q1', 'lamp'), decide('q1', 'lamp', false, 'ben')];
    expect(read(decisions, [lamp, fog])).toEqual([UNKNOWN, DOES_NOT_APPLY]);
  });

  it('of a child is that of its parents, unless a coder said no to the parent', () => {
    const light = buildTheme('light');
    const child = buildTheme('lamp', { parentId: 'light' });
    expect(read([decide('q1', 'lamp')], [light, child])).toEqual([APPLIES, APPLIES]);
    expect(read([decide('q1', 'lamp'), decide('q1', 'light', false)], [light, child])).toEqual([
      DOES_NOT_APPLY,
      APPLIES,
    ]);
  });
});

const studyShape = fc
  .array(fc.record({ transcript: fc.nat(14), themes: fc.subarray(['lamp', 'fog', 'ship']) }), {
    maxLength: 40,
  })
  .map((rows) => ({
    quotes: rows.map(({ transcript }, at) => makeQuote(`q${at}`, `P${transcript}`)),
    decisions: rows.flatMap(({ themes }, at) => themes.map((theme) => decide(`q${at}`, theme))),
  }));

describe('folds', () => {
  it('never share an interview, hold every decided quote, and are at most ten', () => {
    fc.assert(
      fc.property(studyShape, ({ quotes, decisions }) => {
        const { count, foldOf } = dealFolds(quotes, decisions);
        expect(count).toBeLessThanOrEqual(10);
        const folds = new Map<string, number>();
        for (const [row, { id, transcriptId }] of quotes.entries()) {
          const fold = foldOf[row] ?? -1;
          expect(folds.get(transcriptId) ?? fold).toBe(fold);
          folds.set(transcriptId, fold);
          if (decisions.some(({ quoteId }) => quoteId === id)) expect(fold).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('teach nothing that was decided of an interview held out, and everything else', () => {
    fc.assert(
      fc.property(studyShape, ({ quotes, decisions }) => {
        const folds = dealFolds(quotes, decisions);
        const interviews = new Map(quotes.map(({ id, transcriptId }) => [id, transcriptId]));
        for (const [fold, taught] of splitDecisions(folds, quotes, decisions).entries()) {
          const heldOut = new Set(
            quotes.filter((_, row) => folds.foldOf[row] === fold).map(({ transcriptId }) => transcriptId),
          );
          expect(heldOut.size).toBeGreaterThan(0);
          expect(taught).toEqual(
            decisions.filter(({ quoteId }) => !heldOut.has(interviews.get(quoteId) ?? '')),
          );
        }
      }),
    );
  });

  it('are dealt in the order of the names of the transcripts', () => {
    const quotes = ['P2', 'P1', 'P3', 'P1'].map((transcript, at) => makeQuote(`q${at}`, transcript));
    const decisions = quotes.map(({ id }) => decide(id, 'lamp'));
    expect([...dealFolds(quotes, decisions).foldOf]).toEqual([1, 0, 2, 0]);
  });
});

describe('fewer decisions', () => {
  it('are whole quotes, enough of every theme or all there are', () => {
    fc.assert(
      fc.property(studyShape, fc.integer({ min: 1, max: 8 }), fc.nat(), ({ decisions }, wanted, seed) => {
        const thinned = thinDecisions(decisions, wanted, seed);
        const kept = new Set(thinned.map(({ quoteId }) => quoteId));
        expect(thinned.toSorted(byPair)).toEqual(
          decisions.filter(({ quoteId }) => kept.has(quoteId)).toSorted(byPair),
        );
        for (const theme of ['lamp', 'fog', 'ship']) {
          const count = (list: readonly Decision[]) => list.filter(({ themeId }) => themeId === theme).length;
          expect(count(thinned)).toBeGreaterThanOrEqual(Math.min(wanted, count(decisions)));
        }
      }),
    );
  });

  const byPair = (a: Decision, b: Decision) =>
    `${a.quoteId} ${a.themeId}` < `${b.quoteId} ${b.themeId}` ? -1 : 1;
});

/** Six interviews of four quotes each; every quote speaks of one thing. */
const sayings = {
  lamp: ['the lamp burned bright', 'I clean the lamp at dusk', 'oil for the lamp'],
  fog: ['fog came over the bay', 'nothing to see in thick fog', 'the fog horn in fog'],
};
const interviews = Array.from({ length: 6 }, (_, number) => number).flatMap((number) =>
  [sayings.lamp, sayings.fog, sayings.lamp, sayings.fog].map((lines, at) => ({
    theme: lines === sayings.lamp ? 'lamp' : 'fog',
    quote: makeQuote(
      `q${number}${at}`,
      `P0${number}`,
      `${lines[(number + at) % 3]} in the year ${number * 4 + at}`,
    ),
  })),
);
const coast = {
  quotes: interviews.map(({ quote }) => quote),
  decisions: interviews.map(({ quote, theme }) => decide(quote.id, theme)),
};

describe('an evaluation of the shelf', () => {
  const study = buildStudy({ ...coast, themes: [lamp, fog] });

  it('gives the same figures twice', () => {
    expect(JSON.stringify(evaluateStudy(study))).toBe(JSON.stringify(evaluateStudy(study)));
  });

  it('sets each part beside its tagger, and unites taggers only', () => {
    const { taggers, reliability } = evaluateStudy(study, { amounts: [] });
    expect(taggers.map(({ id }) => id)).toEqual([
      'keyword',
      'learned',
      'learned:words',
      'learned:letters',
      'learned:pairs',
      'learned:bayes',
      'learned:neighbours',
      'both',
    ]);
    expect(reliability.map(({ tagger }) => tagger)).toEqual(['keyword', 'learned', 'both']);
  });

  it('never calls a part the best tagger, and explains no part’s confidence', () => {
    const evaluation = evaluateStudy(study, { amounts: [] });
    expect(findBest(evaluation)?.id).not.toContain(':');
    expect(JSON.stringify(evaluation.notices)).not.toContain('learned:');
  });

  it('finds what plainly recurs', () => {
    const { taggers } = evaluateStudy(study);
    expect(Math.max(...taggers.map(({ topOne }) => topOne ?? 0))).toBeGreaterThan(0.9);
  });

  it('ends its learning curve with all decisions and begins with fewer', () => {
    const { learningCurve, taggers } = evaluateStudy(study);
    expect(learningCurve.map(({ decisionsPerTheme }) => decisionsPerTheme)).toEqual([3, 5, null]);
    expect(learningCurve.map(({ quotes }) => quotes)).toEqual([6, 10, 20]);
    const figures = taggers
      .filter(({ id }) => !id.includes(':'))
      .map(({ calibrationError: _c, perTheme: _p, ...overall }) => overall);
    expect(learningCurve.at(-1)?.taggers).toEqual(figures);
  });

  it('measures only all decisions where no smaller amount is asked for', () => {
    const { learningCurve } = evaluateStudy(study, { amounts: [] });
    expect(learningCurve.map(({ decisionsPerTheme }) => decisionsPerTheme)).toEqual([null]);
  });

  it('is not moved by other names for the themes', () => {
    const rename = (id: string) => ({ lamp: 'zz-light', fog: 'aa-mist' })[id] ?? id;
    const renamed = buildStudy({
      quotes: coast.quotes,
      decisions: coast.decisions.map((decision) => ({ ...decision, themeId: rename(decision.themeId) })),
      themes: [lamp, fog].map((theme) => ({ ...theme, id: rename(theme.id) })),
    });
    const original = JSON.stringify(evaluateStudy(study));
    expect(JSON.stringify(evaluateStudy(renamed))).toBe(
      original.replaceAll('"lamp"', '"zz-light"').replaceAll('"fog"', '"aa-mist"'),
    );
  });

  it('tells how often a tagger has been taught', () => {
    const steps: [number, number][] = [];
    evaluateStudy(study, { onTaught: (done, total) => steps.push([done, total]) });
    expect(steps.map(([done]) => done)).toEqual(steps.map((_, at) => at + 1));
    expect(steps.at(-1)?.[0]).toBe(steps[0]?.[1]);
  });
});

describe('what a tagger ranks', () => {
  const input = makeInput(coast.quotes, [lamp, fog], coast.decisions.slice(0, 14));
  const decided = new Set(input.decisions.map(({ quoteId, themeId }) => `${quoteId} ${themeId}`));
  const ranked = taggers.flatMap(({ id, suggest, rank }) =>
    rank === undefined ? [] : [{ id, suggest, rank }],
  );

  it('is asked of at least one tagger of the shelf', () => {
    expect(ranked.length).toBeGreaterThan(0);
  });

  it.each(ranked)(
    'is what $id suggests, where nobody has decided, with the same confidence',
    ({ suggest, rank }) => {
      const { scores, proposed } = rank(input);
      const { themes } = input.taxonomy;
      const expected = input.quotes.flatMap(({ id }, row) =>
        themes.flatMap((theme, column) => {
          const at = row * themes.length + column;
          expect(Number.isFinite(scores[at])).toBe(true);
          const isSuggested = proposed[at] === 1 && !decided.has(`${id} ${theme.id}`);
          return isSuggested ? [`${id} ${theme.id} ${scores[at]?.toFixed(9)}`] : [];
        }),
      );
      const suggested = suggest(input).map(
        ({ quoteId, themeId, confidence }) => `${quoteId} ${themeId} ${confidence.toFixed(9)}`,
      );
      expect(suggested.length).toBeGreaterThan(0);
      expect(suggested.toSorted()).toEqual(expected.toSorted());
    },
  );
});

describe('the human ceiling', () => {
  it('is one coder as if a tagger against the other, on what both judged', () => {
    const { ceiling } = evaluateTaggers(
      makeInput(
        [...pair, makeQuote('q3', 'P03')],
        [lamp, fog, ship],
        [
          ...pairDecisions,
          decide('q3', 'lamp'),
          ...[decide('q1', 'lamp', true, 'ben'), decide('q2', 'ship', false, 'ben')],
        ],
      ),
      { taggers: [] },
    );
    const [ana, ben] = ceiling;
    // ana: lamp, fog | ship. ben: lamp | none.
    expect(ana).toMatchObject({ coder: 'ana', against: 'ben', quotes: 2 });
    expect(ana?.micro).toEqual({ precision: 1 / 3, recall: 1, f1: 1 / 2 });
    expect(ben?.micro).toEqual({ precision: 1, recall: 1 / 3, f1: 1 / 2 });
  });

  it('is empty where one coder worked alone, and a notice says so', () => {
    const { ceiling, notices } = evaluateStudy(buildStudy({ ...coast, themes: [lamp, fog] }));
    expect(ceiling).toEqual([]);
    expect(notices.map(({ code }) => code)).toContain('one-coder');
  });
});

describe('too little to measure', () => {
  const evaluate = (decisions: readonly Decision[], quotes = coast.quotes) =>
    evaluateStudy(buildStudy({ quotes, decisions, themes: [lamp, fog] }));
  const holdsNoFigures = { folds: 0, taggers: [], learningCurve: [] };

  it('is told where nothing is decided', () => {
    const evaluation = evaluate([]);
    expect(evaluation).toMatchObject({ ...holdsNoFigures, quotes: 0, themes: 0 });
    expect(evaluation.notices.map(({ code }) => code)).toEqual(['nothing-decided']);
    expect(evaluate([], []).notices.map(({ code }) => code)).toEqual(['nothing-decided']);
  });

  it('is told where only one interview is decided', () => {
    const evaluation = evaluate(coast.decisions.slice(0, 4));
    expect(evaluation).toMatchObject({ ...holdsNoFigures, quotes: 4, themes: 2 });
    expect(evaluation.notices.map(({ code }) => code)).toEqual(['one-interview']);
  });

  it('gives null and a reason where all decisions are rejections', () => {
    const { taggers, notices } = evaluate(
      coast.decisions.map((decision) => ({ ...decision, applies: false })),
    );
    for (const figures of taggers) {
      expect(figures).toMatchObject({ topOne: null, meanAveragePrecision: null, calibrationError: null });
      expect(figures.macro).toEqual({ precision: null, recall: null, f1: null });
      expect(figures.micro.recall).toBeNull();
    }
    expect(notices.map(({ code }) => code)).toContain('theme-without-quotes');
  });

  it('gives no interval for a theme with a single quote', () => {
    const { taggers } = evaluate([
      ...coast.decisions.filter(({ themeId }) => themeId === 'lamp'),
      decide('q01', 'fog'),
    ]);
    expect(taggers[0]?.perTheme[1]).toMatchObject({ support: 1, interval: null });
  });

  it('never gives a number that is none', () => {
    fc.assert(
      fc.property(
        studyShape,
        fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
        ({ quotes, decisions }, signs) => {
          const signed = decisions.map((decision, at) => ({ ...decision, applies: signs[at % 40] === true }));
          const evaluation = evaluateTaggers(makeInput(quotes, [lamp, fog, ship, fear], signed), {
            taggers: [makeTagger(pairTable, ['theme'])],
          });
          for (const value of listNumbers(evaluation)) expect(Number.isFinite(value)).toBe(true);
        },
      ),
    );
  });
});

function listNumbers(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(listNumbers);
}
