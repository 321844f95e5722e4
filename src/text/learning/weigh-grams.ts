import type { CountedTexts } from '../count-texts.js';
import type { SparseRows } from '../sparse-rows.js';
import { weighUnits } from './weigh-units.js';

const GRAM_LENGTH = 4;

/** The runs of four characters in the words of the texts, blanks around each word. */
export type WeighedGrams = {
  /** One row a text, each of length 1, or empty. */
  readonly rows: SparseRows;
  /** By gram: its number; grams that count nowhere are missing. */
  readonly gramIds: ReadonlyMap<string, number>;
  /** By gram: inverse document frequency. */
  readonly gramWeights: Float64Array;
  /** By form: its grams, as often as they occur in it. */
  readonly formGrams: readonly Uint32Array[];
};

/** The grams of one word as it is compared, with a blank before and after; a short word is a gram as it is. */
export function listGrams(word: string): readonly string[] {
  const characters = [...` ${word} `];
  if (characters.length <= GRAM_LENGTH) return [characters.join('')];
  return Array.from({ length: characters.length - GRAM_LENGTH + 1 }, (_, start) =>
    characters.slice(start, start + GRAM_LENGTH).join(''),
  );
}

function internGrams(counted: CountedTexts): {
  readonly ids: Map<string, number>;
  readonly formGrams: Uint32Array[];
} {
  const ids = new Map<string, number>();
  const formGrams = counted.formWords.map((word) =>
    Uint32Array.from(listGrams(word), (gram) => {
      const known = ids.get(gram) ?? ids.size;
      ids.set(gram, known);
      return known;
    }),
  );
  return { ids, formGrams };
}

/** (1 + ln tf) · idf in rows of length 1, as for words; grams of a single text are left out. */
export function weighGrams(counted: CountedTexts): WeighedGrams {
  const { ids, formGrams } = internGrams(counted);
  const { textStarts, wordForms } = counted;
  const { rows, unitWeights } = weighUnits({
    texts: textStarts.length - 1,
    units: ids.size,
    visit: (text, see) => {
      for (let word = textStarts[text] ?? 0; word < (textStarts[text + 1] ?? 0); word += 1) {
        const held = formGrams[wordForms[word] ?? 0];
        if (held !== undefined) for (let g = 0; g < held.length; g += 1) see(held[g] ?? 0);
      }
    },
  });
  return { rows, gramIds: ids, gramWeights: unitWeights, formGrams };
}
