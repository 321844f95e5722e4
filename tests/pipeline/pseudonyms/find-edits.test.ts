import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyEdits,
  type EditOptions,
  findEdits,
  prepareReplacer,
  type Sought,
} from '../../../src/pipeline/pseudonyms/find-edits.js';
import { foldIdentifier } from '../../../src/pipeline/pseudonyms/split-runs.js';
import { wordsThatAreNames } from '../../../src/pipeline/pseudonyms/words-that-are-names.js';

const replace = (text: string, sought: readonly Sought[], options?: EditOptions) =>
  applyEdits(text, findEdits(text, prepareReplacer(sought), options));

const people: readonly Sought[] = [
  { text: 'Priya Okafor', replacement: '[Person 1]' },
  { text: 'Okafor', replacement: '[Person 1]' },
  { text: 'Neil', replacement: '[Person 2]' },
  { text: 'Will', replacement: '[Person 3]' },
  { text: 'Zoë', replacement: '[Person 4]' },
  { text: 'Priya Cola' },
  { text: 'Priya', replacement: '[Person 1]' },
  { text: '(555) 012-3456', replacement: '[Phone 1]' },
  { text: 'sam@lighthouse.example', replacement: '[Email 1]' },
  { text: 'Smith & Sons', replacement: '[Employer A]' },
  { text: '山田', replacement: '[Person 5]' },
];

describe('findEdits', () => {
  it.each([
    ['the longest string first', 'Priya Okafor and Priya', '[Person 1] and [Person 1]'],
    ['any case', 'PRIYA, okafor, pRiYa', '[Person 1], [Person 1], [Person 1]'],
    ['possessives', "Priya's and Priya’s and OKAFOR'S", "[Person 1]'s and [Person 1]’s and [Person 1]'S"],
    ['no piece of a word', 'Priyanka met Okafors and aNeil', 'Priyanka met Okafors and aNeil'],
    [
      'no piece of a name with an apostrophe',
      "O'Neil and O’Neil, but d'Okafor",
      "O'Neil and O’Neil, but d'[Person 1]",
    ],
    ['words before a hyphen', 'the Okafor-led team', 'the [Person 1]-led team'],
    [
      'an everyday word only with a capital',
      'will Will go? WILL will.',
      'will [Person 3] go? [Person 3] will.',
    ],
    ['an accent in either form', 'Zoë and Zoe\u0308 but not Zoe', '[Person 4] and [Person 4] but not Zoe'],
    ['soft hyphens within', 'Pri\u00ADya', '[Person 1]'],
    ['what is kept shields itself', 'a Priya Cola for Priya', 'a Priya Cola for [Person 1]'],
    ['brackets and dashes of numbers', 'call (555) 012–3456 now', 'call [Phone 1] now'],
    ['addresses whole', 'to Sam@Lighthouse.example.', 'to [Email 1].'],
    ['entities of captions', 'at Smith &amp; Sons', 'at [Employer A]'],
    ['scripts without spaces', '山田さんは', '[Person 5]さんは'],
    ['a name over two lines', 'I met Priya\nOkafor there', 'I met [Person 1]\n there'],
    ['two speakers below each other', 'ask Priya\n\nOkafor: no', 'ask [Person 1]\n\n[Person 1]: no'],
    ['a label below a name', 'ask Priya\nOkafor: no', 'ask [Person 1]\n[Person 1]: no'],
  ])('replaces %s', (_what, text, expected) => {
    expect(replace(text, people)).toBe(expected);
  });

  const labels = new Set(['priya okafor', 'priya'].map(foldIdentifier));
  it.each([
    ['Priya: I said Priya: yes', 'Person 1: I said [Person 1]: yes', {}],
    ['**Priya Okafor:** hello', '**Person 1:** hello', {}],
    ['[00:12] Priya Okafor: hello', '[00:12] Person 1: hello', {}],
    ['Priya Okafor  0:02\nhello Priya', 'Person 1  0:02\nhello [Person 1]', {}],
    ['<v Priya Okafor>Priya speaks', '<v Person 1>[Person 1] speaks', {}],
    ['<v.loud Priya>hm', '<v.loud Person 1>hm', {}],
    ['7,"Priya","to Priya, yes"', '7,"Person 1","to [Person 1], yes"', { isTable: true }],
  ])('gives a label its pseudonym without brackets: %s', (text, expected, options) => {
    expect(replace(text, people, { labels, ...options })).toBe(expected);
  });

  it('finds a string across captions only where the source is made of captions', () => {
    const text = 'by Priya\n\n            \n\nOkafor, yes';
    const sought = [{ text: 'Priya Okafor', replacement: '[Person 1]' }];
    expect(replace(text, sought)).toBe(text);
    expect(replace(text, sought, { crossesBlankLines: true })).toBe('by [Person 1]\n\n            \n\n, yes');
  });

  it('takes the first of two strings that fold to one', () => {
    const sought = [
      { text: 'Priya', replacement: '[A 1]' },
      { text: "PRIYA'S", replacement: '[B 1]' },
    ];
    expect(replace('priya', sought)).toBe('[A 1]');
  });

  it('takes time linear in the text, for text that invites the opposite', () => {
    const sought = [
      { text: 'a a a a b', replacement: '[X 1]' },
      { text: "l'a", replacement: '[Y 1]' },
    ];
    for (const bait of ['a ', "a'", '[', ' ', '<v', '&amp;', '\u00AD', '1:'])
      expect(replace(bait.repeat(100_000), sought, { labels, isTable: true })).toBe(bait.repeat(100_000));
  });
});

const name = fc
  .stringMatching(/^[A-Z][a-z]{2,7}$/)
  .filter((word) => !wordsThatAreNames.has(word.toLowerCase()) && !/^(?:person|alias)$/i.test(word));
const cased = (text: string) =>
  fc.constantFrom(
    text,
    text.toLowerCase(),
    text.toUpperCase(),
    `${text}'s`,
    `${text}’s`,
    `(${text})`,
    `${text}-led`,
  );
const filler = fc.oneof(
  fc.constantFrom(
    '.',
    ',',
    '?',
    '\n',
    '\n\n',
    '„',
    'مرحبا',
    '👩🏽‍🚒',
    '\u2028',
    'one 12:30',
    '<i>',
    '"',
    '_',
  ),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);
/** Some names, and a text that is made of them and of anything else. */
const story = fc
  .uniqueArray(name, { minLength: 1, maxLength: 5, selector: (word) => word.toLowerCase() })
  .chain((names) =>
    fc.record({
      names: fc.constant(names),
      pieces: fc.array(fc.oneof(fc.constantFrom(...names).chain(cased), filler), { maxLength: 40 }),
    }),
  );
const soughtOf = (names: readonly string[]) =>
  names.map((text, index) => ({ text, replacement: `[Alias ${index + 1}]` }));
const letter = '[\\p{L}\\p{N}\\p{M}\\u00AD\\u2060\\u200C\\u200D]';
const whole = (word: string) => new RegExp(`(?<!${letter})(?<!${letter}['’])${word}(?!${letter})`, 'iu');

describe('the laws of replacing', () => {
  it('leaves no replaced string in any case or possessive', () => {
    fc.assert(
      fc.property(story, ({ names, pieces }) => {
        const replaced = replace(pieces.join(' '), soughtOf(names));
        for (const word of names) expect(replaced).not.toMatch(whole(word));
      }),
    );
  });

  it('changes nothing outside the replaced places', () => {
    fc.assert(
      fc.property(story, ({ names, pieces }) => {
        const text = pieces.join(' ');
        const edits = findEdits(text, prepareReplacer(soughtOf(names)));
        let from = 0;
        for (const { start, end } of edits) {
          expect(start).toBeGreaterThanOrEqual(from);
          expect(names.map(foldIdentifier)).toContain(foldIdentifier(text.slice(start, end)));
          expect(text.slice(start, end)).not.toContain('\n');
          from = end;
        }
        const outside = edits.reduceRight(
          (rest, { start, end }) => rest.slice(0, start) + rest.slice(end),
          text,
        );
        const back = edits.reduceRight(
          (rest, { replacement }) => {
            const at = rest.lastIndexOf(replacement);
            return rest.slice(0, at) + rest.slice(at + replacement.length);
          },
          applyEdits(text, edits),
        );
        expect(back).toBe(outside);
      }),
    );
  });

  it('done twice is done once', () => {
    fc.assert(
      fc.property(story, ({ names, pieces }) => {
        const once = replace(pieces.join(' '), soughtOf(names));
        expect(replace(once, soughtOf(names))).toBe(once);
      }),
    );
  });

  it('gives a string one pseudonym in every text, whatever the order of the decisions', () => {
    fc.assert(
      fc.property(story, ({ names, pieces }) => {
        const text = pieces.join(' ');
        expect(replace(text, soughtOf(names).toReversed())).toBe(replace(text, soughtOf(names)));
      }),
    );
  });
});

describe('foldIdentifier', () => {
  it.each([
    ['Priya Okafor', "  priya  OKAFOR's "],
    ['+44 20 7946 0000', '44 20 7946 0000.'],
    ['J. R. Okafor', 'J.R. Okafor'],
    ['O’Neil', "o'neil"],
    ['@quiet_lead', 'Quiet_Lead'],
  ])('makes one of %s and %s', (one, other) => {
    expect(foldIdentifier(one)).toBe(foldIdentifier(other));
  });

  it.each([
    ['Ann', 'Anne'],
    ['Anne Marie', 'Annemarie'],
    ['Zoë', 'Zoe'],
    ['12-3456', '123456'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(foldIdentifier(one)).not.toBe(foldIdentifier(other));
  });

  it('folding what is folded changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const folded = foldIdentifier(text);
        fc.pre(!folded.endsWith("'s"));
        expect(foldIdentifier(folded)).toBe(folded);
      }),
    );
  });
});
