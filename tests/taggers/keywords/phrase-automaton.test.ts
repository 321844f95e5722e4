import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Phrase } from '../../../src/taggers/keywords/parse-keyword.js';
import { growAutomaton, runAutomaton } from '../../../src/taggers/keywords/phrase-automaton.js';
import { countTexts } from '../../../src/text/count-texts.js';

const words = ['lamp', 'lantern', 'fog', 'ship', 'bay'];
const word = fc.record({
  text: fc.constantFrom(...words, 'la'),
  beginning: fc.boolean(),
});
const phrase = fc
  .tuple(word, fc.array(word, { maxLength: 2 }))
  .map(([first, rest]): Phrase => [first, ...rest]);
const text = fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((said) => said.join(' '));

function findPlainly(said: string, sought: Phrase): readonly number[] {
  const list = said.split(' ').filter((one) => one !== '');
  return list.flatMap((_, first) =>
    sought.every(({ text: wanted, beginning }, offset) => {
      const there = list[first + offset];
      return there !== undefined && (beginning ? there.startsWith(wanted) : there === wanted);
    })
      ? [first]
      : [],
  );
}

describe('the automaton of phrases', () => {
  it('finds what a look at every place for every phrase finds', () => {
    fc.assert(
      fc.property(text, fc.array(phrase, { maxLength: 6 }), (said, phrases) => {
        const counted = countTexts([said], 'en');
        const { automaton, add } = growAutomaton(counted);
        const numbers = phrases.map(add);
        const found = runAutomaton(automaton, counted.wordForms, { from: 0, to: counted.wordForms.length });
        for (const [i, sought] of phrases.entries()) {
          const places = found.filter((one) => one.phrase === numbers[i]).map(({ first }) => first);
          expect(places).toEqual(findPlainly(said, sought));
        }
      }),
    );
  });

  it('shares its states among phrases that begin alike, so that a word costs the same with more of them', () => {
    const counted = countTexts(['the lamp in the fog, the lamp in the bay'], 'en');
    const { automaton, add } = growAutomaton(counted);
    const read = (said: string): Phrase => {
      const [first = '', ...rest] = said.split(' ');
      const toWord = (one: string) => ({ text: one, beginning: false });
      return [toWord(first), ...rest.map(toWord)];
    };
    add(read('the lamp in the fog'));
    const before = automaton.states.length;
    add(read('the lamp in the bay'));
    expect(automaton.states.length).toBe(before + 1);
    add(read('the lamp in the fog'));
    add(read('the lamp in the moor'));
    expect(automaton.states.length).toBe(before + 1);
    expect(Math.max(...Array.from(automaton.formSteps.values(), (steps) => steps.length))).toBe(1);
  });
});
