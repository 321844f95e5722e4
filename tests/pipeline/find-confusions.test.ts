import { describe, expect, it } from 'vitest';
import type { Decision } from '../../src/model/decision.js';
import type { Participant } from '../../src/model/participant.js';
import type { Quote } from '../../src/model/quote.js';
import type { Approach } from '../../src/model/settings.js';
import { settingsSchema } from '../../src/model/settings.js';
import { compareCoders } from '../../src/pipeline/compare-coders.js';
import { findConfusions } from '../../src/pipeline/find-confusions.js';
import { buildTheme } from './build-study.js';
import { buildTranscript } from './build-transcript.js';

const words = 'The lamp turned all night. Nobody slept.';
const transcripts = ['P01', 'P02', 'P03'].map((id) => buildTranscript(id, [[id, words]]));
const participants: readonly Participant[] = ['P01', 'P02', 'P03'].map((id) => ({
  id,
  attributes: {},
  consent: { known: true, scopes: ['research'], ...(id === 'P03' ? { withdrawn: '2026-05-01' } : {}) },
}));
const themes = [
  buildTheme('tide'),
  buildTheme('spring-tide', { parentId: 'tide' }),
  buildTheme('storm'),
  buildTheme('fear', { dimension: 'voice' }),
];
const makeQuote = (id: string, transcriptId = 'P01', start = 0): Quote => ({
  id,
  transcriptId,
  span: { start, end: start + 8 },
  exact: words.slice(start, start + 8),
  prefix: '',
  suffix: '',
});

type Given = readonly [coder: string, quoteId: string, themeId: string, applies?: boolean];

function build(given: readonly Given[], quotes: readonly Quote[], approach: Approach = 'codebook') {
  const decisions = given.map(
    ([coder, quoteId, themeId, applies = true]): Decision => ({
      coder,
      quoteId,
      themeId,
      applies,
      decidedAt: '2026-04-02T09:14:20Z',
    }),
  );
  const study = {
    settings: settingsSchema.parse({ name: 'Lighthouses', approach }),
    participants,
    transcripts,
    taxonomy: { dimensions: [], themes },
    quotes,
    decisions,
    memos: [],
  };
  return { study, today: '2026-06-01' };
}

const quotes = ['q1', 'q2', 'q3'].map((id) => makeQuote(id));

describe('findConfusions', () => {
  it('pairs the themes that two coders gave alone to the same quote, those with most quotes first', () => {
    const request = build(
      [
        ['ana', 'q1', 'tide'],
        ['ben', 'q1', 'storm'],
        ['ana', 'q2', 'storm'],
        ['ben', 'q2', 'tide'],
        ['ana', 'q3', 'fear'],
        ['ben', 'q3', 'fear', false],
      ],
      quotes,
    );
    const { pairs, disagreements } = findConfusions(request);
    expect(pairs).toEqual([{ themes: ['tide', 'storm'], quoteIds: ['q1', 'q2'] }]);
    expect(Object.fromEntries(disagreements)).toEqual({
      tide: ['q1', 'q2'],
      storm: ['q1', 'q2'],
      fear: ['q3'],
    });
  });

  it('takes no pair where one coder gave both themes, or gave one theme more', () => {
    const request = build(
      [
        ['ana', 'q1', 'tide'],
        ['ana', 'q1', 'storm'],
        ['ben', 'q1', 'storm'],
      ],
      quotes,
    );
    expect(findConfusions(request).pairs).toEqual([]);
    expect([...findConfusions(request).disagreements.keys()]).toEqual(['tide']);
  });

  it('names a child and not its parent as well, and never a child with its parent', () => {
    const request = build(
      [
        ['ana', 'q1', 'spring-tide'],
        ['ben', 'q1', 'storm'],
        ['ana', 'q2', 'spring-tide'],
        ['ben', 'q2', 'tide'],
      ],
      quotes,
    );
    expect(findConfusions(request).pairs).toEqual([{ themes: ['spring-tide', 'storm'], quoteIds: ['q1'] }]);
  });

  it('looks at no quote of who withdrew or gave no consent for research', () => {
    const request = build(
      [
        ['ana', 'q4', 'tide'],
        ['ben', 'q4', 'storm'],
      ],
      [...quotes, makeQuote('q4', 'P03')],
    );
    expect(findConfusions(request)).toEqual({ pairs: [], disagreements: new Map() });
  });
});

describe('compareCoders', () => {
  it('compares by quote where coders judged the same quotes', () => {
    const compared = compareCoders(
      build(
        [
          ['ana', 'q1', 'tide'],
          ['ben', 'q1', 'storm'],
        ],
        quotes,
      ),
    );
    expect(compared.byQuote.basis).toEqual({ compared: 1, of: 3 });
    expect(compared.byCharacter).toBeUndefined();
  });

  it('compares by character where coders marked passages of their own in the same transcript', () => {
    const own = [makeQuote('q1'), makeQuote('q2', 'P01', 4), makeQuote('q3', 'P02')];
    const compared = compareCoders(
      build(
        [
          ['ana', 'q1', 'tide'],
          ['ben', 'q2', 'tide'],
          ['ben', 'q3', 'tide'],
        ],
        own,
      ),
    );
    expect(compared.byQuote.basis.compared).toBe(0);
    expect(compared.byCharacter?.basis).toEqual({ compared: 1, of: 3 });
  });

  it('counts no quote of who withdrew, no coder of these alone, and says so', () => {
    const request = build(
      [
        ['ana', 'q1', 'tide'],
        ['ben', 'q1', 'storm'],
        ['cem', 'q4', 'tide'],
      ],
      [...quotes, makeQuote('q4', 'P03')],
    );
    const { byQuote } = compareCoders(request);
    expect(byQuote.coders).toEqual(['ana', 'ben']);
    expect(byQuote.basis).toEqual({ compared: 1, of: 3 });
    expect(byQuote.notices.map(({ message }) => message).join()).toMatch(/1 quote is left out.*withdrew/);
  });
});
