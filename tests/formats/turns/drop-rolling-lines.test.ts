import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dropRollingLines } from '../../../src/formats/turns/drop-rolling-lines.js';
import type { RawCue } from '../../../src/formats/turns/split-cues.js';

function makeCues(captions: readonly (readonly string[])[]): readonly RawCue[] {
  return captions.map((lines, index) => ({
    id: '',
    startsAtMs: index * 1000,
    endsAtMs: index * 1000 + 900,
    line: index + 1,
    lines: lines.map((text) => ({ text, line: index + 1, afterBlank: false })),
  }));
}

const wordsOf = (captions: readonly (readonly string[])[]) =>
  dropRollingLines(makeCues(captions)).cues.flatMap(({ lines }) => lines.map(({ text }) => text));

describe('dropRollingLines', () => {
  it('gives each line of a caption that rolls once', () => {
    expect(wordsOf([['one'], ['one'], ['one', 'two'], ['two'], ['two', 'three']])).toEqual([
      'one',
      'two',
      'three',
    ]);
  });

  it('keeps a line that is said again right away', () => {
    expect(wordsOf([['yes'], ['yes', 'yes'], ['yes', 'no'], ['no', 'well']])).toEqual([
      'yes',
      'yes',
      'no',
      'well',
    ]);
  });

  it('compares lines without their tags', () => {
    expect(
      wordsOf([['so<00:00:01.000><c> then</c>'], ['so then', 'he<c> left</c>'], ['he left', 'us']]),
    ).toEqual(['so<00:00:01.000><c> then</c>', 'he<c> left</c>', 'us']);
  });

  it('takes nothing out of captions in which people repeat themselves now and then', () => {
    const captions = [['Yes.'], ['Yes.'], ['When?'], ['On Monday.'], ['On Monday.', 'At nine.'], ['Good.']];
    expect(wordsOf(captions)).toEqual(captions.flat());
    expect(wordsOf([['No.'], ['No.'], ['No.'], ['No.']])).toEqual(['No.', 'No.', 'No.', 'No.']);
  });

  it('rolls back whatever was rolled out', () => {
    const lines = fc.uniqueArray(
      fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 6 }),
      {
        minLength: 3,
        maxLength: 20,
      },
    );
    fc.assert(
      fc.property(lines, (said) => {
        const rolled = said.map((line, index) => (index === 0 ? [line] : [said[index - 1] ?? '', line]));
        expect(wordsOf(rolled)).toEqual(said);
      }),
    );
  });
});
