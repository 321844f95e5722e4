import { describe, expect, it } from 'vitest';
import { hostileDesks } from './hostile-desks.js';
import { listAnswers } from './list-answers.js';
import { makeAll, openSample } from './make-desk.js';

/** What `JSON.stringify` would turn into null without a word. */
function findNoNumbers(value: unknown, path = ''): readonly string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => findNoNumbers(inner, `${path}.${key}`));
}

const sample = openSample();
const desks = [['is the sample', sample] as const, ...hostileDesks];

describe('every answer about a study', () => {
  for (const [name, desk] of desks) {
    for (const [state, told] of [
      ['before anything was made', desk],
      ['with all that machines make of it', makeAll(desk)],
    ] as const) {
      for (const blind of [false, true]) {
        it(`keeps to its message and holds numbers only where it ${name}, ${state}${blind ? ', blind' : ''}`, () => {
          for (const { name: answer, schema, message } of listAnswers(told, blind)) {
            expect(findNoNumbers(message), answer).toEqual([]);
            // Parsed, so that whatever crosses to the page is there after it has crossed.
            expect(schema.parse(JSON.parse(JSON.stringify(message))), answer).toEqual(message);
          }
        });
      }
    }
  }

  it('is the same for the same study read twice', () => {
    const write = (desk: typeof sample) => JSON.stringify(listAnswers(makeAll(desk), false));
    expect(write(openSample())).toBe(write(sample));
  });

  it('names in blind mode nobody but the coder who looks', () => {
    const messages = listAnswers(makeAll(sample), true).filter(
      ({ name }) => name !== 'study' && name !== 'compare',
    );
    expect(JSON.stringify(messages.map(({ message }) => message))).not.toContain('"ben"');
  });

  it('crosses from one thread to another whole', () => {
    const desk = makeAll(sample);
    expect(JSON.stringify(listAnswers(structuredClone(desk), false))).toBe(
      JSON.stringify(listAnswers(desk, false)),
    );
  });
});
