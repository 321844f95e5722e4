import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cue, joinCues, joinPieces } from '../../../src/formats/turns/join-cues.js';

/** Cues one after another, each lasting `lasts` ms, with `pause` ms after the ones that end in `|`. */
function say(
  label: string,
  texts: readonly string[],
  { lasts = 200, pause = 2_000, from = 0 } = {},
): readonly Cue[] {
  let startsAtMs = from;
  return texts.map((text, index) => {
    const cue = {
      label,
      words: text.replace('|', ''),
      startsAtMs,
      endsAtMs: startsAtMs + lasts,
      line: index + 1,
    };
    startsAtMs += lasts + (text.endsWith('|') ? pause : 0);
    return cue;
  });
}

const wordsOf = (cues: readonly Cue[]) => joinCues(cues).map((turn) => turn.words);

describe('joinCues', () => {
  it('joins what one named speaker says and begins a turn where the speaker changes', () => {
    const cues = [
      ...say('A', ['We planted beans', 'and peas.']),
      ...say('B', ['Why?']),
      ...say('A', ['Why not.']),
    ];
    expect(joinCues(cues).map(({ label, words }) => [label, words])).toEqual([
      ['A', 'We planted beans and peas.'],
      ['B', 'Why?'],
      ['A', 'Why not.'],
    ]);
  });

  it('keeps captions without a speaker apart', () => {
    const captions = Array.from({ length: 20 }, (_, index) => `this is caption ${index}`);
    expect(wordsOf(say('', captions))).toEqual(captions);
  });

  it('cuts single words without a speaker at pauses', () => {
    expect(wordsOf(say('', [...'a b c d e|'.split(' '), ...'f g h i j'.split(' ')]))).toEqual([
      'a b c d e',
      'f g h i j',
    ]);
  });

  it('does not cut single words of one speaker at pauses', () => {
    expect(wordsOf(say('A', [...'a b c d e|'.split(' '), ...'f g h i j'.split(' ')]))).toEqual([
      'a b c d e f g h i j',
    ]);
  });

  it('ends a long phrase with its sentence, not before', () => {
    const sentence = [...Array.from({ length: 24 }, () => 'word'), 'end.'];
    const turns = wordsOf(say('', [...sentence, ...sentence, ...sentence, ...sentence]));
    expect(turns.map((words) => words.split(' ').length)).toEqual([75, 25]);
  });

  it('loses no word, whoever speaks', () => {
    const word = fc.constantFrom('beans', 'peas', 'and', 'done.', ',');
    const cue = fc.record({
      label: fc.constantFrom('', 'A', 'B'),
      words: word,
      pause: fc.constantFrom(0, 3_000),
    });
    fc.assert(
      fc.property(fc.array(cue, { minLength: 1, maxLength: 80 }), (spoken) => {
        const cues = spoken.map(({ label, words, pause }, index) => ({
          label,
          words,
          startsAtMs: index * 5_000,
          endsAtMs: (index + 1) * 5_000 - pause,
          line: index + 1,
        }));
        const letters = (parts: readonly { readonly words: string }[]) =>
          parts.map((part) => part.words.replaceAll(' ', '')).join('');
        expect(letters(joinCues(cues))).toBe(letters(cues));
      }),
    );
  });
});

describe('joinPieces', () => {
  it('attaches punctuation that stands alone', () => {
    expect(joinPieces(['So', ',', 'yes', '…', '(', 'no', ')'])).toBe('So, yes… ( no)');
  });
});
