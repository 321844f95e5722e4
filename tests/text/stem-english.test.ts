import fc from 'fast-check';
import { PorterStemmer } from 'natural/lib/natural/stemmers/index.js';
import { describe, expect, it } from 'vitest';
import { stemEnglish } from '../../src/text/stem-english.js';

/** Endings that some step of the algorithm looks for, and letters that make what stands before them long or short. */
const endings = [
  ...[
    'ational',
    'tional',
    'enci',
    'anci',
    'izer',
    'abli',
    'alli',
    'entli',
    'eli',
    'ousli',
    'ization',
    'ation',
  ],
  ...['ator', 'alism', 'iveness', 'fulness', 'ousness', 'aliti', 'iviti', 'biliti', 'logi', 'icate', 'ative'],
  ...[
    'alize',
    'iciti',
    'ical',
    'ful',
    'ness',
    'ance',
    'ence',
    'able',
    'ement',
    'ment',
    'ent',
    'sion',
    'tion',
  ],
  ...[
    'ion',
    'ism',
    'iti',
    'ed',
    'ing',
    'eed',
    's',
    'ies',
    'sses',
    'es',
    'y',
    'e',
    'll',
    'at',
    'bl',
    'iz',
    'ou',
  ],
];
const pieces = fc.constantFrom(...endings, ...'aeiouyybcdlstwxzé1');
const words = fc.array(pieces, { maxLength: 9 }).map((parts) => parts.join(''));

describe('stemEnglish', () => {
  // The examples of M. F. Porter, An algorithm for suffix stripping, Program 14 (1980), as far as all steps leave them.
  it.each([
    ['caresses', 'caress'],
    ['ponies', 'poni'],
    ['feed', 'feed'],
    ['agreed', 'agre'],
    ['plastered', 'plaster'],
    ['motoring', 'motor'],
    ['sing', 'sing'],
    ['hopping', 'hop'],
    ['falling', 'fall'],
    ['filing', 'file'],
    ['happy', 'happi'],
    ['sky', 'sky'],
    ['relational', 'relat'],
    ['hopefulness', 'hope'],
    ['formaliti', 'formal'],
    ['electrical', 'electr'],
    ['replacement', 'replac'],
    ['adoption', 'adopt'],
    ['cease', 'ceas'],
    ['controll', 'control'],
    ['roll', 'roll'],
    ['generalizations', 'gener'],
    ['oscillators', 'oscil'],
  ])('makes of %s the stem %s', (word, stem) => {
    expect(stemEnglish(word)).toBe(stem);
  });

  it('gives the stem that natural gives, of whatever is written in lower case', () => {
    fc.assert(
      fc.property(words, (word) => {
        expect(stemEnglish(word)).toBe(PorterStemmer.stem(word));
      }),
      { numRuns: 5000 },
    );
  });
});
