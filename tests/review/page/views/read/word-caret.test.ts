import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Caret,
  listWords,
  moveCaret,
  placeCaret,
  type Step,
  spanOfCaret,
} from '../../../../../src/review/page/views/read/word-caret.js';

function makePage(turns: readonly string[]) {
  let at = 0;
  const utterances = turns.map((turn) => {
    const span = { start: at, end: at + turn.length };
    at += turn.length + 1;
    return { span };
  });
  return { text: turns.join('\n'), utterances };
}

const page = makePage([
  'What changed?',
  'Everything and nothing. I sat still. “Why?” they said.',
  '',
  'I see.',
]);
const wordsOf = (caret: Caret | undefined): string => {
  if (caret === undefined) return '';
  const { start, end } = spanOfCaret(caret);
  return page.text.slice(start, end);
};
const walk = (from: Caret | undefined, steps: readonly Step[], extend = false): Caret | undefined =>
  steps.reduce<Caret | undefined>((caret, step) => caret && moveCaret(page, caret, { step, extend }), from);

describe('the word caret', () => {
  const start = placeCaret(page, 0);

  it('begins on the word at a place, or the next one', () => {
    expect(wordsOf(placeCaret(page, 6))).toBe('changed?');
    expect(wordsOf(placeCaret(page, page.text.indexOf('\n')))).toBe('Everything');
    expect(placeCaret(page, page.text.length)).toBeUndefined();
    expect(placeCaret(makePage(['', '']), 0)).toBeUndefined();
  });

  it('goes word by word over the end of an utterance and back', () => {
    const third = walk(start, ['next-word', 'next-word']);
    expect(wordsOf(third)).toBe('Everything');
    expect(wordsOf(walk(third, ['previous-word']))).toBe('changed?');
  });

  it('goes from utterance to utterance past empty ones', () => {
    const second = walk(start, ['next-utterance']);
    expect(wordsOf(second)).toBe('Everything');
    const last = walk(second, ['next-utterance']);
    expect(wordsOf(last)).toBe('I');
    expect(wordsOf(walk(last, ['previous-utterance']))).toBe('Everything');
  });

  it('goes from sentence to sentence, a closing quotation mark and all', () => {
    const second = walk(start, ['next-utterance', 'next-sentence']);
    expect(wordsOf(second)).toBe('I');
    expect(wordsOf(walk(second, ['next-sentence', 'next-sentence']))).toBe('they');
    expect(wordsOf(walk(second, ['next-sentence', 'previous-sentence']))).toBe('I');
  });

  it('draws a selection out word by word and takes it in again', () => {
    const drawn = walk(start, ['next-word'], true);
    expect(wordsOf(drawn)).toBe('What changed?');
    expect(wordsOf(walk(drawn, ['previous-word'], true))).toBe('What');
  });

  it('draws a selection out by whole sentences', () => {
    const first = walk(walk(start, ['next-utterance']), ['next-sentence'], true);
    expect(wordsOf(first)).toBe('Everything and nothing.');
    expect(wordsOf(walk(first, ['next-sentence'], true))).toBe('Everything and nothing. I sat still.');
  });

  it('selects backwards', () => {
    const sat = placeCaret(page, page.text.indexOf('still'));
    expect(wordsOf(walk(sat, ['previous-word', 'previous-word'], true))).toBe('I sat still.');
  });

  it('stays at the ends', () => {
    expect(walk(start, ['previous-word', 'previous-utterance', 'previous-sentence'])).toEqual(start);
    const end = placeCaret(page, page.text.length - 2);
    expect(walk(end, ['next-word', 'next-sentence', 'next-utterance'])).toEqual(end);
  });

  it('takes words of a script without spaces one by one', () => {
    const text = '私は学生です';
    expect(listWords(text, { start: 0, end: text.length }).length).toBeGreaterThan(1);
  });

  it('holds whole words, whatever the text and wherever it goes', () => {
    const steps = fc.array(
      fc.record({
        step: fc.constantFrom<Step>(
          'next-word',
          'previous-word',
          'next-sentence',
          'previous-sentence',
          'next-utterance',
          'previous-utterance',
          'utterance-start',
          'utterance-end',
        ),
        extend: fc.boolean(),
      }),
      { maxLength: 15 },
    );
    const turns = fc.array(fc.string({ unit: fc.constantFrom('a', 'b.', ' ', 'é', '😀', '?”', '  ') }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(turns, steps, (list, moves) => {
        const any = makePage(list);
        let caret = placeCaret(any, 0);
        if (caret === undefined) return;
        for (const each of moves) caret = moveCaret(any, caret, each);
        const { start, end } = spanOfCaret(caret);
        expect(end).toBeGreaterThan(start);
        expect(any.text.slice(start, end)).not.toMatch(/^\s|\s$/u);
        expect(`${any.text.slice(0, start).at(-1) ?? ' '}${any.text[end] ?? ' '}`).toMatch(/^\s\s$/u);
      }),
    );
  });
});
