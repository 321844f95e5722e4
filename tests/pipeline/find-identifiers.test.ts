import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { learnWords } from '../../src/identifiers/names/learn-words.js';
import { findAllIdentifiers, findIdentifiers } from '../../src/pipeline/find-identifiers.js';

const findAll = (text: string) => findAllIdentifiers(text, learnWords({ texts: [text], language: 'en' }));
const list = (text: string) => findAll(text).map(({ kind, text: found }) => [kind, found]);

const words = [
  'Priya',
  'Okafor',
  'Street',
  '34',
  'Baker',
  'born',
  'in',
  '1984',
  '+44',
  '20 7946',
  '0000',
  'sam@example.org',
  '.',
  ',',
  '\n',
  'é',
  '😀',
  '10115 Berlin',
  "I'm 40,",
];
const texts = fc.array(fc.constantFrom(...words), { maxLength: 30 }).map((parts) => parts.join(' '));

describe('findAllIdentifiers', () => {
  it('gives spans that cut their own words, in order, none overlapping', () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'grapheme' })), (text) => {
        let previousEnd = 0;
        for (const { span, text: found } of findAll(text)) {
          expect(text.slice(span.start, span.end)).toBe(found);
          expect(found).toMatch(/\S/u);
          expect(span.start).toBeGreaterThanOrEqual(previousEnd);
          previousEnd = span.end;
        }
      }),
    );
  });

  it('covers all that any kind claims, letter by letter', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const sure = findIdentifiers(text);
        const all = findAll(text);
        for (const { span } of sure)
          for (let at = span.start; at < span.end; at++)
            if (/[\p{L}\p{N}]/u.test(text[at] ?? ''))
              expect(all.some(({ span: other }) => other.start <= at && at < other.end)).toBe(true);
      }),
    );
  });

  it('lets the surest kind have words that several claim, and the others what is left', () => {
    expect(list('I lived at 12 Baker Street, London then.')).toEqual([
      ['street-address', '12 Baker Street'],
      ['name', 'London'],
    ]);
    expect(list('She was born on 3 May 1984 there.')).toEqual([['date-of-birth', '3 May 1984']]);
    expect(list('Write to priya.okafor@example.org or Priya.')).toEqual([
      ['email-address', 'priya.okafor@example.org'],
      ['name', 'Priya'],
    ]);
  });

  it('says which kinds need a person to decide', () => {
    expect(
      findAll("I'm Priya, I'm 34, write to sam@example.org.").map(({ kind, candidate }) => [kind, candidate]),
    ).toEqual([
      ['name', true],
      ['age', true],
      ['email-address', false],
    ]);
  });
});

describe('findIdentifiers', () => {
  it('leaves out whatever needs a person to decide', () => {
    expect(findIdentifiers("I'm Priya, I'm 34, and I left Leeds.")).toEqual([]);
  });
});
