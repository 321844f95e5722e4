import { describe, expect, it } from 'vitest';
import { clusterQuotes } from '../../src/pipeline/cluster-quotes.js';
import { inventDecision, inventInput, inventQuotes, inventTheme } from '../taggers/invented-study.js';

const pagers = [
  'The pager rings at night and I cannot sleep.',
  'When the pager rings I am awake all night.',
  'A night with the pager is a night without sleep.',
  'I sleep badly whenever the pager might ring.',
];
const hires = [
  'We interviewed five candidates for the open role.',
  'The best candidate took another role.',
  'Interviewing candidates eats my afternoons.',
  'Every open role means interviewing for weeks.',
];
const quotes = inventQuotes([...pagers, ...hires, 'Um, you know, like, well.', 'Zebras graze.']);
const themes = [inventTheme('dream', { dimension: 'voice' }), inventTheme('rest'), inventTheme('staffing')];
const decisions = [
  inventDecision('q1', 'rest'),
  inventDecision('q2', 'rest'),
  inventDecision('q2', 'staffing'),
  inventDecision('q3', 'rest', false),
  inventDecision('q1', 'dream'),
  inventDecision('q2', 'dream'),
  inventDecision('q3', 'dream'),
];

describe('clusterQuotes', () => {
  const clustering = clusterQuotes(inventInput(quotes, themes, decisions));
  const pagerCluster = clustering.clusters.find(({ quoteIds }) => quoteIds.includes('q1'));
  const hireCluster = clustering.clusters.find(({ quoteIds }) => quoteIds.includes('q5'));

  it('groups quotes that are about the same', () => {
    expect([...(pagerCluster?.quoteIds ?? [])].sort()).toEqual(['q1', 'q2', 'q3', 'q4']);
    expect([...(hireCluster?.quoteIds ?? [])].sort()).toEqual(['q5', 'q6', 'q7', 'q8']);
    expect(clustering.clusters.map(({ id }) => id)).toEqual(['c1', 'c2']);
  });

  it('leaves what is mere filler or like nothing unclustered', () => {
    expect(clustering.unclustered).toEqual(['q9', 'q10']);
  });

  it('names a cluster by words that occur in its quotes, none of them a function word or filler', () => {
    expect(pagerCluster?.terms).toContain('pager');
    for (const term of pagerCluster?.terms ?? []) expect(pagers.join(' ')).toContain(term);
    expect(pagerCluster?.terms).not.toContain('the');
  });

  it('puts the quote nearest to the centre first and says how close its quotes are', () => {
    for (const { quoteIds, medoidId, cohesion } of clustering.clusters) {
      expect(medoidId).toBe(quoteIds[0]);
      expect(cohesion).toBeGreaterThan(0.5);
      expect(cohesion).toBeLessThanOrEqual(1);
    }
  });

  it('shows the theme that most of its quotes were given, never one of another dimension', () => {
    expect(pagerCluster?.nearestTheme).toEqual({ themeId: 'rest', share: 2 / 4 });
    expect(hireCluster?.nearestTheme).toBeNull();
  });

  it('takes the first dimension for what quotes are about where none is called theme', () => {
    const moods = [inventTheme('joy', { dimension: 'mood' }), inventTheme('dream', { dimension: 'voice' })];
    const both = [inventDecision('q1', 'joy'), inventDecision('q1', 'dream'), inventDecision('q2', 'dream')];
    const { clusters } = clusterQuotes(inventInput(quotes, moods, both));
    expect(clusters.find(({ quoteIds }) => quoteIds.includes('q1'))?.nearestTheme?.themeId).toBe('joy');
  });

  it('gives the same bytes for the same quotes', () => {
    expect(JSON.stringify(clusterQuotes(inventInput(quotes, themes, decisions)))).toBe(
      JSON.stringify(clustering),
    );
  });

  it('holds every quote exactly once, as a member or as unclustered', () => {
    const ids = [...clustering.clusters.flatMap(({ quoteIds }) => quoteIds), ...clustering.unclustered];
    expect(ids.sort()).toEqual(quotes.map(({ id }) => id).sort());
  });

  it.each([
    ['no quotes', []],
    ['one quote', ['The pager rings.']],
    ['five quotes', pagers.concat(hires).slice(0, 5)],
    ['quotes without a word', Array.from({ length: 8 }, () => '…')],
    ['quotes that share nothing', ['ant', 'bee', 'cat', 'dog', 'elk', 'fox', 'gnu']],
  ])('makes no cluster of %s', (_, texts) => {
    const few = inventQuotes(texts);
    const { clusters, unclustered } = clusterQuotes(inventInput(few, themes));
    expect(clusters).toEqual([]);
    expect(unclustered).toEqual(few.map(({ id }) => id));
  });

  it('puts identical quotes into one cluster', () => {
    const { clusters } = clusterQuotes(
      inventInput(inventQuotes(Array.from({ length: 7 }, () => 'A pager.')), []),
    );
    expect(clusters).toHaveLength(1);
    expect(clusters[0]?.cohesion).toBeCloseTo(1, 9);
  });

  it('takes a number of clusters as the most there may be, larger than the quotes or not', () => {
    expect(clusterQuotes({ ...inventInput(quotes, []), k: 1 }).clusters).toHaveLength(1);
    const many = clusterQuotes({ ...inventInput(quotes, []), k: 99 });
    expect(many.clusters.length).toBeLessThanOrEqual(99);
    expect(many.clusters.every(({ cohesion }) => Number.isFinite(cohesion))).toBe(true);
  });
});
