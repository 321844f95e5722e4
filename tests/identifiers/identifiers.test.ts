import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StudyWords } from '../../src/identifiers/identifier.js';
import { identifierKinds } from '../../src/identifiers/index.js';
import { findIdentifiers } from '../../src/pipeline/find-identifiers.js';

const find = (text: string) => findIdentifiers(text).map(({ kind, text: found }) => [kind, found]);

const nothingKnown: StudyWords = {
  language: 'en',
  lowerCase: new Set(),
  capitalised: new Set(),
  usuallyCapital: new Set(),
  known: new Set(['okafor']),
};

function findKind(id: string, text: string): readonly string[] {
  const kind = identifierKinds.find((each) => each.id === id);
  if (kind === undefined) throw new Error(`no kind ${id}`);
  return kind.find(text, nothingKnown).map(({ start, end }) => text.slice(start, end));
}

describe('identifiers', () => {
  it.each([
    ['write to sam@example.org please', 'email-address', 'sam@example.org'],
    ['it is on https://example.org/a?b=1 now', 'web-address', 'https://example.org/a?b=1'],
    ['call me on +44 20 7946 0000 today', 'phone-number', '+44 20 7946 0000'],
    ['or (555) 012-3456, any time', 'phone-number', '(555) 012-3456'],
    ['from 03 20 12 34 56', 'phone-number', '03 20 12 34 56'],
    ['my number is 45 67 89', 'phone-number', '45 67 89'],
    ['or 001-321-555-0100x442', 'phone-number', '001-321-555-0100x442'],
    ['you can call 73 448 266', 'phone-number', '73 448 266'],
    // The test numbers that card networks publish.
    ['the card 4111-1111-1111-1111 expired', 'card-number', '4111-1111-1111-1111'],
    ['or 3782 822463 10005 instead', 'card-number', '3782 822463 10005'],
    // The examples of the IBAN registry (ISO 13616).
    ['pay to GB29 NWBK 6016 1331 9268 19 by May', 'iban', 'GB29 NWBK 6016 1331 9268 19'],
    ['pay to DE89370400440532013000.', 'iban', 'DE89370400440532013000'],
    // Never issued: the number that advertisements used.
    ['her number, 078-05-1120, was', 'long-number', '078-05-1120'],
    ['licence A56319335 it was', 'long-number', 'A56319335'],
    ['insured as QQ 12 34 56 C then', 'long-number', 'QQ 12 34 56 C'],
    ['the server 192.0.2.146 is', 'ip-address', '192.0.2.146'],
    ['the server 2001:db8::8a2e:370:7334 is', 'ip-address', '2001:db8::8a2e:370:7334'],
    ['I post as @quiet_lead there', 'handle', '@quiet_lead'],
    ['we lived at 12 Long Acre Road, then', 'street-address', '12 Long Acre Road'],
    ['in the Gartenstraße 14b it was', 'street-address', 'Gartenstraße 14b'],
    ['at 14 rue de la Paix, then', 'street-address', '14 rue de la Paix'],
    ['it is P.O. Box 4371 now', 'street-address', 'P.O. Box 4371'],
    ['somewhere near SW1A 1AA, I think', 'postcode', 'SW1A 1AA'],
    ['moved to CA 94110 then', 'postcode', 'CA 94110'],
    ['at K1A 0B1 there', 'postcode', 'K1A 0B1'],
    ['the postcode is 10115, with', 'postcode', '10115'],
  ])('%s', (text, kind, found) => {
    expect(find(text)).toEqual([[kind, found]]);
  });

  it.each([
    'in 2019 we were 40, in 2021 about 120',
    'we spent 1,250,000 on it, or 1.250.000 as they write it',
    'from 9:30 to 10:45 every day',
    'from 2015-2018, or 2015 – 2018',
    'it took 10:20:30 of the tape',
    'version 1.2.3 of it, 3.14159265 at most',
    'between 1000-2000 a month',
    'three of us, five of them',
    'we went 24/7 for 50-60 weeks',
    'a 60-30-10 rule',
  ])('plain numbers are none: %s', (text) => {
    expect(find(text)).toEqual([]);
  });

  it('takes a card or account number whose checksum is wrong for a long number, so that it is found', () => {
    expect(find('the card 4111-1111-1111-1112 expired')).toEqual([['phone-number', '4111-1111-1111-1112']]);
    expect(find('pay 4111111111111112 now')).toEqual([['long-number', '4111111111111112']]);
    expect(findKind('iban', 'pay to DE88370400440532013000.')).toEqual([]);
  });

  it.each([
    ["Well, I'm 34, so", ['34']],
    ['she is 52 years old', ['52']],
    ['a twenty-five-year-old lead', ['twenty-five']],
    ['aged 61 by then', ['61']],
    ['I turned forty and left', ['forty']],
    ["I'm 34% sure, and I was 5 minutes late", []],
    ['I am 10 times as quick', []],
  ])('tells an age by what stands around it: %s', (text, found) => {
    expect(findKind('age', text)).toEqual(found);
  });

  it.each([
    ['I was born on 3 May 1984 there', 'date-of-birth', ['3 May 1984']],
    ['born in Leeds in 1984', 'date-of-birth', ['1984']],
    ['my birthday is March 9th', 'date-of-birth', ['March 9th']],
    ['it began in 1984', 'date-of-birth', []],
    ['it was on 12/30/1951 or 1984-02-29', 'full-date', ['12/30/1951', '1984-02-29']],
    ['on the 4th of July, 2021', 'full-date', ['4th of July, 2021']],
    ['in July 2021, on the 4th', 'full-date', []],
  ])('tells dates: %s', (text, kind, found) => {
    expect(findKind(kind, text)).toEqual(found);
  });

  describe.each(identifierKinds)('$id', ({ find: findSpans }) => {
    it('finds spans in order that do not overlap, and the same twice, in any text', () => {
      const words = [
        'Priya',
        'okafor',
        'de la',
        'Mr.',
        ' ',
        '12',
        '-',
        '.',
        '+44',
        '(0',
        '@a',
        'born',
        '\n',
        '😀',
        'ﬁ',
        'א',
      ];
      const texts = fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((parts) => parts.join('')),
        fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((parts) => parts.join(' ')),
      );
      fc.assert(
        fc.property(texts, (text) => {
          let previousEnd = 0;
          const spans = findSpans(text, nothingKnown);
          for (const { start, end } of spans) {
            expect(start).toBeGreaterThanOrEqual(previousEnd);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            previousEnd = end;
          }
          expect(findSpans(text, nothingKnown)).toEqual(spans);
        }),
      );
    });

    const size = 100_000;
    it.each([
      ['capitals', 'A'.repeat(size)],
      ['capitalised words', 'Ab '.repeat(size)],
      ['digits', '1'.repeat(size)],
      ['digits and spaces', '1 2 '.repeat(size)],
      ['brackets', '(1'.repeat(size)],
      ['hyphens', 'A-'.repeat(size)],
      ['dots', 'a.'.repeat(size)],
      ['initials', 'J. '.repeat(size)],
      ['signs', '@'.repeat(size)],
      ['colons', 'ab:'.repeat(size)],
      ['spaces', `A${' '.repeat(size)}`],
      ['commas', 'born ,,,,,,'.repeat(size / 10)],
      ['particles', 'A de la '.repeat(size)],
      ['apostrophes', "O'".repeat(size)],
      ['accents', 'A\u0301'.repeat(size)],
      ['emoji', '😀A'.repeat(size)],
      ['right to left', 'שלום Priya '.repeat(size / 10)],
    ])('gets through %s in time that grows with the text', (_what, text) => {
      for (const { start, end } of findSpans(text, nothingKnown)) expect(end).toBeGreaterThan(start);
    });
  });
});
