import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../src/model/decision.js';
import { compareStudies, isUnchanged, type StudyState } from '../../src/pipeline/compare-studies.js';
import { accept, buildStudy, buildTheme } from './build-study.js';
import { buildTranscript, quoteWords } from './build-transcript.js';

const transcript = buildTranscript('t1', [['P01', 'The fog came early. The lamp burned. Nobody slept.']]);
const fog = quoteWords(transcript, 'The fog came early.');
const lamp = quoteWords(transcript, 'The lamp burned.');
const themes = [
  buildTheme('weather'),
  buildTheme('light'),
  buildTheme('night'),
  buildTheme('fear', { dimension: 'voice' }),
];

function keep(
  quotes: readonly (typeof fog)[],
  decisions: readonly Decision[],
  more: Partial<Parameters<typeof buildStudy>[0]> = {},
): StudyState {
  return {
    study: buildStudy({ transcripts: [transcript], themes, quotes, ...more }),
    anchorings: quotes.map((quote) => ({ state: 'in-place', quote })),
    lastWords: decisions,
  };
}

const reject = (decision: Decision): Decision => ({ ...decision, applies: false });

describe('compareStudies', () => {
  it('tells quotes that came, went, changed and were lost', () => {
    const before = keep([fog, lamp], []);
    const night = quoteWords(transcript, 'Nobody slept.');
    const worded = { ...lamp, wording: 'The lamp burned […].' };
    const { quotes } = compareStudies(before, keep([worded, night], []));
    expect(quotes).toEqual({ added: [night.id], removed: [fog.id], moved: [], changed: [lamp.id], lost: [] });
    const lost: StudyState = {
      ...before,
      anchorings: [
        { state: 'in-place', quote: fog },
        { state: 'lost', was: lamp, reason: 'gone' },
      ],
    };
    expect(compareStudies(before, lost).quotes).toMatchObject({ removed: [], lost: [lamp.id] });
  });

  it('tells a quote that a coder moved from one theme to another', () => {
    const before = keep([fog], [accept(fog, 'weather')]);
    const after = keep([fog], [reject(accept(fog, 'weather')), accept(fog, 'light')]);
    const { quotes, decisions } = compareStudies(before, after);
    expect(quotes.moved).toEqual([{ coder: 'ana', quote: fog.id, from: ['weather'], to: ['light'] }]);
    expect(decisions).toEqual([
      { coder: 'ana', quote: fog.id, theme: 'light', from: null, to: true },
      { coder: 'ana', quote: fog.id, theme: 'weather', from: true, to: false },
    ]);
  });

  it('takes neither another coder’s decision nor another dimension’s for a move', () => {
    const before = keep([fog], [accept(fog, 'weather')]);
    const bens = { ...accept(fog, 'light'), coder: 'ben' };
    expect(compareStudies(before, keep([fog], [bens])).quotes.moved).toEqual([]);
    expect(compareStudies(before, keep([fog], [accept(fog, 'fear')])).quotes.moved).toEqual([]);
  });

  it('tells which fields of a theme are others, and which transcripts', () => {
    const before = keep([], []);
    const renamed = [buildTheme('weather', { label: 'Sky', keywords: ['fog'] }), buildTheme('tide')];
    const corrected = buildTranscript('t1', [['P01', 'The fog came late.']]);
    const after = keep([], [], { themes: renamed, transcripts: [corrected, { ...transcript, id: 't2' }] });
    const found = compareStudies(before, after);
    expect(found.themes).toEqual({
      added: ['tide'],
      removed: ['fear', 'light', 'night'],
      changed: [{ theme: 'weather', fields: ['label', 'keywords'] }],
    });
    expect(found.transcripts).toEqual({ added: ['t2'], removed: [], changed: ['t1'] });
  });

  const someDecisions = fc.uniqueArray(
    fc.record({
      quoteId: fc.constantFrom(fog.id, lamp.id, '__proto__'),
      themeId: fc.constantFrom('weather', 'light', 'fear', 'unheard-of'),
      coder: fc.constantFrom('ana', 'ben', 'constructor'),
      applies: fc.boolean(),
      decidedAt: fc.constant(''),
    }),
    { selector: ({ quoteId, themeId, coder }) => `${quoteId} ${themeId} ${coder}`, maxLength: 12 },
  );

  it('finds nothing between a state and itself, in whatever order it was read', () => {
    fc.assert(
      fc.property(someDecisions, (decisions) => {
        const state = keep([fog, lamp], decisions);
        const turned = keep([lamp, fog], decisions.toReversed());
        expect(isUnchanged(compareStudies(state, turned))).toBe(true);
      }),
    );
  });

  it('gives the changes that lead from the one to the other, and backwards the same turned round', () => {
    fc.assert(
      fc.property(someDecisions, someDecisions, (was, is) => {
        const forth = compareStudies(keep([fog], was), keep([fog], is));
        const back = compareStudies(keep([fog], is), keep([fog], was));
        expect(back.decisions).toEqual(
          forth.decisions.map(({ from, to, ...change }) => ({ ...change, from: to, to: from })),
        );
        expect(back.quotes.moved).toEqual(
          forth.quotes.moved.map(({ from, to, ...move }) => ({ ...move, from: to, to: from })),
        );
        expect(isUnchanged(forth)).toBe(forth.decisions.length === 0);
        const keyOf = (one: { coder: string; quote: string; theme: string }) =>
          `${one.coder} ${one.quote} ${one.theme}`;
        const said = new Map(
          was.map((one) => [keyOf({ ...one, quote: one.quoteId, theme: one.themeId }), one.applies]),
        );
        for (const change of forth.decisions) {
          if (change.to === null) said.delete(keyOf(change));
          else said.set(keyOf(change), change.to);
        }
        expect(said).toEqual(
          new Map(
            [...said.keys()].map((key) => [
              key,
              is.find((one) => keyOf({ ...one, quote: one.quoteId, theme: one.themeId }) === key)?.applies,
            ]),
          ),
        );
        expect(said.size).toBe(is.length);
      }),
    );
  });
});
