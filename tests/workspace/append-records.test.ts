import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type QuoteRecord, quoteRecordSchema } from '../../src/model/quote.js';
import { appendRecords } from '../../src/workspace/append-records.js';
import { readJsonLines } from '../../src/workspace/read-json-lines.js';
import { makeFolder } from './make-study.js';

const file = 'quotes.jsonl';
const read = (folder: string) =>
  readJsonLines({ file, bytes: readFileSync(join(folder, file)), schema: quoteRecordSchema, example: '{}' });
const recordsIn = (folder: string) => read(folder).value.map(({ record }) => record);

/** Any text there can be, lone surrogates and line separators included. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('\ud800', '\u2028', '\r\n', '"\\', '\uFEFF', '\uFFFD'),
);
const filled = anyText.filter((text) => text !== '');
const anyQuote: fc.Arbitrary<QuoteRecord> = fc
  .record(
    {
      id: filled,
      transcript: filled,
      start: fc.nat(10_000),
      length: fc.integer({ min: 1, max: 1_000 }),
      exact: filled,
      prefix: anyText,
      suffix: anyText,
      note: anyText,
      important: fc.boolean(),
    },
    { requiredKeys: ['id', 'transcript', 'start', 'length', 'exact', 'prefix', 'suffix'] },
  )
  .map(({ length, ...rest }) => ({ ...rest, end: rest.start + length }));

describe('appendRecords', () => {
  it('what is written is read back equal, in any script and in any number of goes', () => {
    fc.assert(
      fc.property(fc.array(fc.array(anyQuote, { maxLength: 3 }), { maxLength: 4 }), (goes) => {
        const folder = makeFolder({ [file]: '' });
        for (const records of goes) appendRecords({ folder, file }, records);
        expect(recordsIn(folder)).toEqual(goes.flat());
        expect(read(folder).notices).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('after a crash at any byte all records before the last are there, and the next one too', () => {
    const [first, second, third] = ['Ja, «genau» 👩🏽‍🚒', 'é\u0301\u2028', 'نعم'].map((exact, index) => ({
      id: `q_${index}`,
      transcript: 'P01',
      start: 0,
      end: exact.length,
      exact,
      prefix: '',
      suffix: '',
    }));
    if (first === undefined || second === undefined || third === undefined)
      throw new Error('there are three');
    const folder = makeFolder();
    appendRecords({ folder, file }, [first]);
    const sizeBefore = readFileSync(join(folder, file)).length;
    appendRecords({ folder, file }, [second]);
    const whole = readFileSync(join(folder, file));
    for (let size = sizeBefore; size <= whole.length; size++) {
      writeFileSync(join(folder, file), whole);
      truncateSync(join(folder, file), size);
      const survives = size >= whole.length - 1;
      const torn = read(folder).notices.map(({ code, place }) => [code, place.line]);
      expect(torn).toEqual(survives || size === sizeBefore ? [] : [['torn-line', 2]]);
      appendRecords({ folder, file }, [third]);
      expect(recordsIn(folder)).toEqual(survives ? [first, second, third] : [first, third]);
    }
  });

  it('adds nothing, not even a file, where there is nothing to add', () => {
    const folder = makeFolder();
    appendRecords({ folder, file }, []);
    expect(() => readFileSync(join(folder, file))).toThrow('ENOENT');
  });
});
