import { describe, expect, it } from 'vitest';
import type { Study } from '../../../src/model/study.js';
import { makeQuote } from '../../../src/pipeline/make-quote.js';
import { pullQuotes } from '../../../src/pipeline/pull-quotes.js';
import { accept, buildParticipant, buildStudy, buildTheme } from '../build-study.js';
import { buildTranscript } from '../build-transcript.js';

const today = '2026-11-22';
const said = [
  'The calendar is always full of meetings.',
  'My calendar fills with meetings of others.',
  'Nobody taught me how the lamp works.',
  'I walk home along the harbour at night.',
];
const transcripts = said.map((words, at) => buildTranscript(`call-${at}`, [[`P0${at}`, words]]));
const quotes = transcripts.map((transcript) =>
  makeQuote({ transcript, span: { start: 0, end: transcript.text.length }, occurrence: 0 }),
);
const ids = quotes.map(({ id }) => id);

/** A study in which every quote is of one theme, chosen for the report or not, and in an order or none. */
function pull(order: readonly number[], important: readonly number[], limit = 4): readonly number[] {
  const study: Study = buildStudy({
    participants: said.map((_, at) => buildParticipant(`P0${at}`, ['research', 'publication'])),
    transcripts,
    themes: [buildTheme('work')],
    quotes: quotes.map((quote, at) => (important.includes(at) ? { ...quote, important: true } : quote)),
    decisions: quotes.map((quote) => accept(quote, 'work')),
    boards: [{ themeId: 'work', quoteIds: order.map((at) => ids[at] ?? '') }],
  });
  const pulled = pullQuotes(study, {
    ...{ where: { theme: 'work' }, scope: 'publication' as const, today, limit, maxPerParticipant: 1 },
    decided: { begun: false, decisions: [] },
  });
  return pulled.quotes.map(({ quote }) => ids.indexOf(quote.id));
}

describe('quotes that are pulled of a theme with a board', () => {
  it('come in its order where they were chosen for the report', () => {
    expect(pull([3, 1, 0, 2], [0, 1, 2, 3])).toEqual([3, 1, 0, 2]);
    expect(pull([2, 0, 3, 1], [0, 1, 2, 3])).toEqual([2, 0, 3, 1]);
  });

  it('begin with the chosen ones, those in order first', () => {
    expect(pull([2], [0, 2]).slice(0, 2)).toEqual([2, 0]);
    expect(pull([3, 2], [3, 2], 2)).toEqual([3, 2]);
  });

  it('are taken from what the board has now: an id that is gone is passed over', () => {
    expect(pull([9, 1, 0], [0, 1], 2)).toEqual([1, 0]);
  });
});
