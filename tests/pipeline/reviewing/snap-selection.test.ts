import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { snapSelection } from '../../../src/pipeline/reviewing/snap-selection.js';
import { buildTranscript } from '../build-transcript.js';

const transcript = buildTranscript('call', [
  ['I', 'How is the lamp?'],
  ['P01', 'It’s old, “very” old. Nobody cares 👩🏽‍🚒 any more.'],
  ['I', 'And then?'],
  ['P01', 'Then it broke.'],
  ['P02', 'I never saw it lit.'],
]);
const { text, utterances } = transcript;

/** What becomes of the selection of some words, or of two with all between them. */
function snap(from: string, to = from, across = false) {
  const selection = { start: text.indexOf(from), end: text.indexOf(to) + to.length };
  const { span, ...rest } = snapSelection(transcript, selection, { across });
  return { words: span === undefined ? undefined : text.slice(span.start, span.end), ...rest };
}

describe('snapSelection', () => {
  it('widens a selection to whole words, and keeps the signs that were selected with them', () => {
    expect(snap('ody ca')).toEqual({ words: 'Nobody cares', cut: false, refused: '' });
    expect(snap('“very” ol').words).toBe('“very” old');
    expect(snap('t’s').words).toBe('It’s');
  });

  it('takes a selection that was drawn backwards', () => {
    const start = text.indexOf('cares');
    expect(snapSelection(transcript, { start: start + 3, end: start }, { across: false })).toEqual({
      ...{ cut: false, refused: '' },
      span: { start, end: start + 5 },
    });
  });

  it('cuts an interviewer off, and runs over one between two turns of a speaker only when it is asked to', () => {
    expect(snap('the lamp', 'It’s old')).toMatchObject({ words: 'It’s old', cut: false });
    expect(snap('any more.', 'Then it broke')).toMatchObject({ words: 'Then it broke', cut: true });
    expect(snap('any more.', 'Then it broke', true)).toMatchObject({
      words: 'any more.\nAnd then?\nThen it broke',
      cut: false,
    });
  });

  it('takes the speaker of whom most is selected, and never two', () => {
    expect(snap('broke.', 'I never saw')).toMatchObject({ words: 'I never saw' });
    expect(snap('broke.', 'I never saw', true)).toMatchObject({ words: 'I never saw' });
  });

  it('refuses what holds no word, and an interviewer’s words', () => {
    expect(snap('👩🏽‍🚒')).toMatchObject({ words: undefined, refused: expect.stringContaining('no word') });
    expect(snap('And then')).toMatchObject({
      words: undefined,
      refused: expect.stringContaining('interviewer'),
    });
  });

  it('gives what it gave when it is asked again, whole words of one speaker who is no interviewer', () => {
    const anyPlace = fc.integer({ min: -5, max: text.length + 5 });
    fc.assert(
      fc.property(anyPlace, anyPlace, fc.boolean(), (start, end, across) => {
        const { span } = snapSelection(transcript, { start, end }, { across });
        if (span === undefined) return;
        expect(snapSelection(transcript, span, { across }).span).toEqual(span);
        const ends = utterances.filter((each) =>
          [span.start, span.end - 1].some((at) => each.span.start <= at && at < each.span.end),
        );
        expect(ends.every(({ speaker }) => speaker.kind === 'participant')).toBe(true);
        expect(new Set(ends.map(({ speaker }) => JSON.stringify(speaker))).size).toBe(1);
        const [before, after] = [text.slice(span.start - 1, span.start), text.slice(span.end, span.end + 1)];
        expect(/\p{L}/u.test(before) && /\p{L}/u.test(text.charAt(span.start))).toBe(false);
        expect(/\p{L}/u.test(after) && /\p{L}/u.test(text.charAt(span.end - 1))).toBe(false);
      }),
    );
  });
});
