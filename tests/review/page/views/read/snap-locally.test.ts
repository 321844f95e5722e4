import { describe, expect, it } from 'vitest';
import { snapLocally } from '../../../../../src/review/page/views/read/snap-locally.js';

const turns = [
  ['interviewer', 'And then?'],
  ['participant', 'Nobody told me anything.'],
  ['interviewer', 'Nobody?'],
  ['participant', 'Not one person.'],
] as const;
let at = 0;
const utterances = turns.map(([role, words]) => {
  const span = { start: at, end: at + words.length };
  at += words.length + 1;
  return { span, speaker: role, role, startsAtMs: null };
});
const page = { text: turns.map(([, words]) => words).join('\n'), utterances };
const snap = (from: string, to: string) => {
  const start = page.text.indexOf(from);
  const snapped = snapLocally(page, { start, end: page.text.indexOf(to, start) + to.length });
  return { ...snapped, words: snapped.span && page.text.slice(snapped.span.start, snapped.span.end) };
};

describe('snapping without the server', () => {
  it('takes whole words', () => {
    expect(snap('body told', 'any')).toMatchObject({ words: 'Nobody told me anything.', cut: false });
  });

  it('leaves an interviewer’s turn out and says that it did', () => {
    expect(snap('then?', 'told me')).toMatchObject({ words: 'Nobody told me', cut: true });
    expect(snap('told me', 'one person')).toMatchObject({ words: 'told me anything.', cut: true });
  });

  it('says why where there is nothing to mark', () => {
    expect(snap('And', 'And').refused).toMatch(/interviewer/);
    expect(snapLocally(page, { start: 16, end: 17 }).span).toBeNull();
  });
});
