import { describe, expect, it } from 'vitest';
import {
  changedFields,
  emptyTexts,
  newFields,
  openTexts,
  readLines,
} from '../../../../../src/review/page/views/organise/theme-fields.js';
import { makeTheme } from './make-taxonomy.js';

const theme = {
  ...makeTheme('work'),
  description: 'What one does.',
  keywords: ['goal*', 'good ~3 job'],
  examples: ['I do, well, things.'],
};

it('reads one entry a line, whatever the line ends, without blanks and doubles', () => {
  expect(readLines(' a \r\n\nb, c\ra\n')).toEqual(['a', 'b, c']);
  expect(readLines('')).toEqual([]);
});

describe('changedFields', () => {
  it('is nothing for a form that was opened and not touched', () => {
    expect(changedFields(openTexts(theme), openTexts(theme))).toEqual({});
  });

  it('names what was changed alone, and tells emptied from untouched', () => {
    const texts = { ...openTexts(theme), include: ' More ', description: '', keywords: 'goal*\n' };
    expect(changedFields(openTexts(theme), texts)).toEqual({
      include: 'More',
      description: '',
      keywords: ['goal*'],
    });
  });

  it('leaves the label of a theme whose label was emptied', () => {
    expect(changedFields(openTexts(theme), { ...openTexts(theme), label: '  ' })).toEqual({});
    expect(changedFields(openTexts(theme), { ...openTexts(theme), label: ' Labour ' })).toEqual({
      label: 'Labour',
    });
  });
});

it('gives a new theme all that was written, and no empty fields', () => {
  expect(newFields({ ...emptyTexts, label: ' Rest ', keywords: 'sleep\nnap' })).toEqual({
    label: 'Rest',
    keywords: ['sleep', 'nap'],
  });
});
