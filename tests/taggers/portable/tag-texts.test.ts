import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toLogOdds } from '../../../src/taggers/evidence/find-flips.js';
import { learnPortable } from '../../../src/taggers/portable/learn-portable.js';
import { packModel } from '../../../src/taggers/portable/pack-model.js';
import { judgeTexts, layTexts, tagTexts } from '../../../src/taggers/portable/tag-texts.js';
import { unpackModel } from '../../../src/taggers/portable/unpack-model.js';
import { decideFirst, quotes, themes } from '../invented-office.js';
import { inventInput, inventTheme } from '../invented-study.js';

const voice = [
  inventTheme('fear', { dimension: 'voice', label: 'Fear', keywords: ['tired'] }),
  inventTheme('dread', { dimension: 'voice', label: 'Dread', parentId: 'fear' }),
];

/** Four people speak in turn. */
function learnOffice(decided: number) {
  const input = inventInput(quotes, [...themes, ...voice], decideFirst(decided));
  const voices = Uint32Array.from(quotes, (_, row) => row % 4);
  const portable = learnPortable(input, voices);
  const packed = packModel(portable, { themes: input.taxonomy.themes, labelOf: (id) => id });
  const madeFrom = { quotes: 0, codedQuotes: 0, transcripts: 0, participants: 0 };
  const rest = { format: 'themeloom-model', version: 1, note: '', language: 'en', madeFrom } as const;
  return { portable, taggers: unpackModel({ ...rest, ...packed }) };
}

const texts = quotes.map(({ exact }) => exact);

describe('a fitted model', () => {
  it.each([0, 20, 60])(
    'scores the quotes of its study as the study did, after %i decided quotes',
    (decided) => {
      const { portable, taggers } = learnOffice(decided);
      const { ground } = layTexts(taggers, texts);
      for (const [i, judgement] of portable.judgements.entries()) {
        const dimension = taggers.dimensions[i];
        if (dimension === undefined) throw new Error('every dimension is in the model');
        const { scores } = judgeTexts(ground, dimension);
        const outputs = judgement.dimension.themes.length;
        for (const row of judgement.dimension.uncoded) {
          for (let k = 0; k < outputs; k += 1) {
            const told = judgement.scores[row * outputs + k] ?? Number.NaN;
            expect(Math.abs((scores[row * outputs + k] ?? Number.NaN) - told)).toBeLessThan(1e-6);
          }
        }
      }
    },
  );

  const { taggers } = learnOffice(60);

  it('proposes what the text is about', () => {
    const [first] = tagTexts(taggers, ['At night the pager rang and rang.']);
    expect(first?.[0]).toMatchObject({ themeId: 'on-call', tagger: 'learned' });
  });

  it('proposes nothing for a text that says nothing', () => {
    expect(tagTexts(taggers, ['', '…', 'Ωμέγα'])).toEqual([[], [], []]);
  });

  const said = fc.oneof(
    fc.constantFrom(...texts),
    fc.string({ unit: 'binary' }),
    fc
      .array(fc.constantFrom('pager', 'Candidate', 'meeting', "don't", 'zzzz', 'zzzy', '👩‍👩‍👧', '\ud800'))
      .map((words) => words.join(' ')),
  );

  it('judges every text by itself', () => {
    fc.assert(
      fc.property(fc.array(said, { maxLength: 8 }), (some) => {
        expect(tagTexts(taggers, some)).toEqual(some.map((text) => tagTexts(taggers, [text])[0]));
      }),
      { numRuns: 40 },
    );
  });

  it('shows words of the text itself, and weights that sum to the log-odds of the confidence', () => {
    fc.assert(
      fc.property(said, (text) => {
        for (const { confidence, evidence, tagger } of tagTexts(taggers, [text])[0] ?? []) {
          expect(confidence).toBeGreaterThan(0);
          let sum = 0;
          for (const one of evidence) {
            if (one.kind === 'shared-term') sum += one.weight;
            if (one.kind === 'matched-words') {
              expect(text.slice(one.span.start, one.span.end).trim()).not.toBe('');
            }
            expect(one.kind).not.toBe('similar-quote');
          }
          if (tagger === 'learned' && confidence < 0.999) expect(sum).toBeCloseTo(toLogOdds(confidence), 6);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('the vocabulary of a fitted model', () => {
  it('lacks what only one person said', () => {
    const spoken = ['Grimbleton rang the pager', 'The pager rang', 'Grimbleton wrote', 'It rang at night'];
    const some = quotes.slice(0, 4).map((quote, row) => ({ ...quote, exact: spoken[row] ?? '' }));
    const alone = learnPortable(inventInput(some, themes), Uint32Array.of(0, 1, 0, 1)).vocabulary;
    expect(alone.terms).toContain('content:pager');
    expect(alone.terms.join(' ')).not.toContain('grimbleton');
    expect(alone.grams).not.toContain('grim');
    const shared = learnPortable(inventInput(some, themes), Uint32Array.of(0, 1, 1, 1)).vocabulary;
    expect(shared.terms).toContain('content:grimbleton');
  });

  it('is empty where one person said everything', () => {
    const { vocabulary } = learnPortable(inventInput(quotes, themes), new Uint32Array(quotes.length));
    expect(vocabulary).toMatchObject({ terms: [], grams: [], pairs: new Uint32Array(0) });
  });

  it('is sorted, so that its order tells nothing of the texts', () => {
    const { terms, grams } = learnOffice(60).portable.vocabulary;
    expect(terms).toEqual([...terms].sort());
    expect(grams).toEqual([...grams].sort());
  });
});
