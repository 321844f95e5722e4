import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRoute, parseRoute } from '../../../../src/review/page/state/parse-route.js';

describe('routes', () => {
  it('reads the view, what of it is shown, and how', () => {
    const route = parseRoute('#/read/P01?quote=q_1&u=12');
    expect(route.view).toBe('read');
    expect(route.id).toBe('P01');
    expect([...route.query]).toEqual([
      ['quote', 'q_1'],
      ['u', '12'],
    ]);
  });

  it('keeps slashes and spaces of an id', () => {
    expect(parseRoute('#/read/group%2Fcall%2001').id).toBe('group/call 01');
    expect(parseRoute('#/read/group/call').id).toBe('group/call');
  });

  it('takes whatever is not a route for the empty one', () => {
    for (const hash of ['', '#', '#token=abc', '#main', 'read/P01'])
      expect(parseRoute(hash)).toEqual({ view: '', id: '', query: new Map() });
  });

  it('does not fail on an escape that is none', () => {
    expect(parseRoute('#/read/100%').id).toBe('100%');
  });

  it('reads back what it formats, whatever the names', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 });
    const query = fc.dictionary(text, text, { maxKeys: 4, noNullPrototype: true });
    fc.assert(
      fc.property(text, fc.string({ unit: 'grapheme' }), query, (view, id, pairs) => {
        const route = parseRoute(formatRoute(view, id, pairs));
        expect(route).toEqual({ view, id, query: new Map(Object.entries(pairs)) });
      }),
    );
  });
});
