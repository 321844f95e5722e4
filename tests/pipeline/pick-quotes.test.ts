import { describe, expect, it } from 'vitest';
import type { Quote } from '../../src/model/quote.js';
import { pickQuotes } from '../../src/pipeline/pick-quotes.js';
import { countTexts } from '../../src/text/count-texts.js';

const calendar = 'The calendar is always full and other people fill my calendar with meetings';
const meetings = 'My calendar is full of meetings that other people put there every week';
const lamp = 'Nobody taught me how the lamp works so I learned it alone at night';

function buildQuotes(...said: readonly (readonly [participant: string, words: string])[]) {
  const quotes = said.map(
    ([, exact], at): Quote => ({
      id: `q_${at}`,
      transcriptId: 'call',
      span: { start: 0, end: exact.length },
      exact,
      prefix: '',
      suffix: '',
    }),
  );
  const participantOf = new Map(said.map(([participant], at) => [`q_${at}`, participant]));
  return { quotes, participantOf };
}

type Limits = { readonly limit?: number; readonly maxPerParticipant?: number };

function pick({ quotes, participantOf }: ReturnType<typeof buildQuotes>, limits: Limits = {}) {
  const counted = countTexts(
    quotes.map(({ exact }) => exact),
    'en',
  );
  return pickQuotes({
    quotes,
    rows: quotes,
    counted,
    participantOf,
    limit: 3,
    maxPerParticipant: 1,
    ...limits,
  });
}
const idsOf = ({ quotes }: ReturnType<typeof pick>) => quotes.map(({ quote }) => quote.id);

describe('pickQuotes', () => {
  it('begins with the most central quote and goes on with what adds most', () => {
    const picked = pick(buildQuotes(['P01', lamp], ['P02', calendar], ['P03', meetings]), { limit: 2 });
    expect(picked.quotes.map(({ reason }) => reason)).toEqual([
      'most central of 3',
      'adds what the first does not say; another participant',
    ]);
    expect(idsOf(picked).slice(1)).toEqual(['q_0']);
    expect(picked.leftOut).toEqual([{ quoteId: expect.any(String), reason: 'beyond the 2 asked for' }]);
  });

  it('gives every participant a turn before anybody has a second one', () => {
    const said = buildQuotes(['P01', lamp], ['P01', calendar], ['P02', meetings]);
    const picked = pick(said, { maxPerParticipant: 2 });
    expect(idsOf(picked).slice(0, 2)).toContain('q_2');
    expect(picked.quotes[2]?.reason).toBe('adds what the first 2 do not say; a participant quoted above');
  });

  it('does not go beyond what one participant may say', () => {
    const picked = pick(buildQuotes(['P01', lamp], ['P01', calendar], ['P02', meetings]));
    expect(picked.quotes).toHaveLength(2);
    expect(picked.leftOut.map(({ reason }) => reason)).toEqual(['beyond the 1 asked for of one participant']);
  });

  it('begins with quotes that are marked as important', () => {
    const { quotes, participantOf } = buildQuotes(
      ['P01', calendar],
      ['P02', meetings],
      ['P03', 'I was afraid.'],
    );
    const marked = quotes.map((quote) => (quote.id === 'q_2' ? { ...quote, important: true } : quote));
    const picked = pick({ quotes: marked, participantOf });
    expect(picked.quotes[0]).toMatchObject({
      quote: { id: 'q_2' },
      reason: 'marked as important; most central of 3',
    });
  });

  it('takes quotes that are too short or too long only where nothing else is left', () => {
    const long = `${lamp} ${calendar} ${meetings} `.repeat(2);
    const said = buildQuotes(['P01', 'A full calendar.'], ['P02', long], ['P03', meetings]);
    expect(idsOf(pick(said, { limit: 1 }))).toEqual(['q_2']);
    expect(pick(said, { limit: 1 }).leftOut.map(({ reason }) => reason)).toEqual([
      'too short to stand alone (3 words)',
      `too long to print (${long.trim().split(' ').length} words)`,
    ]);
    expect(idsOf(pick(said))).toHaveLength(3);
    expect(
      pick(said)
        .quotes.map(({ reason }) => reason)
        .join(),
    ).toContain('short (3 words), but nothing longer was left');
  });

  it('prefers a quote that stands alone to one that points back', () => {
    const leaning = `and ${calendar.toLowerCase()}`;
    expect(idsOf(pick(buildQuotes(['P01', leaning], ['P02', calendar]), { limit: 1 }))).toEqual(['q_1']);
  });

  it('does not take the same words twice', () => {
    const picked = pick(buildQuotes(['P01', calendar], ['P02', `${calendar}!`], ['P03', lamp]));
    expect(idsOf(picked)).toEqual(['q_0', 'q_2']);
    expect(picked.leftOut).toEqual([{ quoteId: 'q_1', reason: 'says the same as one that was taken' }]);
  });

  it('picks the same whatever the order of the quotes', () => {
    const { quotes, participantOf } = buildQuotes(
      ['P01', lamp],
      ['P02', calendar],
      ['P03', meetings],
      ['P04', calendar],
    );
    const picked = pick({ quotes, participantOf });
    expect(pick({ quotes: quotes.toReversed(), participantOf })).toEqual(picked);
  });

  it('accounts for every quote, once', () => {
    const said = buildQuotes(
      ['P01', lamp],
      ['P01', 'Yes.'],
      ['P02', '…'],
      ['P03', calendar],
      ['P03', meetings],
    );
    for (const limit of [0, 1, 2, 9]) {
      const picked = pick(said, { limit });
      const all = [...idsOf(picked), ...picked.leftOut.map(({ quoteId }) => quoteId)];
      expect(all.toSorted()).toEqual(said.quotes.map(({ id }) => id));
      expect(picked.quotes.length).toBeLessThanOrEqual(limit);
    }
  });

  it('says of a lone quote that it is the only one, and nothing of none', () => {
    expect(pick(buildQuotes(['P01', lamp])).quotes.map(({ reason }) => reason)).toEqual(['the only one']);
    expect(pick(buildQuotes())).toEqual({ quotes: [], leftOut: [] });
  });

  it('goes on by turns where hundreds are asked for, and never beyond what one participant may say', () => {
    const said = Array.from({ length: 300 }, (_, at): [string, string] => [
      `P${at % 70}`,
      `${lamp} and then number ${'abcdefghij'[at % 10]}${'klmnopqrst'[Math.floor(at / 10) % 10]} ${'uvwxyz'[at % 6]}${at}`,
    ]);
    const all = buildQuotes(...said);
    const participantOf = ({ quote }: { readonly quote: Quote }) => all.participantOf.get(quote.id);
    const picked = pick(all, { limit: 200, maxPerParticipant: 2 }).quotes;
    expect(picked[139]?.reason).toBe('not weighed against the 139 before it; a participant quoted above');
    expect(picked).toHaveLength(140);
    expect(new Set(picked.slice(0, 70).map(participantOf)).size).toBe(70);
    expect(new Set(picked.slice(70).map(participantOf)).size).toBe(70);
    expect(pick(all, { limit: 300, maxPerParticipant: 300 }).quotes).toHaveLength(300);
  });
});
