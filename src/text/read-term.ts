import type { Language } from '../model/settings.js';
import { splitContraction } from './split-contraction.js';
import { stemWord, untieWord } from './stem.js';
import { STOP_WORDS } from './stop-words/index.js';

/** `content` says what a text is about; `function` words, `negation`s and spoken `filler`s hardly do. */
export type TermKind = 'content' | 'function' | 'negation' | 'filler';

/** What counts as one and the same in a table of counts. The stem "us" of "useful" is not the function word "us". */
export type Term = { readonly kind: TermKind; readonly text: string };

/** The words of a language that are not stemmed. */
export type Lexicon = {
  readonly language: Language;
  readonly kinds: ReadonlyMap<string, TermKind>;
  /** Filler phrases, word by word, under their first word; longer ones first. */
  readonly fillerPhrases: ReadonlyMap<string, readonly (readonly string[])[]>;
};

/** The lexicon of a language, to be made once and asked often. */
export function makeLexicon(language: Language): Lexicon {
  const { functionWords, negations, fillers } = STOP_WORDS[language];
  const kinds = new Map<string, TermKind>();
  for (const word of fillers) kinds.set(word, 'filler');
  for (const word of negations) kinds.set(word, 'negation');
  for (const word of functionWords) kinds.set(word, 'function');
  const phrases = fillers.map((filler) => filler.split(' ')).sort((a, b) => b.length - a.length);
  const fillerPhrases = new Map<string, string[][]>();
  for (const words of phrases.filter(({ length }) => length > 1)) {
    const first = words[0] ?? '';
    fillerPhrases.set(first, [...(fillerPhrases.get(first) ?? []), words]);
  }
  return { language, kinds, fillerPhrases };
}

/** The term of a folded word (see `foldWord`): content words by their stem, all others as they are; `don't` is *do*. */
export function readTerm(word: string, lexicon: Lexicon): Term {
  const { language, kinds } = lexicon;
  const split = splitContraction(word, language);
  const own = kinds.get(split.word);
  if (own !== undefined) return { kind: own, text: split.word };
  const untied = untieWord(split.word, language);
  const kind = untied === split.word ? undefined : kinds.get(untied);
  if (kind !== undefined) return { kind, text: untied };
  return { kind: 'content', text: stemWord(untied, language) };
}

const NOT: Term = { kind: 'negation', text: 'not' };

/** The term that a folded word holds beside its own (see `readTerm`): the *not* of a contraction. */
export function readSecondTerm(word: string, { language }: Lexicon): Term | undefined {
  return splitContraction(word, language).negated ? NOT : undefined;
}

/** One string a term, for maps. */
export function termKey(term: Term): string {
  return `${term.kind}:${term.text}`;
}
