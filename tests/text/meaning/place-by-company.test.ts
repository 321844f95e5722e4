import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countTexts } from '../../../src/text/count-texts.js';
import { placeByCompany } from '../../../src/text/meaning/place-by-company.js';
import { countRows, rowAt, type SparseRows } from '../../../src/text/sparse-rows.js';
import { TAGGING_WEIGHTS, weighTerms } from '../../../src/text/weigh-terms.js';

const weigh = (texts: readonly string[]): SparseRows =>
  weighTerms(countTexts(texts, 'en'), TAGGING_WEIGHTS).rows;

function likenPlaces(rows: SparseRows, first: number, second: number): number {
  const other = rowAt(rows, second).values;
  return rowAt(rows, first).values.reduce((sum, value, d) => sum + value * (other[d] ?? 0), 0);
}

const SUBJECTS = [
  ['pager', 'alarm', 'night', 'woken', 'shift', 'tired'],
  ['salary', 'budget', 'invoice', 'payroll', 'euro', 'bonus'],
  ['garden', 'tulip', 'spade', 'soil', 'seed', 'rain'],
  ['train', 'ticket', 'platform', 'delay', 'station', 'seat'],
];

/** Three of the six words of a subject a text, the subjects by turns: 80 texts. */
const texts = Array.from({ length: 80 }, (_, i) => {
  const words = SUBJECTS[i % 4] ?? [];
  const turn = Math.floor(i / 4);
  return [0, 1, 2 + (turn % 3)].map((step) => words[(turn + step) % 6]).join(' ');
});

describe('placeByCompany', () => {
  it('puts texts together whose words keep the same company, though they share none', () => {
    const words = weigh([...texts, 'pager alarm', 'shift tired', 'euro bonus']);
    const { rows } = placeByCompany(words);
    const second = new Set(rowAt(words, 81).columns);
    expect(rowAt(words, 80).columns.some((term) => second.has(term))).toBe(false);
    expect(likenPlaces(rows, 80, 81)).toBeGreaterThan(0.7);
    expect(likenPlaces(rows, 80, 82)).toBeLessThan(0.2);
  });

  it('places a text anew where it stands among the others', () => {
    const words = weigh(texts);
    const { rows, place } = placeByCompany(words);
    for (let row = 0; row < texts.length; row += 1)
      expect(place(rowAt(words, row), row)).toEqual(rowAt(rows, row));
  });

  it('gives the same bytes for the same texts', () => {
    expect(placeByCompany(weigh(texts)).rows).toEqual(placeByCompany(weigh(texts)).rows);
  });

  it('places any texts at length 1 or nowhere, none of them at what is no number', () => {
    const word = fc.constantFrom('pager', 'night', 'the', 'not', '', '!!', '夜', 'ночь', 'pager pager');
    const anyTexts = fc.array(fc.array(word, { maxLength: 6 }), { maxLength: 12 });
    fc.assert(
      fc.property(anyTexts, (drawn) => {
        const words = weigh(drawn.map((own) => own.join(' ')));
        const { rows } = placeByCompany(words);
        expect(countRows(rows)).toBe(drawn.length);
        for (let row = 0; row < drawn.length; row += 1) {
          const { values } = rowAt(rows, row);
          const length = Math.hypot(...values);
          expect(length === 0 || Math.abs(length - 1) < 1e-9).toBe(true);
        }
      }),
    );
  });
});
