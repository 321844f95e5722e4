import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../../src/model/settings.js';
import { countPlainly } from '../../../src/text/count-plainly.js';
import { countLines, countTexts, tabulateLines } from '../../../src/text/count-texts.js';
import { addText, finishCounting, startCounting } from '../../../src/text/engine/count-chunks.js';
import { finishTally } from '../../../src/text/engine/tally.js';
import { startVocabulary } from '../../../src/text/engine/vocabulary.js';
import { CHUNK_BYTES } from '../../../src/text/engine/word-tables.js';
import type { TermKind } from '../../../src/text/read-term.js';
import { language, writtenText } from '../write-texts.js';

/** By the tables of words.wat, however few the texts are. */
function countFast(texts: readonly string[], spoken: Language) {
  const counting = startCounting(startVocabulary(spoken), { keepsWords: true });
  expect(counting.fast).toBeDefined();
  for (const text of texts) addText(counting, text);
  return finishTally(finishCounting(counting));
}

const listWords = (count: number, letter: string) =>
  Array.from({ length: count }, (_, i) => `${letter}${i.toString(36)}`).join(' ');

describe('counting in chunks', () => {
  it('gives what counting plainly gives, whatever the texts and the language', () => {
    fc.assert(
      fc.property(fc.array(writtenText, { maxLength: 8 }), language, (texts, spoken) => {
        // Twice, so that every word is known the second time.
        expect(countFast([...texts, ...texts], spoken)).toEqual(countPlainly([...texts, ...texts], spoken));
      }),
      { numRuns: 500 },
    );
  });

  it('gives the same over many chunks, with texts that are longer than one, and words that fill the tables', () => {
    const talk = "You know, I don't think the plan’s kind of working — it's, uh, what people-managers mean.";
    const texts = [
      ...Array.from({ length: 4000 }, (_, i) => `${talk} ${i % 37}`),
      listWords(40_000, 'a'),
      '',
      listWords(9_000, 'b'),
      ...Array.from({ length: 300 }, (_, i) => listWords(200, `c${i}x`)),
      'go '.repeat(300),
      talk,
    ];
    expect(texts.reduce((sum, { length }) => sum + length, 0)).toBeGreaterThan(6 * CHUNK_BYTES);
    expect(countFast(texts, 'en')).toEqual(countPlainly(texts, 'en'));
  });

  it('gives the same for words about as long as can be taught, whatever they hold and wherever they end', () => {
    const letter = fc.constantFrom(...'abZ09', "'", '-', '_', 'ü', '’', '東');
    const long = fc
      .array(letter, { minLength: 11, maxLength: 19, size: 'max' })
      .map((letters) => letters.join(''));
    fc.assert(
      fc.property(fc.array(long, { maxLength: 6 }), language, (words, spoken) => {
        const texts = [words.join(' '), ...words, words.join(', ')];
        expect(countFast([...texts, ...texts], spoken)).toEqual(countPlainly([...texts, ...texts], spoken));
      }),
      { numRuns: 300 },
    );
  });

  it('takes every ASCII character for what it is elsewhere', () => {
    const characters = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));
    const texts = characters.flatMap((own) => [`${own}a`, `a${own}`, `a${own}b`, `a${own}${own}b`, `${own}`]);
    expect(countFast([...texts, ...texts], 'en')).toEqual(countPlainly([...texts, ...texts], 'en'));
  });

  it('gives the same where a text holds a word more often than a byte can tell, between texts that do not', () => {
    const texts = [
      'we go on',
      `${'go '.repeat(255)}on`,
      `on ${'go '.repeat(256)}`,
      'go on',
      'on '.repeat(5000),
    ];
    const counted = countFast(texts, 'en');
    expect(counted).toEqual(countPlainly(texts, 'en'));
    expect(Math.max(...counted.counts)).toBe(5000);
  });

  it('gives the same where there are more texts than bytes', () => {
    const texts = [...Array.from({ length: 40_000 }, () => ''), 'a plan', ''];
    expect(countFast(texts, 'en')).toEqual(countPlainly(texts, 'en'));
  });

  it('gives the same for words that were chosen to get in the way of each other where they are taught', () => {
    // The high bits of the product that words.wat begins its search with.
    const slotOf = (word: string) =>
      Number((Buffer.from(word.padEnd(8, '\0')).readBigUInt64LE() * 0x9e3779b97f4a7c15n) & (2n ** 64n - 1n)) /
      2 ** 53;
    const words = Array.from({ length: 200_000 }, (_, i) => `w${i.toString(36)}`);
    const crowd = words.filter((word) => Math.floor(slotOf(word)) === 7);
    expect(crowd.length).toBeGreaterThan(70);
    const texts = [crowd.join(' '), 'a plan', crowd.toReversed().join(' ')];
    expect(countFast(texts, 'de')).toEqual(countPlainly(texts, 'de'));
  });

  it('gives the same for words that were chosen to get in the way of each other where they are interned', () => {
    const hashOf = (word: string) =>
      Buffer.from(word).reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193), 0x811c9dc5);
    const words = Array.from({ length: 900_000 }, (_, i) => `w${i.toString(36)}`);
    const crowd = words.filter((word) => ((hashOf(word) ^ (hashOf(word) >>> 15)) & 0x3fff) === 7);
    expect(crowd.length).toBeGreaterThan(40);
    const texts = [crowd.join(' '), 'costarring liquid costarring', crowd.toReversed().join(' ')];
    expect(countFast(texts, 'de')).toEqual(countPlainly(texts, 'de'));
  });
});

describe('tabulateLines', () => {
  it('gives the table of countLines, wherever the file is cut', () => {
    const file = fc
      .array(fc.oneof(writtenText, fc.constant('\n')), { maxLength: 12 })
      .map((parts) => Buffer.from(parts.join('')));
    fc.assert(
      fc.property(file, fc.array(fc.nat(200), { maxLength: 4 }), (bytes, cuts) => {
        const places = [...cuts, 0, bytes.length]
          .map((at) => Math.min(at, bytes.length))
          .sort((a, b) => a - b);
        const pieces = places.slice(1).map((end, i) => bytes.subarray(places[i], end));
        const { textStarts, wordForms, termIds, ...table } = countLines(bytes, 'en');
        expect(tabulateLines(pieces, 'en')).toEqual(table);
        expect(tabulateLines(pieces, 'en', { bytes: bytes.length })).toEqual(table);
      }),
    );
  });

  it('gives the table of countLines for lines that are empty by the thousand, or longer than several pieces', () => {
    const file = Buffer.from(`${'\n'.repeat(50_000)}a plan\n${'we go on '.repeat(60_000)}\r\nthe end`);
    const { textStarts, wordForms, termIds, ...table } = countLines(file, 'en');
    const cut = 100_003;
    const pieces = Array.from({ length: Math.ceil(file.length / cut) }, (_, i) =>
      file.subarray(i * cut, (i + 1) * cut),
    );
    expect(table.rowStarts.length).toBe(50_000 + 3 + 1);
    expect(tabulateLines(pieces, 'en')).toEqual(table);
    expect(countTexts(file.toString().split('\n'), 'en')).toMatchObject(table);
  });

  it('counts the kinds that were asked for, and nothing else is different', () => {
    const kind = fc.constantFrom<TermKind>('content', 'function', 'negation', 'filler');
    fc.assert(
      fc.property(fc.array(writtenText, { maxLength: 8 }), fc.array(kind), (texts, kinds) => {
        const lines = texts.map((text) => text.replaceAll('\n', ' '));
        const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''));
        const all = countTexts(lines, 'en');
        const expected = lines.map((_, row) =>
          [...all.columns.subarray(all.rowStarts[row], all.rowStarts[row + 1])].filter((term) =>
            kinds.includes(all.termKinds[term] ?? 'content'),
          ),
        );
        for (const length of [{}, { bytes: bytes.length }]) {
          const { rowStarts, columns, terms } = tabulateLines([bytes], 'en', { kinds, ...length });
          expect(terms).toEqual(all.terms);
          expect(lines.map((_, row) => [...columns.subarray(rowStarts[row], rowStarts[row + 1])])).toEqual(
            expected,
          );
        }
      }),
    );
  });
});
