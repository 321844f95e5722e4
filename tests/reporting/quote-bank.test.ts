import { describe, expect, it } from 'vitest';
import { quoteBank } from '../../src/reporting/quote-bank.js';
import { gardenInput } from './sample-inputs.js';

describe('the quote bank', () => {
  it('holds every publishable quote once', () => {
    const table = quoteBank.tabulate?.(quoteBank.build(gardenInput));
    const ids = table?.rows.map(([id]) => id) ?? [];
    expect(ids.toSorted()).toEqual([...gardenInput.publishable.keys()].sort());
  });

  it('puts a quote under the first of its themes and names them all', () => {
    expect(quoteBank.build(gardenInput)).toMatchObject({
      groups: expect.arrayContaining([
        expect.objectContaining({
          theme: { id: 'carrying', label: 'Carrying the garden alone' },
          quotes: expect.arrayContaining([
            expect.objectContaining({
              id: 'q_P04_1',
              themes: [
                { id: 'carrying', label: 'Carrying the garden alone' },
                { id: 'handing-over', label: 'Handing over' },
              ],
            }),
          ]),
        }),
      ]),
    });
  });

  it('gives quotes without a theme, and disputed ones, a group of their own at the end', () => {
    const { rows } = quoteBank.tabulate?.(quoteBank.build(gardenInput)) ?? { rows: [] };
    const without = rows.slice(-6).map(([id]) => id);
    expect(without).toContain('q_P01_4');
    expect(without).toContain('q_P02_3');
    expect(rows.slice(-6).every((row) => row[6] === '')).toBe(true);
  });

  it('refuses to make a table of anything else', () => {
    expect(() => quoteBank.tabulate?.({ groups: 'none' })).toThrow();
  });
});
