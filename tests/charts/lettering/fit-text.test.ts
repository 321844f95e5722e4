import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLabel, fitText } from '../../../src/charts/lettering/fit-text.js';
import { measureText } from '../../../src/charts/lettering/measure-text.js';
import { stackLabels } from '../../../src/charts/lettering/stack-labels.js';

const anyText = fc.string({ unit: 'grapheme', maxLength: 80 });

/** Control characters and halves of surrogate pairs among them. */
const anyCodePoint = fc.oneof(
  fc.integer({ min: 0, max: 0x10ffff }),
  fc.integer({ min: 0xd800, max: 0xdfff }),
  fc.nat({ max: 31 }),
);

describe('measureText', () => {
  it('has the widths of Helvetica', () => {
    // a, b and c are 556, 556 and 500 thousandths wide.
    expect(measureText('abc', 10)).toBeCloseTo((556 + 556 + 500) / 100, 10);
  });

  it('gives the letters of a word with accents the width of those without', () => {
    expect(measureText('Zoë naïve', 13)).toBe(measureText('Zoe naive', 13));
  });
});

describe('fitText', () => {
  it('leaves alone what fits', () => {
    expect(fitText('Trust in tools', { width: 200, size: 13, lines: 2 })).toEqual(['Trust in tools']);
  });

  it('breaks at words and ends with an ellipsis', () => {
    expect(fitText('Trust in tools of every kind', { width: 60, size: 13, lines: 2 })).toEqual([
      'Trust in',
      'tools of…',
    ]);
  });

  it('cuts no emoji family', () => {
    const family = '👩‍👩‍👧‍👦';
    const [line = ''] = fitText(family.repeat(20), { width: 100, size: 13, lines: 1 });
    expect(line.replaceAll(family, '')).toBe('…');
  });

  it('keeps to its lines and, where a grapheme fits, to its width', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.integer({ min: 60, max: 300 }),
        fc.integer({ min: 1, max: 3 }),
        (text, width, lines) => {
          const fitted = fitText(text, { width, size: 13, lines });
          expect(fitted.length).toBeGreaterThanOrEqual(1);
          expect(fitted.length).toBeLessThanOrEqual(lines);
          for (const line of fitted)
            if ([...line].length > 8) expect(measureText(line, 13)).toBeLessThanOrEqual(width);
        },
      ),
    );
  });
});

describe('cleanLabel', () => {
  it('takes out what XML refuses and what turns text around, and always leaves something', () => {
    fc.assert(
      fc.property(fc.array(anyCodePoint, { maxLength: 60 }), (points) => {
        const clean = cleanLabel(String.fromCodePoint(...points));
        expect(clean).not.toBe('');
        expect(clean).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
    expect(cleanLabel('\u202e\u0000 ')).toBe('(no name)');
  });
});

describe('stackLabels', () => {
  it('lets no two labels of a lane touch, and keeps them in the plot', () => {
    const label = fc.record({
      at: fc.integer({ min: 0, max: 400 }),
      text: fc.string({ minLength: 1, maxLength: 20 }),
    });
    fc.assert(
      fc.property(fc.array(label, { maxLength: 12 }), (labels) => {
        const placed = stackLabels(labels, { width: 400, size: 12, lanes: 3 });
        for (const one of placed) {
          expect(one.from).toBeGreaterThanOrEqual(0);
          expect(one.to).toBeLessThanOrEqual(400);
          for (const other of placed) {
            if (other !== one && other.lane === one.lane)
              expect(other.to < one.from || other.from > one.to).toBe(true);
          }
        }
      }),
    );
  });
});
