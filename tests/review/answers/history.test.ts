import { describe, expect, it } from 'vitest';
import type { HistoryEntry } from '../../../src/model/history.js';
import { answerHistory } from '../../../src/review/answers/history.js';
import { answerStudy } from '../../../src/review/answers/study.js';
import { openSample } from './make-desk.js';

const sample = openSample();
const [quote] = sample.reading.study.quotes;
if (quote === undefined) throw new Error('the sample has no quotes');

function write(id: string, by: string, parts: Partial<HistoryEntry> = {}): HistoryEntry {
  const at = '2026-07-01T09:00:00Z';
  const before = { applies: false, at };
  const after = { applies: true, at };
  return {
    id,
    at,
    by,
    action: { kind: 'decide', quote: quote?.id ?? '', theme: 'fear', applies: true },
    changes: [{ kind: 'decision', coder: by, quote: quote?.id ?? '', theme: 'fear', before, after }],
    ...parts,
  };
}

const history = [
  write('1', 'ana'),
  write('2', 'ben'),
  write('3', 'ana'),
  write('4', 'ana', { action: { kind: 'undo' }, of: '3' }),
  write('5', 'ana', { action: { kind: 'undo' }, of: '1' }),
  write('6', 'ana', { action: { kind: 'redo' }, of: '1' }),
];
const desk = { ...sample, history };
const ana = { coder: 'ana' };

describe('the history', () => {
  it('tells the latest first, who did it, and where to look', () => {
    const { entries, more } = answerHistory(desk, ana);
    expect(entries.map(({ id }) => id)).toEqual(['6', '5', '4', '3', '2', '1']);
    expect(more).toBe(false);
    expect(entries.at(-1)).toMatchObject({
      by: 'ana',
      quote: quote.id,
      transcript: quote.transcriptId,
      theme: 'fear',
      told: expect.stringContaining('“Fear”'),
    });
    expect(entries[2]?.told).toMatch(/^Took back: /u);
  });

  it('marks what was taken back and not done again', () => {
    const undone = answerHistory(desk, ana).entries.flatMap(({ id, undone }) => (undone ? [id] : []));
    expect(undone).toEqual(['3']);
  });

  it('goes on page by page without a gap', () => {
    const first = answerHistory(desk, { ...ana, count: 4 });
    expect(first.more).toBe(true);
    const rest = answerHistory(desk, { ...ana, count: 4, before: first.entries.at(-1)?.id ?? '' });
    expect([...first.entries, ...rest.entries]).toEqual(answerHistory(desk, ana).entries);
    expect(rest.more).toBe(false);
  });

  it('holds in blind mode no decision of anybody else', () => {
    const { entries } = answerHistory(desk, { ...ana, blind: true });
    expect(entries.map(({ by }) => by)).not.toContain('ben');
  });

  it('names no place that is gone', () => {
    const [first] = history;
    if (first === undefined) throw new Error('no entry');
    const gone = write('7', 'ana', {
      changes: [
        { kind: 'decision', coder: 'ana', quote: 'q_gone', theme: 'gone', before: null, after: null },
      ],
    });
    expect(answerHistory({ ...sample, history: [gone] }, ana).entries[0]).toMatchObject({
      quote: '',
      theme: '',
      transcript: '',
    });
  });

  it('says in the study what undo and redo would do', () => {
    expect(answerStudy(desk, 'ana')).toMatchObject({
      undo: expect.stringContaining('“Fear”'),
      redo: expect.stringContaining('“Fear”'),
    });
    expect(answerStudy(desk, 'cleo')).toMatchObject({ undo: '', redo: '' });
  });
});
