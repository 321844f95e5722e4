import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CountedTexts, countTexts, findTerm } from '../../src/text/count-texts.js';
import { STOP_WORDS } from '../../src/text/stop-words/index.js';
import { foldWord } from '../../src/text/tokenise.js';

/** The counts of one text by term. */
function countsOf(counted: CountedTexts, row: number): Record<string, number> {
  const start = counted.rowStarts[row] ?? 0;
  const end = counted.rowStarts[row + 1] ?? 0;
  const columns = [...counted.columns.slice(start, end)];
  return Object.fromEntries(columns.map((term, j) => [counted.terms[term], counted.counts[start + j]]));
}

describe('countTexts', () => {
  it('counts stems, whatever the case and the apostrophe', () => {
    const counted = countTexts(['Meetings, meeting! The team’s meeting', "teams don't DON’T"], 'en');
    expect(countsOf(counted, 0)).toEqual({ meet: 3, the: 1, team: 1 });
    expect(countsOf(counted, 1)).toEqual({ team: 1, "don't": 2 });
  });

  it('shows a term in its most frequent form, the first one of two', () => {
    const counted = countTexts(['Plans plan planning', 'plan Goals goal'], 'en');
    expect(counted.surfaces).toEqual(['plan', 'Goals']);
  });

  it('does not take a stem for a function word that looks like it', () => {
    const counted = countTexts(['useful to us'], 'en');
    expect(counted.terms).toEqual(['us', 'to', 'us']);
    expect(counted.termKinds).toEqual(['content', 'function', 'function']);
    expect(findTerm(counted, 'usefulness')).toBe(0);
    expect(findTerm(counted, 'US')).toBe(2);
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
    expect(counted.termKinds).toEqual(['negation', 'negation', 'function', 'negation']);
  });

  it('finds no term for a word that occurs nowhere', () => {
    expect(findTerm(countTexts(['a plan'], 'en'), 'goal')).toBeUndefined();
  });

  it('is empty for no texts and has an empty row for an empty text', () => {
    expect([...countTexts([], 'en').rowStarts]).toEqual([0]);
    expect([...countTexts(['', '…'], 'en').rowStarts]).toEqual([0, 0, 0]);
  });

  it('gives every word its own place in its own text, whatever the texts', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { maxLength: 6 }), (texts) => {
        const counted = countTexts(texts, 'en');
        for (const [row, text] of texts.entries()) {
          for (
            let word = counted.textStarts[row] ?? 0;
            word < (counted.textStarts[row + 1] ?? 0);
            word += 1
          ) {
            const written = text.slice(counted.wordStarts[word], counted.wordEnds[word]);
            expect(counted.forms[counted.wordForms[word] ?? -1]).toBe(written);
            expect(findTerm(counted, written)).toBe(counted.formTerms[counted.wordForms[word] ?? -1]);
          }
        }
        expect(counted.textStarts.at(-1)).toBe(counted.wordForms.length);
        expect(counted.rowStarts.at(-1)).toBe(counted.columns.length);
      }),
    );
  });

  it('counts every word once: the counts of a text without filler phrases sum to its words', () => {
    const word = fc.constantFrom('plan', 'Plans', 'the', 'meeting', "don't", 'don’t', 'éclair', '会');
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const counted = countTexts([words.join(' ')], 'en');
        expect(counted.counts.reduce((sum, count) => sum + count, 0)).toBe(words.length);
        expect(new Set(counted.columns).size).toBe(counted.columns.length);
      }),
    );
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
