import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CarryRules, carryRecords } from '../../../src/pipeline/pseudonyms/carry-records.js';
import { prepareReplacer } from '../../../src/pipeline/pseudonyms/find-edits.js';

const rules: CarryRules = {
  replacer: prepareReplacer([{ text: 'Priya Okafor', replacement: '[Person 1]' }]),
  names: ['Priya Okafor'],
  renamed: new Map([['[Person 2]', '[The boss]']]),
  quotes: new Map([['q_old', 'q_new']]),
  transcripts: new Map([
    ['priya', 'P01'],
    ['P01', 'P01'],
  ]),
};
const quote = { id: 'q_1', transcript: 'priya', start: 3, end: 30, exact: 'so Priya Okafor left' };
const carry = (record: object) => JSON.parse(carryRecords(JSON.stringify(record), rules));

describe('carryRecords', () => {
  it('puts pseudonyms into the words of a recorded quote, and the new id of its transcript', () => {
    expect(carry({ ...quote, wording: 'Priya Okafor left.', note: 'of Priya Okafor' })).toEqual({
      ...quote,
      transcript: 'P01',
      exact: 'so [Person 1] left',
      wording: '[Person 1] left.',
      note: 'of [Person 1]',
    });
  });

  it('leaves no piece of a name where the words around a quote were cut', () => {
    expect(carry({ ...quote, prefix: 'iya Okafor said, ', suffix: ' and then Priya Ok' })).toMatchObject({
      prefix: ' said, ',
      suffix: ' and then ',
    });
    expect(carry({ ...quote, prefix: 'iyala said, ', suffix: '' })).toMatchObject({ prefix: 'iyala said, ' });
  });

  it('gives somebody the new pseudonym where it is another by now', () => {
    expect(carry({ ...quote, exact: '[Person 2] and [Person 21]' })).toMatchObject({
      exact: '[The boss] and [Person 21]',
    });
  });

  it('follows a marked quote to its new id in decisions, boards and the history', () => {
    expect(carry({ quote: 'q_old', theme: 't', applies: true, note: 'Priya Okafor?' })).toEqual({
      quote: 'q_new',
      theme: 't',
      applies: true,
      note: '[Person 1]?',
    });
    expect(carry({ theme: 't', quotes: ['q_1', 'q_old'] })).toEqual({ theme: 't', quotes: ['q_1', 'q_new'] });
    const change = { kind: 'quote', id: 'q_1', before: null, after: quote };
    expect(carry({ id: 'h1', changes: [change] })).toMatchObject({
      changes: [{ before: null, after: { transcript: 'P01', exact: 'so [Person 1] left' } }],
    });
  });

  it('leaves a quote of another transcript as it is, since that one still has the name', () => {
    const line = JSON.stringify({ ...quote, transcript: 'P09' });
    expect(carryRecords(line, rules)).toBe(line);
  });

  it('leaves every line that nothing is replaced in to the byte, and what is no record', () => {
    const text = '{ "id": "q_2",  "x": 1e3 }\nno record, Priya Okafor\n\n[]\n{"a":"\\u00e9"}';
    expect(carryRecords(text, rules)).toBe(text);
  });

  it('changes nothing the second time', () => {
    const piece = fc.constantFrom(
      'Priya',
      'Okafor',
      'Priya Okafor',
      'iya Okafor',
      'Ok',
      ' ',
      'said',
      '\n',
      '[Person 1]',
    );
    const words = fc.array(piece, { maxLength: 8 }).map((own) => own.join(' '));
    const record = fc.record({
      transcript: fc.constantFrom('priya', 'P01', 'P09'),
      exact: words,
      note: words,
      suffix: words,
    });
    fc.assert(
      fc.property(fc.array(record, { maxLength: 3 }), (records) => {
        const once = carryRecords(records.map((each) => JSON.stringify(each)).join('\n'), rules);
        expect(carryRecords(once, rules)).toBe(once);
      }),
    );
  });
});
