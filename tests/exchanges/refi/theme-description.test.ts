import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeTheme, readTheme } from '../../../src/exchanges/refi/theme-description.js';

const line = fc
  .string({ unit: 'grapheme', maxLength: 30 })
  .map((text) => text.replace(/[\r\n]/g, ' ').trim());
const paragraphs = fc.array(line, { maxLength: 4 }).map((lines) => lines.join('\n').trim());
const list = fc.array(
  line.filter((text) => text !== ''),
  { maxLength: 4 },
);

describe('what a theme says in a code’s description', () => {
  it('is read back as it was written', () => {
    const theme = fc.record({
      id: fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/),
      description: paragraphs,
      include: paragraphs,
      exclude: paragraphs,
      keywords: list,
      notKeywords: list,
      examples: list,
    });
    fc.assert(
      fc.property(theme, (given) => {
        expect(readTheme(describeTheme(given))).toEqual(given);
      }),
    );
  });

  it('is all description where another tool wrote it', () => {
    expect(readTheme('Include: nothing of ours.\r\nKeywords: none')).toMatchObject({
      description: 'Include: nothing of ours.\nKeywords: none',
      include: '',
    });
  });
});
