import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countTexts } from '../../../src/text/count-texts.js';
import { MOST_PARTS, readQuery } from '../../../src/text/searching/read-query.js';
import { holdsAll, markWords, prepareSearch } from '../../../src/text/searching/search-words.js';

function find(texts: readonly string[], query: string, language: 'en' | 'de' | 'fr' = 'en') {
  const counted = countTexts(texts, language);
  const search = prepareSearch(counted, query);
  return texts.flatMap((text, row) =>
    holdsAll(counted, search, row)
      ? [markWords(counted, search, { row, text }).map(({ start, end }) => text.slice(start, end))]
      : [],
  );
}

describe('a query', () => {
  it('is phrases first, then words and beginnings', () => {
    expect(readQuery('lamp “New, boat” fog*', 'en')).toEqual([
      { kind: 'phrase', words: ['new', 'boat'] },
      { kind: 'word', word: 'lamp' },
      { kind: 'beginning', word: 'fog' },
    ]);
  });

  it('may end inside a phrase, as it does while somebody types', () => {
    expect(readQuery('"the new', 'en')).toEqual([{ kind: 'phrase', words: ['the', 'new'] }]);
  });

  it('has no parts where there is no word, and never more than it can look for at once', () => {
    expect(readQuery(' "" * – ', 'en')).toEqual([]);
    expect(readQuery('a '.repeat(9000), 'en')).toHaveLength(MOST_PARTS);
  });
});

describe('searching words', () => {
  it('finds forms of a word by the stems of the language', () => {
    expect(find(['Die Lampen leuchten.', 'Das Licht'], 'Lampe', 'de')).toEqual([['Lampen']]);
    expect(find(['L’équipe est là.'], 'équipe', 'fr')).toEqual([['L’équipe']]);
  });

  it('tells a contraction from the verb in it, as counting does', () => {
    expect(find(['I don’t know.', 'I do know.'], "don't")).toEqual([['don’t']]);
  });

  it('does not find a phrase over the end of a text', () => {
    expect(find(['the new', 'lamp is on'], '"new lamp"')).toEqual([]);
  });

  it('marks a word once that several parts ask for', () => {
    expect(find(['The new lamp.'], '"new lamp" new* lamp')).toEqual([['new lamp']]);
  });

  it('holds whatever was cut out of a text, and marks words of it alone', () => {
    const texts = fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (list, which, from) => {
        const text = list[which % list.length] ?? '';
        const phrase = text.slice(from % (text.length + 1));
        for (const marks of find(list, `"${phrase.replaceAll(/["“”„«»]/gu, ' ')}"`))
          for (const mark of marks) expect(list.some((each) => each.includes(mark))).toBe(true);
      }),
    );
  });
});
