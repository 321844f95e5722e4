import { describe, expect, it } from 'vitest';
import { listMembers } from '../../src/text/list-members.js';
import { makeRows } from './make-table.js';

describe('listMembers', () => {
  it('keeps the rows of a group that share a word with the rest of it', () => {
    const rows = makeRows([
      [1, 0, 0],
      [1, 1, 0],
      [0, 0, 1],
      [0, 1, 1],
    ]);
    expect(listMembers(rows, Uint32Array.of(0, 0, 0, 1), 2)).toEqual([[0, 1], []]);
  });
});
