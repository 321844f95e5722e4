import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languageSchema } from '../../../src/model/settings.js';
import { countTexts } from '../../../src/text/count-texts.js';
import { WORD_CUES } from '../../../src/text/cues/cue-words.js';
import { germanCues } from '../../../src/text/cues/de.js';
import { englishCues } from '../../../src/text/cues/en.js';
import { findCues, hasCues } from '../../../src/text/cues/find-cues.js';
import { findWords, foldWord } from '../../../src/text/tokenise.js';

/** `cue: words` for each cue of one text. */
function read(text: string, language: 'en' | 'de' | 'fr' = 'en'): readonly string[] {
  const words = findWords(text);
  return (findCues(countTexts([text], language))[0] ?? []).map(
    (hit) => `${hit.cue}: ${text.slice(words[hit.words.start]?.start, words[hit.words.end - 1]?.end)}`,
  );
}

describe('cues', () => {
  it('are found as words, in any form and case, and as phrases', () => {
    expect(read('My lamps FRIGHTENED us, even though I’d seen them.')).toEqual([
      'first-person: My',
      'feeling: FRIGHTENED',
      'first-person: us',
      'contrast: even though',
      'contrast: though',
      'first-person: I’d',
    ]);
  });

  it('are not found in words whose stem is only short', () => {
    expect(read('The use of it.')).toEqual([]);
  });

  it('are not found in function words that share a stem with one', () => {
    expect(read('Das ist schon so.', 'de')).toEqual([]);
    expect(read('Das ist schön.', 'de')).toEqual(['judgement: schön']);
  });

  it('are numbers in a language without cue words, but not the number of a list item', () => {
    expect(hasCues('fr')).toBe(false);
    expect(read('7 Nous avons attendu 40 minutes.', 'fr')).toEqual(['concreteness: 40']);
  });

  it('lie inside their text, in order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary' })),
        fc.constantFrom(...languageSchema.values),
        (texts, language) => {
          const found = findCues(countTexts(texts, language));
          expect(found).toHaveLength(texts.length);
          for (const [row, hits] of found.entries()) {
            for (const { words } of hits) {
              expect(words.start).toBeLessThan(words.end);
              expect(words.end).toBeLessThanOrEqual(findWords(texts[row] ?? '').length);
            }
          }
        },
      ),
    );
  });

  it.each([['en', englishCues] as const, ['de', germanCues] as const])(
    'of %s are folded words that count for one thing each',
    (_language, cues) => {
      const seen = new Map<string, string>();
      for (const cue of WORD_CUES) {
        const { words, phrases = '' } = cues[cue];
        const entries = [
          ...words.trim().split(/\s+/),
          ...phrases.split(',').flatMap((phrase) => phrase.trim() || []),
        ];
        for (const entry of entries) {
          expect(foldWord(entry)).toBe(entry);
          expect(`${entry}: ${seen.get(entry) ?? cue}`).toBe(`${entry}: ${cue}`);
          seen.set(entry, cue);
        }
      }
    },
  );
});
