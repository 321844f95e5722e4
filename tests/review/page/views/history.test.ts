import { describe, expect, it } from 'vitest';
import { findPlaceOfEntry } from '../../../../src/review/page/views/history/find-place.js';
import {
  describeDay,
  type Entry,
  findLocalDay,
  findLocalHour,
  groupByDay,
} from '../../../../src/review/page/views/history/group-by-day.js';

const makeEntry = (id: string, entry: Partial<Entry> = {}): Entry => ({
  id,
  at: '2026-04-02T09:14:20Z',
  by: 'ana',
  told: 'Marked a quote of P03',
  quote: '',
  transcript: '',
  theme: '',
  undone: false,
  offer: 'nothing',
  changedBy: '',
  ...entry,
});

describe('a history by day', () => {
  it('puts what follows each other on a day together and keeps the order', () => {
    const entries = [
      makeEntry('c', { at: '2026-04-03T08:00:00Z' }),
      makeEntry('b'),
      makeEntry('a', { at: '2026-04-02T07:00:00Z' }),
    ];
    const days = groupByDay(entries, (at) => at.slice(0, 10));
    expect(days.map(({ day, entries: list }) => [day, list.map(({ id }) => id)])).toEqual([
      ['2026-04-03', ['c']],
      ['2026-04-02', ['b', 'a']],
    ]);
  });

  it('calls the last two days by name and writes the others out', () => {
    expect(describeDay('2026-03-01', '2026-03-01')).toBe('Today');
    expect(describeDay('2026-02-28', '2026-03-01')).toBe('Yesterday');
    expect(describeDay('2026-02-27', '2026-03-01')).toMatch(/^Friday,? 27 February 2026$/u);
  });

  it('does not fail on a time that is none', () => {
    expect(findLocalDay('long ago')).toBe('');
    expect(findLocalHour('long ago')).toBe('');
    expect(describeDay('', '2026-03-01')).toBe('At an unknown time');
  });
});

describe('the place of an entry', () => {
  it('is the quote before the theme, and the theme before the transcript', () => {
    const all = makeEntry('a', { quote: 'q1', transcript: 'P01', theme: 'fear' });
    expect(findPlaceOfEntry(all)).toMatchObject({ view: 'read', id: 'P01', query: { quote: 'q1' } });
    expect(findPlaceOfEntry({ ...all, quote: '' })).toMatchObject({ view: 'organise', id: 'fear' });
    expect(findPlaceOfEntry({ ...all, quote: '', theme: '' })).toMatchObject({ view: 'read', id: 'P01' });
  });

  it('is nowhere for what has no place', () => {
    expect(findPlaceOfEntry(makeEntry('a'))).toBeUndefined();
  });
});
