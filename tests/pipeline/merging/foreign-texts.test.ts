import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExchangedStudy } from '../../../src/exchanges/exchange.js';
import { mergeExchanged } from '../../../src/pipeline/merge-exchanged.js';
import { buildStudy } from '../build-study.js';

const at = '2026-11-22T15:00:00Z';
const study = buildStudy({});
const ground = {
  study,
  listed: undefined,
  known: { quoteIds: new Set<string>(), lastWords: [] },
  memos: new Map<string, string>(),
  files: [],
  at,
};
const nothing: ExchangedStudy = {
  name: '',
  origin: '',
  themes: [],
  texts: [],
  passages: [],
  participants: [],
  coders: [],
  memos: [],
};

/** What becomes of passages of one text of another tool. */
function place(text: string, spans: readonly { readonly start: number; readonly end: number }[]) {
  const passages = spans.map((span, index) => ({ key: String(index), text: 't', ...span, decisions: [] }));
  return mergeExchanged({ ...nothing, texts: [{ key: 't', name: 'Talk.docx', text }], passages }, ground);
}

const squash = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();

const word = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('never', 'know', 'whether', 'good', 'enough.', 'said') },
  fc.constantFrom(
    'cafe\u0301',
    'A\u030angstro\u0308m',
    '😀',
    '👩‍👧',
    '==',
    'שלום',
    '“so”',
    '\u00a0x',
    'naïve',
  ),
);
/** Speech as other tools hold it: lines broken anywhere, spaces doubled. */
const words = fc
  .array(fc.tuple(word, fc.constantFrom(' ', ' ', '  ', '\n', ' \n')), { minLength: 2, maxLength: 25 })
  .map((parts) =>
    parts
      .map(([one, space]) => one + space)
      .join('')
      .trim(),
  );
const turn = fc.tuple(fc.constantFrom('Interviewer', 'P01', 'Dana Reyes', 'Speaker 1'), words);

describe('a text of another tool', () => {
  it('gives every passage within a turn its own words, however lines are broken and accents composed', () => {
    const talk = fc.array(turn, { minLength: 3, maxLength: 8 });
    const cut = fc.tuple(fc.nat(7), fc.nat(200), fc.integer({ min: 1, max: 80 }));
    fc.assert(
      fc.property(talk, fc.array(cut, { minLength: 1, maxLength: 6 }), (turns, cuts) => {
        let text = '';
        const starts = turns.map(([label, said]) => {
          text += `${text === '' ? '' : '\n\n'}${label}:   `;
          text += said;
          return text.length - said.length;
        });
        const spans = cuts.flatMap(([index, from, length]) => {
          const said = turns[index % turns.length]?.[1] ?? '';
          const points = [...said];
          const before = points.slice(0, from % points.length).join('').length;
          const inside = points.slice(from % points.length, (from % points.length) + length).join('');
          const start = (starts[index % turns.length] ?? 0) + before;
          return /^[\s\p{M}]|^$/u.test(inside) || /^\p{M}/u.test(text.slice(start + inside.length))
            ? []
            : [{ start, end: start + inside.length }];
        });
        const plan = place(text, spans);
        const expected = new Set(spans.map(({ start, end }) => squash(text.slice(start, end))));
        expect(new Set(plan.quotes.map(({ exact }) => squash(exact)))).toEqual(expected);
        expect(plan.losses).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('gives a passage over several turns all of their words, without the labels between', () => {
    const text = 'Interviewer: And the pay?\n\n[00:01] P01: Not enough.\n\nP01: And nobody asks.\n';
    const plan = place(text, [{ start: 17, end: text.length }]);
    expect(plan.quotes.map(({ exact }) => exact)).toEqual(['the pay?\nNot enough.\nAnd nobody asks.']);
  });

  it('leaves a passage that holds no speech, and counts it', () => {
    const text = 'Title: Nights\nDate: 2026-01-02\n\nP01: Not enough.\n\nP01: No.\n';
    const plan = place(text, [
      { start: 7, end: 13 },
      { start: text.indexOf('P01'), end: text.indexOf('Not') },
      { start: text.indexOf('Not'), end: text.indexOf('Not') },
    ]);
    expect(plan.quotes).toEqual([]);
    expect(plan.losses).toMatchObject([{ element: 'passage without speech', count: 3 }]);
  });

  it('two passages of the same place are one quote, with what is said of either', () => {
    const plan = place('P01: Not enough.\n\nP01: No.\n', [
      { start: 5, end: 16 },
      { start: 4, end: 17 },
    ]);
    expect(plan.quotes.map(({ exact }) => exact)).toEqual(['Not enough.']);
  });

  it('texts of one name, and names that differ in case only, become transcripts of their own', () => {
    const texts = ['Talk', 'talk', 'Talk.docx'].map((name, index) => ({
      key: String(index),
      name,
      text: 'P01: One.\n\nP01: Two.\n',
    }));
    const plan = mergeExchanged({ ...nothing, texts }, ground);
    expect(plan.transcripts.map(({ file }) => file)).toEqual(['Talk.txt', 'talk-2.txt', 'Talk-3.txt']);
  });

  it('is left where another file has its name, and the others are taken', () => {
    const texts = ['Talk', 'Other'].map((name) => ({ key: name, name, text: 'P01: One.\n\nP01: Two.\n' }));
    const plan = mergeExchanged({ ...nothing, texts }, { ...ground, files: ['talk.TXT'] });
    expect(plan.transcripts.map(({ file }) => file)).toEqual(['Other.txt']);
    expect(plan.losses).toMatchObject([{ element: 'text', count: 1 }]);
  });
});
