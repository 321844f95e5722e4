import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identifierKinds } from '../../src/identifiers/index.js';
import { findIdentifiers } from '../../src/pipeline/find-identifiers.js';

const find = (text: string) => findIdentifiers(text).map(({ kind, text: found }) => [kind, found]);

describe('identifiers', () => {
  it.each([
    ['write to sam@example.org please', 'email-address', 'sam@example.org'],
    ['it is on https://example.org/a?b=1 now', 'web-address', 'https://example.org/a?b=1'],
    ['call me on +44 20 7946 0000 today', 'long-number', '+44 20 7946 0000'],
    ['or (555) 012-3456, any time', 'long-number', '(555) 012-3456'],
    ['the card 4111-1111-1111-1111 expired', 'long-number', '4111-1111-1111-1111'],
    ['I post as @quiet_lead there', 'handle', '@quiet_lead'],
  ])('%s', (text, kind, found) => {
    expect(find(text)).toEqual([[kind, found]]);
  });

  it.each([
    'in 2019 we were 40, in 2021 about 120',
    'we spent 1,250,000 on it, or 1.250.000 as they write it',
    'from 9:30 to 10:45 every day',
    'three of us, five of them',
  ])('plain numbers are none: %s', (text) => {
    expect(find(text)).toEqual([]);
  });

  it.each(identifierKinds)(
    '$id finds spans in order that do not overlap, in any text',
    ({ find: findKind }) => {
      fc.assert(
        fc.property(fc.string({ unit: 'binary' }), (text) => {
          let previousEnd = 0;
          for (const { start, end } of findKind(text)) {
            expect(start).toBeGreaterThanOrEqual(previousEnd);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            previousEnd = end;
          }
        }),
      );
    },
  );
});
