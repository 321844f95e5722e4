import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findSpoken,
  gatherRuns,
  isSaying,
  redactSpoken,
} from '../../../src/pipeline/withdrawing/spoken-runs.js';

const said = "I don't wake before noon, and nobody at home lets me sleep that long.";
const runs = gatherRuns([said], ['Well, nobody at home lets me do that.']);

describe('the runs of words of a participant', () => {
  it.each([
    ['as they are', `A memo: ${said} So it is.`, 'A memo: [withdrawn]. So it is.'],
    ['in capitals and over lines', 'x WAKE BEFORE\n> noon — and nobody x', 'x [withdrawn] x'],
    ['in JSON', '{"a":"don\\u2019t wake\\nbefore noon and"}', '{"a":"[withdrawn]"}'],
    ['in HTML', '<p>I don&#39;t wake <em>before</em> noon</p>', '<p>[withdrawn]</p>'],
  ])('are found %s', (_what, text, redacted) => {
    expect(redactSpoken(text, runs)).toBe(redacted);
  });

  it.each([
    ['four words', 'wake before noon, and'],
    ['what others said too', 'nobody at home lets me'],
  ])('are not %s', (_what, text) => {
    expect(findSpoken(text, runs)).toEqual([]);
  });

  it('take what others said too with them where they go on', () => {
    expect(redactSpoken('noon and nobody at home lets me', runs)).toBe('[withdrawn]');
  });

  it('know a short example again where it is said by nobody else', () => {
    expect(isSaying('sleep that long', runs)).toBe(true);
    expect(isSaying('nobody at home', runs)).toBe(false);
    expect(isSaying('that long', runs)).toBe(false);
  });

  it('are gone from every text once it was redacted', () => {
    const word = fc.constantFrom('a', 'b', 'c', "d'e");
    const words = fc.array(word, { maxLength: 14 }).map((list) => list.join(' '));
    const noise = fc.array(
      fc.oneof(
        words,
        fc.string({ unit: 'grapheme', maxLength: 6 }),
        fc.constantFrom('<b>', '\\n', '&#39;', '\n'),
      ),
    );
    fc.assert(
      fc.property(words, words, noise, (own, others, pieces) => {
        const gathered = gatherRuns([own], [others]);
        const text = pieces.join(' ');
        expect(findSpoken(redactSpoken(text, gathered), gathered)).toEqual([]);
      }),
    );
  });
});
