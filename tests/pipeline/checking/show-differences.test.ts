import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { showDifferences } from '../../../src/pipeline/checking/show-differences.js';

const passage = (exact: string) => ({ exact, span: { start: 10, end: 10 + exact.length } });
const at = (start: number, end: number) => ({ start: 10 + start, end: 10 + end });

describe('the differences of a passage', () => {
  it('stand where they are, with a space before what has one', () => {
    const pieces = showDifferences(passage('one two, three'), [
      { kind: 'changed', draft: '2', transcript: 'two', at: at(4, 7) },
      { kind: 'added', draft: 'and', transcript: '', at: at(8, 8) },
    ]);
    expect(pieces).toEqual([
      { spaced: false, same: 'one' },
      { spaced: true, draft: '2' },
      { spaced: true, transcript: 'two' },
      { spaced: false, same: ',' },
      { spaced: true, draft: 'and' },
      { spaced: true, same: 'three' },
    ]);
  });

  it('are none of a passage that is the same, of which a few words are shown', () => {
    const pieces = showDifferences(passage('a b c d e f g h i j k l m n'), []);
    expect(pieces.map(({ same }) => same).join('')).not.toContain('n');
  });

  it('hold every word of the transcript that differs, whatever differs', () => {
    const words = fc.array(fc.constantFrom('one', 'two', 'three'), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(words, fc.infiniteStream(fc.boolean()), (list, flips) => {
        const exact = list.join(' ');
        let start = 0;
        const differences = list.flatMap((word) => {
          const own = at(start, start + word.length);
          start += word.length + 1;
          const isOther = flips.next().value === true;
          return isOther ? [{ kind: 'changed' as const, draft: 'x', transcript: word, at: own }] : [];
        });
        const shown = showDifferences(passage(exact), differences);
        expect(shown.flatMap(({ transcript }) => transcript ?? [])).toEqual(
          differences.map(({ transcript }) => transcript),
        );
        expect(shown.filter(({ draft }) => draft === 'x')).toHaveLength(differences.length);
      }),
    );
  });
});
