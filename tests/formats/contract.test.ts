import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ToolkitError } from '../../src/errors.js';
import type { Format, FormatReading, SourceText } from '../../src/formats/format.js';
import { formats } from '../../src/formats/index.js';
import { caseNames, readCaseSource } from './read-case.js';

const inputs: readonly SourceText[] = caseNames.map(readCaseSource);

function readOrRefuse(read: () => FormatReading): FormatReading {
  try {
    return read();
  } catch (error) {
    if (error instanceof ToolkitError) return { interviews: [], notices: [] };
    throw error;
  }
}

function checkReading(format: Format, { interviews, notices }: FormatReading, source: SourceText): void {
  const lines = format.isDocument ? Number.MAX_SAFE_INTEGER : source.text.split('\n').length;
  for (const { turns, marks } of interviews) {
    for (const { words, label, line } of turns) {
      expect(words).toBe(words.trim());
      expect(words).not.toBe('');
      expect(label).toBe(label.trim());
      expect(line).toBeGreaterThan(0);
      expect(line).toBeLessThanOrEqual(lines);
    }
    for (const { from, to } of marks) {
      expect(from.turn < to.turn || (from.turn === to.turn && from.offset < to.offset)).toBe(true);
      expect(to.offset).toBeLessThanOrEqual(turns[to.turn]?.words.length ?? -1);
    }
  }
  for (const { place, message } of notices) {
    expect(place.file).toBe(source.name);
    expect(place.line ?? 1).toBeLessThanOrEqual(lines);
    expect(message).not.toContain('\n');
  }
}

const anySource = fc.record({
  name: fc.constantFrom('a.txt', 'a.md', 'a.csv', 'a.json', 'a'),
  text: fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc
      .array(fc.tuple(fc.constantFrom(...inputs.map(({ text }) => text)), fc.nat(400), fc.nat(400)), {
        maxLength: 3,
      })
      .map((parts) => parts.map(([text, from, length]) => text.slice(from, from + length)).join('\n')),
  ),
});

describe.each(formats)('$id', (format) => {
  test('has an id in kebab-case, a label and extensions in lower case with a dot', () => {
    expect(format.id).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    expect(format.label).not.toBe('');
    expect(format.extensions.every((extension) => /^\.[a-z]+$/.test(extension))).toBe(true);
    expect(formats.filter(({ id }) => id === format.id)).toHaveLength(1);
  });

  test('is how surely it knows any source: a number from 0 to 1', () => {
    fc.assert(
      fc.property(anySource, (source) => {
        const score = format.recognise(source);
        expect(score >= 0 && score <= 1).toBe(true);
      }),
    );
  });

  test('gives turns with words, at lines of the file, and marks inside them, whatever it reads', () => {
    for (const source of inputs)
      checkReading(
        format,
        readOrRefuse(() => format.read(source)),
        source,
      );
    fc.assert(
      fc.property(anySource, (source) =>
        checkReading(
          format,
          readOrRefuse(() => format.read(source)),
          source,
        ),
      ),
    );
  });
});
