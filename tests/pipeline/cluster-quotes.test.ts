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

  it('puts quotes without a theme first, names the one nearest to the centre and says how close all are', () => {
    const subjects = new Set(themes.filter(({ dimension }) => dimension === 'theme').map(({ id }) => id));
    const given = decisions.filter(({ applies, themeId }) => applies && subjects.has(themeId));
    const coded = new Set(given.map(({ quoteId }) => quoteId));
    for (const { quoteIds, medoidId, cohesion } of clustering.clusters) {
      expect(quoteIds).toContain(medoidId);
      const isCoded = quoteIds.map((id) => coded.has(id));
      expect(isCoded).toEqual(isCoded.toSorted((a, b) => Number(a) - Number(b)));
      expect(cohesion).toBeGreaterThan(0.5);
      expect(cohesion).toBeLessThanOrEqual(1);
    }
  });

  it('offers prompts for a theme before what a theme covers', () => {
    expect(clustering.clusters.map(({ coverage }) => coverage)).toEqual([
      { kind: 'prompt' },
      { kind: 'covered', themeId: 'rest', overlap: 2 / 4 },
    ]);
    expect(hireCluster?.id).toBe('c1');
  });

  it('says that few quotes were joined by their words, and then nothing of certainty', () => {
    expect(clustering.method).toBe('agglomerative');
    expect(clustering.notices.map(({ code }) => code)).toEqual(['few-quotes']);
    for (const { certainty, stability } of clustering.clusters)
      expect([certainty, stability]).toEqual([null, null]);
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

  it('takes a number of clusters as the most there may be, and says where quotes make fewer', () => {
    expect(clusterQuotes({ ...inventInput(quotes, []), k: 1 }).clusters).toHaveLength(1);
    const many = clusterQuotes({ ...inventInput(quotes, []), k: 99 });
    expect(many.clusters.length).toBeLessThanOrEqual(4);
    expect(many.notices.map(({ code }) => code)).toContain('k-too-large');
    expect(many.clusters.every(({ cohesion }) => Number.isFinite(cohesion))).toBe(true);
  });
});

describe('clusterQuotes over many quotes', () => {
  const subjects = [
    ['pager', 'night', 'sleep', 'ring', 'alarm', 'wake'],
    ['candidate', 'interview', 'role', 'hire', 'offer', 'salary'],
    ['budget', 'invoice', 'cost', 'spend', 'price', 'quarter'],
    ['roof', 'window', 'garden', 'kitchen', 'stairs', 'cellar'],
  ];
  const texts = Array.from({ length: 120 }, (_, i) => {
    const words = subjects[i % 4] ?? [];
    return [i, 1 + (i >> 1), 2 + (i >> 2), i >> 4].map((at) => words[at % words.length]).join(' ');
  });
  const many = inventQuotes([...texts, 'Um, like, well.', 'Zebras.']);
  const clustering = clusterQuotes(inventInput(many, []));

  it('finds the subjects by consensus, each quote with its certainty', () => {
    expect(clustering.method).toBe('consensus');
    expect(clustering.unclustered).toEqual(['q121', 'q122']);
    for (const { quoteIds, certainty, stability } of clustering.clusters) {
      expect(new Set(quoteIds.map((id) => Number(id.slice(1)) % 4)).size).toBe(1);
      expect(certainty).toHaveLength(quoteIds.length);
      expect(stability).toBeGreaterThan(0);
    }
  });

  it('gives the same bytes for the same quotes and seed', () => {
    expect(JSON.stringify(clusterQuotes(inventInput(many, [])))).toBe(JSON.stringify(clustering));
    expect(clusterQuotes({ ...inventInput(many, []), seed: 5 }).seed).toBe(5);
  });

  it('sorts into as many as are asked for, and then names no other number', () => {
    const { clusters, k, alsoFitting } = clusterQuotes({ ...inventInput(many, []), k: 4 });
    expect([clusters.length, k, alsoFitting]).toEqual([4, 4, []]);
  });

  it.each([
    ['Greek', 'νύχτα ύπνος φάρος βάρκα λάδι ψωμί'],
    ['Arabic', 'ليل نوم منارة قارب زيت خبز'],
    ['Chinese', '夜 睡眠 灯塔 船 油 面包'],
    ['emoji', '😀 🚢 🌊 🔥 🕯 🥖'],
  ])('gives a result or a notice in %s', (_, words) => {
    const list = words.split(' ');
    const lines = Array.from({ length: 60 }, (_unused, i) =>
      [i, i >> 1, i * i].map((at) => list[at % 6]).join(' '),
    );
    const { clusters, unclustered, notices } = clusterQuotes(inventInput(inventQuotes(lines), []));
    expect(clusters.flatMap(({ quoteIds }) => quoteIds).length + unclustered.length).toBe(60);
    expect(clusters.length + notices.length).toBeGreaterThan(0);
  });

  it('puts every quote of 5,000 words into a cluster or beside them', () => {
    const wordOf = (number: number) =>
      [...number.toString(6)].map((digit) => 'bo ka mi du se ra'.split(' ')[Number(digit)]).join('');
    const long = Array.from({ length: 40 }, (_, i) => {
      const own = subjects[i % 2] ?? [];
      const words = Array.from({ length: 5000 }, (_unused, at) =>
        at % 4 === 0 ? (own[(i + at) % own.length] ?? '') : wordOf((i * 131 + at * 7) % 3000),
      );
      return words.join(' ');
    });
    const { clusters, unclustered } = clusterQuotes({ ...inventInput(inventQuotes(long), []), k: 2 });
    expect(clusters.flatMap(({ quoteIds }) => quoteIds).length + unclustered.length).toBe(40);
    expect(clusters.every(({ cohesion }) => Number.isFinite(cohesion))).toBe(true);
  });

  it.each([
    ['all alike', ['The pager rings at night.'], 1],
    ['of one word each', ['pager', 'budget'], 2],
  ])('groups quotes that are %s', (_, kinds, count) => {
    const alike = Array.from({ length: 50 }, (_unused, i) => kinds[i % kinds.length] ?? '');
    const { clusters, unclustered } = clusterQuotes(inventInput(inventQuotes(alike), []));
    expect(clusters).toHaveLength(count);
    expect(unclustered).toEqual([]);
  });
});
