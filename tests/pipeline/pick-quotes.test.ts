import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Quote } from '../../src/model/quote.js';
import { pickQuotes } from '../../src/pipeline/pick-quotes.js';
import type { PickRequest } from '../../src/pipeline/picking/open-choice.js';
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

type Limits = Partial<
  Pick<PickRequest, 'limit' | 'maxPerParticipant' | 'spread' | 'contradicting' | 'identifying'>
>;

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

const markImportant = (said: ReturnType<typeof buildQuotes>, ...ids: readonly string[]) => ({
  ...said,
  quotes: said.quotes.map((quote) => (ids.includes(quote.id) ? { ...quote, important: true } : quote)),
});

describe('a quote that is important', () => {
  it('is taken beside another of the same participant, where others would be too many', () => {
    const said = buildQuotes(['P01', calendar], ['P01', lamp], ['P02', meetings]);
    expect(idsOf(pick(markImportant(said, 'q_0', 'q_1'))).toSorted()).toEqual(['q_0', 'q_1', 'q_2']);
    expect(idsOf(pick(said))).toHaveLength(2);
  });
});

describe('a quote that speaks against the theme', () => {
  const said = buildQuotes(
    ['P01', calendar],
    ['P02', meetings],
    ['P03', lamp],
    ['P04', 'I have never been in a meeting that I did not want to be in myself'],
  );

  it('comes second, with who marked it, where two or more are asked for', () => {
    const contradicting = new Map([['q_3', ['ana', 'ben']]]);
    const { quotes } = pick(said, { limit: 2, contradicting });
    expect(quotes[1]).toMatchObject({
      quote: { id: 'q_3' },
      reason:
        'speaks against the theme (marked by ana, ben); adds what the first does not say; another participant',
      contradicts: true,
    });
    expect(quotes[0]).not.toHaveProperty('contradicts');
    expect(idsOf(pick(said, { limit: 1, contradicting }))).not.toContain('q_3');
  });

  it('is the best of several such, and never leads while another can', () => {
    const ids = ['q_0', 'q_1', 'q_2'];
    const contradicting = new Map(ids.map((id) => [id, ['ana']]));
    expect(idsOf(pick(said, { limit: 2, contradicting }))[0]).toBe('q_3');
    const every = new Map(said.quotes.map(({ id }) => [id, ['ana']]));
    expect(pick(said, { contradicting: every }).quotes).toHaveLength(3);
  });

  it('keeps its turn where its participant also says what the theme is about', () => {
    const two = buildQuotes(['P01', calendar], ['P01', lamp], ['P02', meetings]);
    const picked = pick(two, { contradicting: new Map([['q_1', ['ana']]]) });
    expect(idsOf(picked)).toEqual(['q_2', 'q_1']);
    const alone = buildQuotes(['P01', calendar], ['P01', lamp]);
    expect(idsOf(pick(alone, { contradicting: new Map([['q_1', ['ana']]]) }))).toEqual(['q_0', 'q_1']);
  });

  it('gives way to what is important, and counts once it is important itself', () => {
    const contradicting = new Map([['q_3', ['ana']]]);
    const marked = markImportant(said, 'q_0', 'q_1');
    expect(idsOf(pick(marked, { limit: 2, contradicting })).toSorted()).toEqual(['q_0', 'q_1']);
    expect(idsOf(pick(marked, { limit: 3, contradicting }))[2]).toBe('q_3');
  });

  it('is taken where it is short, since nothing else says it', () => {
    const short = buildQuotes(['P01', calendar], ['P02', meetings], ['P03', 'I like meetings.']);
    expect(idsOf(pick(short, { limit: 2, contradicting: new Map([['q_2', ['ana']]]) }))[1]).toBe('q_2');
  });
});

describe('a quote that may tell who somebody is', () => {
  const reason = 'may tell who somebody is (email address), and another quote need not';
  const identifying = new Map([['q_0', reason]]);

  it('is left out with the reason while there is another, and takes nobody’s turn', () => {
    const picked = pick(buildQuotes(['P01', calendar], ['P01', lamp]), { limit: 5, identifying });
    expect(idsOf(picked)).toEqual(['q_1']);
    expect(picked.leftOut).toEqual([{ quoteId: 'q_0', reason }]);
  });

  it('stays where it is important or nothing else is there, so that the gate can say so', () => {
    expect(idsOf(pick(buildQuotes(['P01', calendar]), { identifying }))).toEqual(['q_0']);
    const said = markImportant(buildQuotes(['P01', calendar], ['P02', lamp]), 'q_0');
    expect(idsOf(pick(said, { identifying }))).toEqual(['q_0', 'q_1']);
  });
});

describe('spreading quotes over an attribute', () => {
  const values = new Map([
    ['P01', 'lead'],
    ['P02', 'lead'],
    ['P03', 'lead'],
    ['P04', 'engineer'],
  ]);
  const spread = [{ attribute: 'role', values }];
  const said = buildQuotes(
    ['P01', calendar],
    ['P02', meetings],
    ['P03', lamp],
    ['P04', 'Every week my calendar has meetings by night, and nobody taught me how it works'],
  );

  it('prefers a group that was not quoted yet, and says by what it differs and not which it is', () => {
    const { quotes } = pick(said, { limit: 2, spread });
    const groups = quotes.map(({ quote }) => values.get(said.participantOf.get(quote.id) ?? ''));
    expect(new Set(groups).size).toBe(2);
    expect(quotes[1]?.reason).toBe(
      'adds what the first does not say; another participant; a group not quoted above (role)',
    );
    expect(JSON.stringify(quotes)).not.toContain('engineer');
  });

  it('changes nothing where nothing is recorded', () => {
    expect(pick(said, { spread: [{ attribute: 'role', values: new Map() }] })).toEqual(pick(said));
  });
});

describe('what is picked', () => {
  const sentences = [calendar, meetings, lamp, 'Yes.', `and ${lamp.toLowerCase()}`, `${calendar} ${lamp}`];
  const oneQuote = fc.record({
    participant: fc.constantFrom('P01', 'P02', 'P03'),
    words: fc.constantFrom(...sentences),
    important: fc.boolean(),
    against: fc.boolean(),
    identifying: fc.boolean(),
  });

  it('holds every quote once, picked or left out, and an important one before any other', () => {
    fc.assert(
      fc.property(
        fc.array(oneQuote, { maxLength: 12 }),
        fc.nat(8),
        fc.integer({ min: 1, max: 3 }),
        (all, limit, most) => {
          const idsWhere = (test: (one: (typeof all)[number]) => boolean) =>
            all.flatMap((one, at) => (test(one) ? [`q_${at}`] : []));
          const said = markImportant(
            buildQuotes(...all.map(({ participant, words }) => [participant, words] as const)),
            ...idsWhere(({ important }) => important),
          );
          const picked = pick(said, {
            limit,
            maxPerParticipant: most,
            contradicting: new Map(idsWhere(({ against }) => against).map((id) => [id, ['ana']])),
            identifying: new Map(
              idsWhere(({ identifying }) => identifying).map((id) => [id, 'names somebody']),
            ),
          });
          const both = [...idsOf(picked), ...picked.leftOut.map(({ quoteId }) => quoteId)];
          expect(both.toSorted()).toEqual(said.quotes.map(({ id }) => id).toSorted());
          expect(picked.quotes.length).toBeLessThanOrEqual(limit);
          const marks = picked.quotes.map(({ quote }) => quote.important === true);
          expect(marks).toEqual(marks.toSorted((a, b) => Number(b) - Number(a)));
          const others = picked.quotes.filter(
            ({ quote, contradicts }) => quote.important !== true && contradicts === undefined,
          );
          const turns = ['P01', 'P02', 'P03'].map(
            (id) => others.filter(({ quote }) => said.participantOf.get(quote.id) === id).length,
          );
          expect(Math.max(...turns)).toBeLessThanOrEqual(most);
        },
      ),
    );
  });
});
