import { type CountedTexts, NO_TERM } from '../../text/counted-texts.js';
import { listKeys, type Vocabulary } from './vocabulary.js';

/**
 * The same texts with the terms of a vocabulary in its order, and behind them, sorted, the terms that it lacks: what a
 * text's terms are numbered does not depend on the texts beside it, nor which of two comes first.
 */
export function renumberTerms(counted: CountedTexts, vocabulary: KnownTerms): CountedTexts {
  const keys = listKeys(counted);
  const { places, texts, kinds } = vocabulary;
  const unknown = keys
    .map((key, term) => ({ key, term }))
    .filter(({ key }) => !places.has(key))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const numbers = Uint32Array.from(keys, (key) => places.get(key) ?? 0);
  for (const [i, { term }] of unknown.entries()) numbers[term] = texts.length + i;
  const renumber = (terms: Uint32Array) =>
    terms.map((term) => (term === NO_TERM ? NO_TERM : (numbers[term] ?? 0)));
  return {
    ...counted,
    terms: [...texts, ...unknown.map(({ term }) => counted.terms[term] ?? '')],
    termKinds: [...kinds, ...unknown.map(({ term }) => counted.termKinds[term] ?? 'content')],
    surfaces: [],
    termIds: new Map(keys.map((key, term) => [key, numbers[term] ?? 0])),
    formTerms: renumber(counted.formTerms),
    formSecondTerms: renumber(counted.formSecondTerms),
    columns: renumber(counted.columns),
  };
}

/** The terms of a vocabulary, to be looked up again and again. */
export type KnownTerms = {
  /** By key: its place. */
  readonly places: ReadonlyMap<string, number>;
  readonly texts: readonly string[];
  readonly kinds: CountedTexts['termKinds'];
};

const KINDS = { content: 'content', function: 'function', negation: 'negation', filler: 'filler' } as const;

function readKind(key: string): (typeof KINDS)[keyof typeof KINDS] {
  const kind = key.slice(0, key.indexOf(':'));
  return Object.values(KINDS).find((known) => known === kind) ?? 'content';
}

/** Makes the terms of a vocabulary ready to be looked up. */
export function indexTerms({ terms }: Pick<Vocabulary, 'terms'>): KnownTerms {
  return {
    places: new Map(terms.map((key, place) => [key, place])),
    texts: terms.map((key) => key.slice(key.indexOf(':') + 1)),
    kinds: terms.map(readKind),
  };
}
