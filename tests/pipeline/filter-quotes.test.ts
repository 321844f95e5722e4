import { describe, expect, it } from 'vitest';
import { ToolkitError } from '../../src/errors.js';
import { filterQuotes, type QuoteFilter } from '../../src/pipeline/filter-quotes.js';
import { selectPublishable } from '../../src/pipeline/select-publishable.js';
import { settleTaggings } from '../../src/pipeline/settle-taggings.js';
import { accept, buildParticipant, buildStudy, buildTheme } from './build-study.js';
import { buildTranscript, quoteWords } from './build-transcript.js';

const transcript = buildTranscript('call', [
  ['P01', 'I feared the storms. The nights were long.'],
  ['P02', 'Storms never frightened me.'],
  ['P03', 'The storm took the roof.'],
]);
const quotes = {
  feared: quoteWords(transcript, 'I feared the storms.'),
  nights: quoteWords(transcript, 'The nights were long.'),
  never: quoteWords(transcript, 'Storms never frightened me.'),
  roof: quoteWords(transcript, 'The storm took the roof.'),
};
const decisions = [
  accept(quotes.feared, 'weather'),
  accept(quotes.feared, 'fear'),
  accept(quotes.roof, 'storm'),
  accept(quotes.nights, 'weathering'),
  { ...accept(quotes.never, 'storm'), applies: false },
];
const study = buildStudy({
  transcripts: [transcript],
  participants: [
    buildParticipant('P01', ['publication'], { role: 'Keeper' }),
    buildParticipant('P02', ['publication'], { role: 'cook' }),
    buildParticipant('P03', ['research'], { role: 'keeper' }),
  ],
  themes: [
    buildTheme('weather'),
    buildTheme('storm', { parentId: 'weather' }),
    buildTheme('weathering'),
    buildTheme('fear', { dimension: 'voice' }),
  ],
  quotes: Object.values(quotes),
  decisions,
});

function filter(where: QuoteFilter) {
  const selection = selectPublishable({ study, scope: 'publication', today: '2026-05-04' });
  const found = filterQuotes({ study, taggings: settleTaggings(decisions, []), selection, where });
  const names = new Map(Object.entries(quotes).map(([name, { id }]) => [id, name]));
  return {
    quotes: found.quotes.map(({ id }) => names.get(id)),
    leftOut: found.leftOut.map(({ quoteId }) => names.get(quoteId)),
  };
}

describe('filterQuotes', () => {
  it('lets everything through that may be published, and names what may not', () => {
    expect(filter({})).toEqual({ quotes: ['feared', 'nights', 'never'], leftOut: ['roof'] });
  });

  it('takes what was accepted for a theme or one under it, by parent and not by name', () => {
    expect(filter({ theme: 'weather' })).toEqual({ quotes: ['feared'], leftOut: ['roof'] });
    expect(filter({ theme: 'storm' })).toEqual({ quotes: [], leftOut: ['roof'] });
  });

  it('takes what was accepted for a voice', () => {
    expect(filter({ voice: 'fear' })).toEqual({ quotes: ['feared'], leftOut: [] });
  });

  it('finds words in any of their forms, all of them', () => {
    expect(filter({ words: 'STORM' })).toEqual({ quotes: ['feared', 'never'], leftOut: ['roof'] });
    expect(filter({ words: 'storm never' }).quotes).toEqual(['never']);
    expect(filter({ words: 'submarine' })).toEqual({ quotes: [], leftOut: [] });
    expect(filter({ words: '!' })).toEqual({ quotes: [], leftOut: [] });
  });

  it('takes what is said by whom', () => {
    expect(filter({ participant: 'P02' })).toEqual({ quotes: ['never'], leftOut: [] });
    expect(filter({ attributes: { role: 'keeper' } })).toEqual({
      quotes: ['feared', 'nights'],
      leftOut: ['roof'],
    });
  });

  it('asks that all conditions hold', () => {
    expect(filter({ attributes: { role: 'keeper' }, words: 'storms', theme: 'weather' }).quotes).toEqual([
      'feared',
    ]);
    expect(filter({ attributes: { role: 'cook' }, theme: 'weather' }).quotes).toEqual([]);
  });

  it.each<[QuoteFilter, string, string]>([
    [{ theme: 'whether' }, 'unknown-theme', 'Did you mean "weather"?'],
    [{ voice: 'weather' }, 'unknown-voice', 'There are: fear.'],
    [{ participant: 'Dana' }, 'unknown-participant', 'There are: P01, P02, P03.'],
    [{ attributes: { roles: 'cook' } }, 'unknown-attribute', 'Did you mean "role"?'],
    [{ attributes: { constructor: 'x' } }, 'unknown-attribute', 'There are: role.'],
  ])('refuses %j, which the study lacks', (where, code, hint) => {
    expect(() => filter(where)).toThrow(expect.objectContaining({ code, hint }));
    expect(() => filter(where)).toThrow(ToolkitError);
  });
});
