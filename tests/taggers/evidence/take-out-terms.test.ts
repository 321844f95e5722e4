import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDecided } from '../../../src/taggers/decided/read-decided.js';
import { takeOutTerms } from '../../../src/taggers/evidence/take-out-terms.js';
import { judgeDimension } from '../../../src/taggers/learning/judge-dimension.js';
import { layGround } from '../../../src/taggers/learning/lay-ground.js';
import { listFeatures } from '../../../src/taggers/learning/list-features.js';
import { readDimensions } from '../../../src/taggers/learning/read-dimensions.js';
import { countTexts } from '../../../src/text/count-texts.js';
import { inventDecision, inventQuotes, inventTheme } from '../invented-study.js';

const texts = [
  'The pager woke me twice that night.',
  'I don’t sleep while the pager is near.',
  'A candidate did not write back.',
  'We judged the candidate on one morning.',
  'The pager, the night, the pager.',
  'Nobody writes to candidates at night.',
];
const themes = [
  inventTheme('on-call', { label: 'Pager', keywords: ['pager', 'woke ~3 night'] }),
  inventTheme('hiring', { label: 'Candidates', keywords: ['candidate*', 'judged ~3 on'] }),
];
const quotes = inventQuotes(texts);
const counted = countTexts(texts, 'en');
const decided = readDecided([inventDecision('q1', 'on-call'), inventDecision('q3', 'hiring')]);
const ground = layGround({ quotes, counted }, themes, decided);
const [dimension] = readDimensions(themes, { quotes, decided });
if (dimension === undefined) throw new Error('there are themes');
const part = judgeDimension(ground, dimension).parts.at(-1);
if (part === undefined) throw new Error('there are quotes');
const { models } = part;

const rowsOf = fc.array(fc.integer({ min: 0, max: texts.length - 1 }), { minLength: 1, maxLength: 6 });
const width = part.features.width * themes.length;

describe('quotes without some of their words', () => {
  it('are judged as the real ones where nothing is taken out', () => {
    fc.assert(
      fc.property(rowsOf, (rows) => {
        const imagined = takeOutTerms(
          ground,
          { dimension, models },
          rows.map((row) => ({ row, terms: new Set() })),
        );
        const same = listFeatures(imagined.ground, imagined.dimension, imagined).values;
        const real = listFeatures(ground, dimension, { models, rows: Uint32Array.from(rows) }).values;
        // A coded quote does not vote for itself; the imagined one, which nobody coded, hears it.
        for (const [i, row] of rows.entries()) {
          if (dimension.coded.includes(row)) continue;
          for (let at = i * width; at < (i + 1) * width; at += 1)
            expect(same[at]).toBeCloseTo(real[at] ?? 0, 9);
        }
      }),
    );
  });

  it('hold nothing once every word is gone', () => {
    const row = 4;
    const terms = new Set(counted.columns.subarray(counted.rowStarts[row], counted.rowStarts[row + 1]));
    const { ground: bare, rows } = takeOutTerms(ground, { dimension, models }, [{ row, terms }]);
    const at = rows[0] ?? 0;
    expect(bare.words.rowStarts[at + 1]).toBe(bare.words.rowStarts[at]);
    expect(bare.pairs.rows.rowStarts[at + 1]).toBe(bare.pairs.rows.rowStarts[at]);
    expect(bare.grams.rows.rowStarts[at + 1]).toBe(bare.grams.rows.rowStarts[at]);
    expect([...(bare.keywordHits.get(at)?.values() ?? [])].flat()).toEqual([]);
    expect((bare.counted.textStarts[at + 1] ?? 0) - (bare.counted.textStarts[at] ?? 0)).toBe(0);
  });

  it('no longer hold two words near each other once one of them is gone', () => {
    const hitsWithout = (word: string) => {
      const row = 3;
      const form = counted.forms.indexOf(word);
      const terms = new Set([counted.formTerms[form] ?? 0]);
      const { ground: left, rows } = takeOutTerms(ground, { dimension, models }, [{ row, terms }]);
      return (left.keywordHits.get(rows[0] ?? 0)?.get('hiring') ?? []).map(({ keyword }) => keyword);
    };
    expect(hitsWithout('one').toSorted()).toEqual(['candidate*', 'judged ~3 on']);
    expect(hitsWithout('on')).toEqual(['candidate*']);
    expect(hitsWithout('candidate')).toEqual(['judged ~3 on']);
  });

  it('lose “don’t” as a whole with either of the words that it holds', () => {
    const row = 1;
    const not = counted.terms.indexOf('not');
    const { ground: left, rows } = takeOutTerms(ground, { dimension, models }, [
      { row, terms: new Set([not]) },
    ]);
    const at = rows[0] ?? 0;
    const words = left.counted.wordForms.subarray(
      left.counted.textStarts[at],
      left.counted.textStarts[at + 1],
    );
    expect(Array.from(words, (form) => counted.forms[form])).not.toContain('don’t');
  });
});
