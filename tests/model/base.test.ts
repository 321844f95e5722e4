import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baseSchema, markBase, markText } from '../../src/model/base.js';

const ordinary = (text: string) => text.replace(/\r\n?/g, '\n').trim();

describe('markText', () => {
  it('knows a text again whatever its line ends and the white space around it', () => {
    expect(markText('One.\r\n\r\nTwo.\n')).toBe(markText('  One.\n\nTwo.'));
    expect(markText('One.\n\nTwo.')).not.toBe(markText('One.\nTwo.'));
  });

  it('tells different texts apart', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('a', 'b', '\n') }),
    );
    fc.assert(
      fc.property(anyText, anyText, (one, other) => {
        expect(markText(one) === markText(other)).toBe(ordinary(one) === ordinary(other));
      }),
    );
  });

  it('tells texts apart in which two letters, or two lines, changed places', () => {
    const lines = Array.from({ length: 60 }, (_, at) => `line ${at} of the memo`);
    const marks = lines.flatMap((_, at) =>
      lines.slice(at + 1).map((_, more) => {
        const swapped = lines.with(at, lines[at + 1 + more] ?? '').with(at + 1 + more, lines[at] ?? '');
        return markText(swapped.join('\n'));
      }),
    );
    expect(new Set([...marks, markText(lines.join('\n'))]).size).toBe(marks.length + 1);
  });

  it('fits into an action however long the text is', () => {
    const base = markBase({ memo: 'x'.repeat(200_000), description: '' });
    expect(baseSchema.parse(base)).toEqual(base);
  });
});
