import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkShape } from '../../src/model/check-shape.js';
import { quoteRecordSchema } from '../../src/model/quote.js';
import { settingsSchema } from '../../src/model/settings.js';
import { taxonomyFileSchema } from '../../src/model/theme.js';

describe('checkShape', () => {
  it('names every problem at once, and gives what is left', () => {
    const { value, problems } = checkShape(taxonomyFileSchema, {
      dimensions: [
        {
          id: 'theme',
          colour: 'red',
          themes: [{ id: 'a' }, { label: 'B' }, { id: 'c', keywords: [1, 'd'] }],
        },
      ],
    });
    expect(problems.map(({ kind, path }) => [kind, path.join('.')])).toEqual([
      ['missing-key', 'dimensions.0.themes.1.id'],
      ['invalid-value', 'dimensions.0.themes.2.keywords.0'],
      ['unknown-key', 'dimensions.0.colour'],
    ]);
    expect(value).toEqual({
      dimensions: [{ id: 'theme', themes: [{ id: 'a' }, { id: 'c', keywords: ['d'] }] }],
    });
  });

  it.each([
    [settingsSchema, { name: 'x', reports: { folde: 'y' } }, 'folder'],
    [settingsSchema, { name: 'x', transcripts: { 'a.md': { dat: '2026-01-01' } } }, 'date'],
    [
      taxonomyFileSchema,
      { dimensions: [{ id: 'a', themes: [{ id: 'b', themes: [{ id: 'c', x: 1 }] }] }] },
      'keywords',
    ],
  ])('knows which keys stand beside an unknown one, however deep', (schema, value, known) => {
    expect(checkShape<unknown>(schema, value).problems).toMatchObject([
      { kind: 'unknown-key', known: expect.arrayContaining([known]) },
    ]);
  });

  it('gives no value where a rule between keys is broken', () => {
    const record = {
      id: 'q',
      transcript: 'P01',
      start: 5,
      end: 3,
      exact: 'x',
      prefix: '',
      suffix: '',
      extra: 1,
    };
    const { value, problems } = checkShape(quoteRecordSchema, record);
    expect(value).toBeUndefined();
    expect(problems.map(({ kind, path }) => [kind, path])).toEqual([
      ['unknown-key', ['extra']],
      ['invalid-value', ['end']],
    ]);
  });

  it('gives a value or a problem for anything that JSON can hold', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        const { value, problems } = checkShape(taxonomyFileSchema, json);
        expect(value !== undefined || problems.length > 0).toBe(true);
      }),
    );
  });
});
