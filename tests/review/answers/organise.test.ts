import { describe, expect, it } from 'vitest';
import { answerBoard } from '../../../src/review/answers/board.js';
import { answerClusters } from '../../../src/review/answers/clusters.js';
import { answerPreview } from '../../../src/review/answers/preview.js';
import { changeStudy, makeAll, openSample, TODAY } from './make-desk.js';

const desk = openSample();
const board = { theme: 'define-success', today: TODAY, coder: 'ana' };

describe('the board of a theme', () => {
  it('has the quotes that carry it, those ordered by hand first', () => {
    const ids = answerBoard(desk, board).quotes.map(({ id }) => id);
    const [first, second, ...others] = ids;
    if (first === undefined || second === undefined)
      throw new Error('the sample has no quotes of this theme');
    const boards = [{ themeId: 'define-success', quoteIds: [second, 'q_gone', second, first] }];
    const ordered = answerBoard(changeStudy(desk, { boards }), board).quotes.map(({ id }) => id);
    expect(ordered).toEqual([second, first, ...others]);
  });

  it('says what would be printed now and why, all of it on the board', () => {
    const { picked, quotes } = answerBoard(desk, board);
    expect(picked).toHaveLength(desk.reading.study.settings.reports.quotesPerTheme);
    for (const { quote, reason } of picked) {
      expect(quotes.map(({ id }) => id)).toContain(quote);
      expect(reason).not.toBe('');
    }
  });

  it('has the memo as it is written, and as HTML without any of its own', () => {
    const memo = '# Why\n\n<script>alert(1)</script> [x](javascript:alert(1)) *so*';
    const reading = { ...desk.reading, memoTexts: new Map([['define-success', memo]]) };
    const told = answerBoard({ ...desk, reading }, board);
    expect(told.memo).toBe(memo);
    expect(told.memoHtml).toContain('<em>so</em>');
    expect(told.memoHtml).not.toMatch(/<script|javascript:/u);
  });

  it('of a theme that is not there is refused', () => {
    expect(() => answerBoard(desk, { ...board, theme: 'no-theme' })).toThrow(
      expect.objectContaining({ code: 'unknown-theme' }),
    );
  });
});

describe('clusters', () => {
  it('leave out quotes and themes that went after they were made', () => {
    const made = makeAll(desk);
    const before = answerClusters(made, { coder: 'ana' });
    const [gone] = before.clusters[0]?.quotes ?? [];
    const { quotes, taxonomy } = made.reading.study;
    const left = changeStudy(made, {
      quotes: quotes.filter(({ id }) => id !== gone?.id),
      taxonomy: { ...taxonomy, themes: [] },
    });
    const after = answerClusters(left, { coder: 'ana' });
    expect(after.clusters[0]?.quotes).toHaveLength((before.clusters[0]?.quotes.length ?? 0) - 1);
    expect(after.clusters.map(({ nearestTheme }) => nearestTheme)).toEqual(after.clusters.map(() => ''));
  });

  it('are not ready before they are made', () => {
    expect(answerClusters(desk, { coder: 'ana' })).toMatchObject({ ready: false, clusters: [] });
  });
});

describe('the preview of an action', () => {
  it('says what merging two themes would move', () => {
    const told = answerPreview(desk, { action: { kind: 'merge-themes', from: 'fear', into: 'pain-point' } });
    expect(told.refused).toBe('');
    expect(told.quotes).toBeGreaterThan(0);
    expect(told.lines.join(' ')).toMatch(/moves? to “/u);
  });

  it('says why an action cannot be done', () => {
    const told = answerPreview(desk, { action: { kind: 'merge-themes', from: 'fear', into: 'no-theme' } });
    expect(told.refused).not.toBe('');
  });
});
