import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupTexts } from '../../src/text/group-texts.js';
import { loadKernels } from '../../src/text/kernels/load-kernels.js';
import { rowAt, type SparseRows } from '../../src/text/sparse-rows.js';
import { makeRows } from './make-table.js';

const means = { kernels: loadKernels(), seed: 1 };
const listAll = (rows: SparseRows, k?: number) =>
  groupTexts({ content: rows, all: rows }, { ...means, ...(k === undefined ? {} : { k }) });
const twoBundles = [
  [3, 1, 0, 0, 0],
  [3, 2, 0, 0, 0],
  [2, 1, 0, 0, 0],
  [0, 0, 3, 1, 0],
  [0, 0, 3, 2, 1],
  [0, 0, 2, 1, 0],
];
const anyRows = fc.array(fc.array(fc.constantFrom(0, 0, 0, 1, 2), { minLength: 7, maxLength: 7 }), {
  maxLength: 60,
});

describe('groupTexts', () => {
  it('joins few texts by their words, told how many groups or not, and says nothing of runs', () => {
    for (const k of [undefined, 2]) {
      const { groups, method } = listAll(makeRows(twoBundles), k);
      expect(groups.map(({ rows }) => rows.toSorted())).toEqual([
        [0, 1, 2],
        [3, 4, 5],
      ]);
      expect(method).toBe('agglomerative');
      expect(groups.every(({ certainty, stability }) => certainty === null && stability === null)).toBe(true);
    }
  });

  it('groups many texts by consensus, with certainty and stability', () => {
    const spread = Array.from({ length: 80 }, (_, i) => {
      const row = Array.from({ length: 24 }, () => 0);
      const base = (i % 4) * 6;
      row[base + (i % 6)] = 2;
      row[base + ((i >> 2) % 6)] = 1;
      row[base + ((i >> 3) % 6)] = 3;
      return row;
    });
    const { groups, method } = listAll(makeRows(spread), 4);
    expect(method).toBe('consensus');
    expect(groups.flatMap(({ rows }) => rows)).toHaveLength(80);
    for (const { rows, certainty, stability } of groups) {
      expect(new Set(rows.map((row) => row % 4)).size).toBe(1);
      expect(certainty).toHaveLength(rows.length);
      expect(stability).toBeGreaterThan(0.5);
    }
  });

  it('joins texts by their words where every word is too common to tell them apart', () => {
    const many = Array.from({ length: 60 }, (_, i) => {
      const [a, b] = [1 + (i % 5), 1 + (i % 7)];
      return i % 2 === 0 ? [a, b, 3, 0, 0, 0] : [0, 0, 0, a, 3, b];
    });
    const { groups, method } = listAll(makeRows(many), 2);
    expect(method).toBe('agglomerative');
    expect(groups.map(({ rows }) => rows.length)).toEqual([30, 30]);
  });

  it('groups by what function words tell too, but never a text that has no content', () => {
    // Columns 0 to 11 are content, the same of an even and the next odd text; 12 to 16 are function words of even texts, 17
    // to 21 of odd ones. Every ninth pair has no content.
    const all = Array.from({ length: 180 }, (_, i) => {
      const pair = i >> 1;
      const content = pair % 9 === 8 ? [] : [(pair * 7) % 12, (pair * 5 + 1) % 12, (pair >> 2) % 12];
      const own = 12 + (i % 2) * 5;
      const company = [own + (pair % 5), own + ((pair >> 1) % 5)];
      return Array.from({ length: 22 }, (_unused, column) =>
        content.includes(column) ? 1 : company.includes(column) ? 2 : 0,
      );
    });
    const content = makeRows(all.map((row) => row.map((value, column) => (column < 12 ? value : 0))));
    const isOneSided = ({ rows }: { rows: readonly number[] }) =>
      new Set(rows.map((row) => row % 2)).size === 1;
    const { groups } = groupTexts({ content, all: makeRows(all) }, { ...means, k: 4 });
    expect(groups.flatMap(({ rows }) => rows).every((row) => (row >> 1) % 9 !== 8)).toBe(true);
    expect(groups.every(isOneSided)).toBe(true);
    expect(listAll(content, 4).groups.some(isOneSided)).toBe(false);
  });

  it('gives no group where fewer than six texts have anything in them', () => {
    expect(listAll(makeRows(twoBundles.slice(0, 5))).method).toBe('none');
    expect(listAll(makeRows([...twoBundles.slice(0, 5), [0, 0, 0, 0, 0]])).groups).toEqual([]);
    expect(listAll(makeRows([])).groups).toEqual([]);
  });

  it('puts equal texts into one group, few or many', () => {
    for (const length of [8, 400]) {
      const { groups } = listAll(makeRows(Array.from({ length }, () => [1, 2])));
      expect(groups.map(({ rows }) => rows.length)).toEqual([length]);
      expect(groups[0]?.cohesion).toBeCloseTo(1, 5);
    }
  });

  it('groups texts of one word each by that word', () => {
    const words = Array.from({ length: 120 }, (_, i) =>
      Array.from({ length: 40 }, (_, j) => (j === i % 40 ? 1 : 0)),
    );
    const { groups, method } = listAll(makeRows(words), 40);
    expect(method).toBe('agglomerative');
    expect(groups).toHaveLength(40);
    for (const { rows } of groups) expect(new Set(rows.map((row) => row % 40)).size).toBe(1);
  });

  it('leaves out a text that has nothing in common with the others', () => {
    const { groups } = listAll(makeRows([...twoBundles.map((row) => [...row, 0]), [0, 0, 0, 0, 0, 1]]), 2);
    expect(groups.flatMap(({ rows }) => rows)).not.toContain(6);
  });

  it('gives disjoint groups of at least two texts and at most as many as asked for, all figures from 0 to 1', () => {
    fc.assert(
      fc.property(anyRows, fc.option(fc.integer({ min: 1, max: 90 }), { nil: undefined }), (vectors, k) => {
        const rows = makeRows(vectors);
        const found = listAll(rows, k);
        const members = found.groups.flatMap((group) => group.rows);
        expect(new Set(members).size).toBe(members.length);
        expect(members.every((row) => rowAt(rows, row).columns.length > 0)).toBe(true);
        if (k !== undefined) expect(found.groups.length).toBeLessThanOrEqual(k);
        for (const group of found.groups) {
          expect(group.rows.length).toBeGreaterThan(1);
          const figures = [group.cohesion, group.stability ?? 0, ...(group.certainty ?? [])];
          expect(figures.every((figure) => figure >= 0 && figure <= 1)).toBe(true);
        }
        expect(listAll(rows, k)).toEqual(found);
      }),
      { numRuns: 60 },
    );
  });
});
