import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chooseLooks } from '../../../../src/review/page/state/choose-looks.js';

const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 12 }), { maxLength: 30 });

it('gives each theme one of eight looks, and four that follow each other never the same', () => {
  fc.assert(
    fc.property(ids, (themes) => {
      const looks = themes.map((id) => chooseLooks(themes).get(id) ?? 0);
      for (const [i, look] of looks.entries()) {
        expect(look).toBeGreaterThanOrEqual(1);
        expect(look).toBeLessThanOrEqual(8);
        expect(looks.slice(Math.max(0, i - 3), i)).not.toContain(look);
      }
    }),
  );
});

it('leaves every theme before a new one as it is, and nearly all that come after it', () => {
  const themes = Array.from({ length: 60 }, (_, i) => `theme-${i}`);
  const before = chooseLooks(themes);
  const changed = themes.map((_, place) => {
    const after = chooseLooks(themes.toSpliced(place, 0, 'a-new-one'));
    for (const id of themes.slice(0, place)) expect(after.get(id)).toBe(before.get(id));
    return themes.filter((id) => after.get(id) !== before.get(id)).length;
  });
  expect(changed.reduce((sum, count) => sum + count, 0) / themes.length).toBeLessThan(3);
});

it('uses all of them', () => {
  const themes = Array.from({ length: 60 }, (_, i) => `theme-${i}`);
  expect(new Set(chooseLooks(themes).values()).size).toBe(8);
});
