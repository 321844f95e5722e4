import type { Language } from '../model/settings.js';
import type { Span } from '../model/span.js';

/** What a name seems to name, by the words around it: a hint for the person who decides, no more. */
export type NameHint = 'person' | 'place' | 'organisation';

export type FoundSpan = Span & { readonly hint?: NameHint };

/** What a whole study tells about its words, all in the form of `readKey`. Only names depend on it. */
export type StudyWords = {
  readonly language: Language;
  /** Seen in lower case somewhere, in text that has capitals. */
  readonly lowerCase: ReadonlySet<string>;
  /** Seen with a capital inside a sentence. */
  readonly capitalised: ReadonlySet<string>;
  /** No everyday words, and at least as often with a capital inside a sentence as in lower case: names, where they have none too. */
  readonly usuallyCapital: ReadonlySet<string>;
  /** Words of names that are known already, such as those of speakers: found in any case. */
  readonly known: ReadonlySet<string>;
  /** Whether the first word of a sentence is a proper noun. Without it, fewer names at the start of sentences are found. */
  readonly startsWithProperNoun?: (sentence: string) => boolean;
};

/** Finds one kind of personal identifier in text. A new kind is one file and one line in `index.ts`. */
export type IdentifierKind = {
  /** Kebab-case. */
  readonly id: string;
  readonly label: string;
  /** Whether a person has to say if what was found is one: names, ages and dates mostly need the context. */
  readonly candidate: boolean;
  /** Spans in UTF-16 units, in order, not overlapping. Takes time linear in the text. */
  find(text: string, words: StudyWords): readonly FoundSpan[];
};
