import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locateEntries } from '../../../src/formats/turns/locate-entries.js';

describe('locateEntries', () => {
  it('tells the lines of the objects in a list, past nested ones and brackets in strings', () => {
    const json = '{\n"other": [{}],\n"list": [\n{"a": [{"b": "]}\\"["}]},\n\n{"a": 2}\n]\n}';
    const lineOf = locateEntries(json, ['list']);
    expect([lineOf(0), lineOf(1), lineOf(2)]).toEqual([4, 6, 1]);
  });

  it('tells the lines of the objects in an object, by key', () => {
    const lineOf = locateEntries('{\n"title": "x",\n"9": {},\n"caf\\u00e9": {}\n}', []);
    expect([lineOf('9'), lineOf('café')]).toEqual([3, 4]);
  });

  it('finds the line of every entry of any printed JSON', () => {
    const entry = fc.record({
      text: fc.string({ unit: 'binary' }),
      words: fc.array(fc.jsonValue(), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1 }), fc.jsonValue(), (entries, other) => {
        const json = JSON.stringify({ other, deep: [{ list: entries }] }, null, 2);
        const lineOf = locateEntries(json, ['deep', 0, 'list']);
        const lines = json.split('\n');
        // Entries are the only objects at this depth, and each is printed from a line of its own.
        const expected = lines.flatMap((line, index) => (line === '        {' ? [index + 1] : []));
        const from = lines.indexOf('      "list": [') + 1;
        expect(entries.map((_, index) => lineOf(index))).toEqual(expected.filter((line) => line > from));
      }),
    );
  });
});
