import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languageSchema } from '../../src/model/settings.js';
import { splitsPair } from '../../src/text/cut-surroundings.js';
import { SENTENCE_WORDS } from '../../src/text/sentences/sentence-words.js';
import { splitSentences } from '../../src/text/split-sentences.js';
import { findWords, foldWord } from '../../src/text/tokenise.js';

const cut = (text: string, language: 'en' | 'de' | 'fr' | 'ru' = 'en') =>
  splitSentences(text, language).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  it.each([
    ['abbreviations', 'Dr. Li said e.g. this. It helped.', ['Dr. Li said e.g. this.', 'It helped.']],
    [
      'initials, but not the English I',
      'J. R. Hill left. So did I. Then we ate.',
      ['J. R. Hill left.', 'So did I.', 'Then we ate.'],
    ],
    [
      'numbers',
      'It was 3.5 km. No. 7 was mine. No. Never.',
      ['It was 3.5 km.', 'No. 7 was mine.', 'No.', 'Never.'],
    ],
    ['a numbered item', '1. Read it. 2. Sign it.', ['1. Read it.', '2. Sign it.']],
    [
      'a pause',
      'I mean ... I was late. And then… nothing.',
      ['I mean ... I was late.', 'And then… nothing.'],
    ],
    ['a pause before a new start', 'I was there... The bus left.', ['I was there...', 'The bus left.']],
    [
      'what somebody said',
      '“What?” she said. He said “Go.” Then he left.',
      ['“What?” she said.', 'He said “Go.”', 'Then he left.'],
    ],
    [
      'tag questions',
      'That was hard. Right? It was, you know? Yes.',
      ['That was hard. Right?', 'It was, you know?', 'Yes.'],
    ],
    [
      'notes of the transcriber',
      'I did ask. [laughs] No. (pause) Well.',
      ['I did ask. [laughs]', 'No. (pause)', 'Well.'],
    ],
    ['addresses', 'See http://a.b?c=1 and node.js. Done.', ['See http://a.b?c=1 and node.js.', 'Done.']],
    [
      'text without capitals',
      'i went home. then i slept, approx. nine hours.',
      ['i went home.', 'then i slept, approx. nine hours.'],
    ],
    ['paragraphs', 'no stop here\nnor here\n\n  end', ['no stop here', 'nor here', 'end']],
    [
      'other scripts',
      '灯台は遠い。霧だ！हाँ। ठीक। هل تسمع؟ نعم',
      ['灯台は遠い。', '霧だ！', 'हाँ।', 'ठीक।', 'هل تسمع؟', 'نعم'],
    ],
    ['nothing but signs', ' … ?! "" ', []],
  ])('survive %s', (_what, text, expected) => {
    expect(cut(text)).toEqual(expected);
  });

  it('survive German ordinals and abbreviations', () => {
    expect(cut('Am 3. März war es z.B. so. Das kam 2019. Ja, oder?', 'de')).toEqual([
      'Am 3. März war es z.B. so.',
      'Das kam 2019.',
      'Ja, oder?',
    ]);
  });

  it('cut a run of more than 45 words where a new thought begins, and leave 45 alone', () => {
    const clause = 'we walked along the harbour in the fog and looked for the lamp';
    const run = [clause, clause, clause, clause].join(', but ');
    const pieces = cut(run);
    expect(pieces.length).toBeGreaterThan(1);
    for (const piece of pieces) expect(findWords(piece).length).toBeLessThanOrEqual(45);
    for (const piece of pieces.slice(1)) expect(piece).toMatch(/^but we /);
    for (const piece of pieces) expect(piece).not.toMatch(/,$/);
    const short = Array.from({ length: 22 }, () => 'and so').join(' ');
    expect(cut(`${short} on`)).toHaveLength(1);
  });

  it('leave a long run whole that has neither joints nor pauses', () => {
    expect(cut(Array.from({ length: 100 }, () => 'lamp').join(' '))).toHaveLength(1);
  });

  it('are in order, apart, and hold every letter and digit, in every language', () => {
    const parts = fc.constantFrom(
      ...' .!?…\n\t"”)]([,1aBé',
      'Dr',
      'and',
      '😀',
      '𝔸',
      '。',
      'e\u0301',
      'I',
      '\ud800',
      'right?',
      ' - ',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(parts, { maxLength: 200 }).map((list) => list.join('')),
    );
    fc.assert(
      fc.property(text, fc.constantFrom(...languageSchema.values), (words, language) => {
        const spans = splitSentences(words, language);
        let last = 0;
        let outside = '';
        for (const { start, end } of spans) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(words.slice(start, end)).toBe(words.slice(start, end).trim());
          expect(splitsPair(words, start) || splitsPair(words, end)).toBe(false);
          outside += words.slice(last, start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(words.length);
        expect(outside + words.slice(last)).not.toMatch(/[\p{L}\p{N}]/u);
      }),
    );
  });

  it.each(['a. b ', '. ', '[x] ', '"', ' ', 'x\n', '? ', 'and so ', 'I ... ', '(', '1.'])(
    'end soon on %j, 200,000 times',
    (unit) => {
      expect(splitSentences(unit.repeat(200_000), 'en').length).toBeLessThanOrEqual(200_001);
    },
  );

  it.each(Object.entries(SENTENCE_WORDS))(
    'have words of %s that are folded',
    (_language, { abbreviations, joints, tags }) => {
      for (const word of [...abbreviations, ...joints, ...tags]) expect(foldWord(word)).toBe(word);
    },
  );
});
