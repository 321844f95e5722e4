import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countPlainly } from '../../src/text/count-plainly.js';
import { countTexts } from '../../src/text/count-texts.js';
import { findTerms, hasTerms } from '../../src/text/counted-texts.js';
import { STOP_WORDS } from '../../src/text/stop-words/index.js';
import { findWords, foldWord } from '../../src/text/tokenise.js';
import { countsOf, language, writtenText } from './write-texts.js';

describe('countTexts', () => {
  it('counts stems, whatever the case and the apostrophe', () => {
    const counted = countTexts(['Meetings, meeting! The team’s meeting', "teams don't DON’T"], 'en');
    expect(countsOf(counted, 0)).toEqual({ meet: 3, the: 1, team: 1 });
    expect(countsOf(counted, 1)).toEqual({ team: 1, do: 2, not: 2 });
  });

  it('shows a term in its most frequent form, the first one of two', () => {
    const counted = countTexts(['Plans plan planning', 'plan Goals goal'], 'en');
    expect(counted.surfaces).toEqual(['plan', 'Goals']);
  });

  it('does not take a stem for a function word that looks like it', () => {
    const counted = countTexts(['useful to us'], 'en');
    expect(counted.terms).toEqual(['us', 'to', 'us']);
    expect(counted.termKinds).toEqual(['content', 'function', 'function']);
    expect(findTerms(counted, 'usefulness')?.term).toBe(0);
    expect(findTerms(counted, 'US')?.term).toBe(2);
  });

  it('counts a filler phrase once and keeps its words in their places', () => {
    const counted = countTexts(['You know, I know it'], 'en');
    expect(countsOf(counted, 0)).toEqual({ 'you know': 1, i: 1, know: 1, it: 1 });
    expect([...counted.wordForms].map((form) => counted.forms[form])).toEqual([
      'You',
      'know',
      'I',
      'know',
      'it',
    ]);
  });

  it('does not look for the rest of a phrase in the next text', () => {
    const counted = countTexts(['and you', 'know more'], 'en');
    expect(counted.terms).not.toContain('you know');
  });

  it('keeps words of negation apart from both content and function words', () => {
    const counted = countTexts(['never not a don’t'], 'en');
    expect(counted.terms).toEqual(['never', 'not', 'a', 'do']);
    expect(counted.termKinds).toEqual(['negation', 'negation', 'function', 'function']);
  });

  it.each([
    ["don't", 'do'],
    ['Won’t', 'will'],
    ['can＇t', 'can'],
    ['CANNOT', 'can'],
    ['shanʼt', 'shall'],
    ["needn't", 'need'],
    ["ain't", 'is'],
  ])('counts %s as %s and as not', (word, own) => {
    const counted = countTexts([word, own, 'not'], 'en');
    expect(countsOf(counted, 0)).toEqual({ [own]: 1, not: 1 });
    expect(findTerms(counted, word)).toEqual({ term: 0, second: 1 });
    expect(counted.forms.map((_, form) => hasTerms(counted, form, { term: 0, second: 1 }))).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('splits no contraction in another language', () => {
    expect(countTexts(["don't"], 'de').terms).toEqual(["don't"]);
  });

  it('shows a term in a form that is no contraction', () => {
    const counted = countTexts(["needn't needn't needed", "mustn't"], 'en');
    expect(counted.surfaces).toEqual(['needed', 'not', 'must']);
  });

  it('finds no term for a word that occurs nowhere', () => {
    expect(findTerms(countTexts(['a plan'], 'en'), 'goal')).toBeUndefined();
    expect(findTerms(countTexts(['I do'], 'en'), "don't")).toBeUndefined();
  });

  it('is empty for no texts and has an empty row for an empty text', () => {
    expect([...countTexts([], 'en').rowStarts]).toEqual([0]);
    expect([...countTexts(['', '…'], 'en').rowStarts]).toEqual([0, 0, 0]);
  });

  it('reads the words that findWords finds, and finds their terms again, whatever the texts', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { maxLength: 6 }), (texts) => {
        const counted = countTexts(texts, 'en');
        for (const [row, text] of texts.entries()) {
          const forms = counted.wordForms.subarray(counted.textStarts[row], counted.textStarts[row + 1]);
          const written = findWords(text).map(({ start, end }) => text.slice(start, end));
          expect(Array.from(forms, (form) => counted.forms[form])).toEqual(written);
          for (const [word, form] of forms.entries()) {
            const terms = findTerms(counted, written[word] ?? '');
            expect(terms !== undefined && hasTerms(counted, form, terms)).toBe(true);
          }
        }
        expect(counted.textStarts.at(-1)).toBe(counted.wordForms.length);
        expect(counted.rowStarts.at(-1)).toBe(counted.columns.length);
      }),
    );
  });

  it('counts a word once and a contraction twice: so the counts sum up where no filler phrase stands', () => {
    const word = fc.constantFrom('plan', 'Plans', 'the', 'meeting', "don't", 'can’t', 'éclair', '会');
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const counted = countTexts([words.join(' ')], 'en');
        const contractions = words.filter((each) => /['’]/u.test(each));
        expect([...counted.counts].reduce((sum, count) => sum + count, 0)).toBe(
          words.length + contractions.length,
        );
        expect(new Set(counted.columns).size).toBe(counted.columns.length);
      }),
    );
  });
});

describe('countTexts beside countPlainly', () => {
  it('gives the same, whatever the texts and the language', () => {
    fc.assert(
      fc.property(fc.array(writtenText, { maxLength: 5 }), language, (texts, spoken) => {
        expect(countTexts(texts, spoken)).toEqual(countPlainly(texts, spoken));
      }),
      { numRuns: 1000 },
    );
  });

  it('gives the same where a count fits in no byte, and where words are many', () => {
    const texts = [
      'go '.repeat(300),
      Array.from({ length: 9000 }, (_, i) => `w${i}`).join(' '),
      "go don't go",
    ];
    const counted = countTexts(texts, 'en');
    expect(counted.counts[0]).toBe(300);
    expect(counted).toEqual(countPlainly(texts, 'en'));
  });

  it.each([
    ['with other capitals', ['You know, you know, YOU KNOW']],
    [
      'of which there are more than other words',
      ['kind of sort of i guess you know i mean you see '.repeat(2)],
    ],
    ['cut by the end of a text', ['know you', 'of kind']],
    ['after a text that ends in a joiner', ['you know it', 'you-', 'know']],
  ])('gives the same for filler phrases %s', (_, texts) => {
    expect(countTexts(texts, 'en')).toEqual(countPlainly(texts, 'en'));
  });

  it('gives the same for words that were chosen to get in the way of each other', () => {
    const hashOf = (word: string) =>
      Buffer.from(word).reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193), 0x811c9dc5);
    const words = Array.from({ length: 300_000 }, (_, i) => `w${i.toString(36)}`);
    const crowd = words.filter((word) => ((hashOf(word) ^ (hashOf(word) >>> 15)) & 0xfff) === 7);
    expect(crowd.length).toBeGreaterThan(64);
    const texts = [crowd.join(' '), words.slice(0, 9000).join(' '), crowd.toReversed().join(' ')];
    expect(countTexts(texts, 'de')).toEqual(countPlainly(texts, 'de'));
  });

  it('keeps words of the same hash apart', () => {
    // Known pairs that FNV-1a gives the same 32 bits.
    const texts = ['costarring liquid', 'liquid declinate macallums costarring', 'altarage zinke altarage'];
    expect(countTexts(texts, 'en')).toEqual(countPlainly(texts, 'en'));
    expect(countTexts(texts, 'en').forms).toHaveLength(6);
  });
});

describe('STOP_WORDS', () => {
  it.each(Object.entries(STOP_WORDS))('are folded and in one list only for %s', (_, lists) => {
    const words = [...lists.functionWords, ...lists.negations, ...lists.fillers];
    expect(words.length).toBeGreaterThan(100);
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
    expect(words.filter((word) => word.split(' ').map(foldWord).join(' ') !== word)).toEqual([]);
  });
});
