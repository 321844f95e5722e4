import { type Lexicon, readSecondTerm, readTerm, type TermKind, termKey } from './read-term.js';
import { foldWord } from './tokenise.js';

/** In the place of a second term: the form has but one. */
export const NO_TERM = 0xffffffff;

/**
 * Texts as words and as a table of counts, made once for every stage of a run.
 *
 * A *form* is a word as written; a *term* is a column of the table: the stem of a content word, a function word or
 * filler in full, or a filler phrase such as "you know". Both are numbered in the order of their first occurrence.
 */
export type CountedTexts = {
  /** How words were read: whoever looks one up reads it the same way. */
  readonly lexicon: Lexicon;

  readonly forms: readonly string[];
  /** By form: the word as it is compared with others, folded and without a possessive or an elided article. */
  readonly formWords: readonly string[];
  /** By form: its term. */
  readonly formTerms: Uint32Array;
  /** By form: the `not` that a contraction (`don't`) holds beside its term, else `NO_TERM`. */
  readonly formSecondTerms: Uint32Array;

  readonly terms: readonly string[];
  readonly termKinds: readonly TermKind[];
  /** By term: its most frequent form that is no contraction, the earlier of two; a term without one is its own. */
  readonly surfaces: readonly string[];
  /** From `termKey` to the term. */
  readonly termIds: ReadonlyMap<string, number>;

  /** The words of text `i` are those from `textStarts[i]` up to `textStarts[i + 1]`; `findWords` tells their places. */
  readonly textStarts: Uint32Array;
  /** By word: its form. */
  readonly wordForms: Uint32Array;

  /**
   * The table in compressed sparse rows: text `i` holds the term `columns[j]` `counts[j]` times, `j` from
   * `rowStarts[i]` up to `rowStarts[i + 1]`, in the order of first occurrence. A filler phrase is counted once, its
   * words are not counted beside it; a contraction counts for both of its terms.
   */
  readonly rowStarts: Uint32Array;
  readonly columns: Uint32Array;
  /** As bytes where no count is above 255. */
  readonly counts: Uint8Array | Uint32Array;
};

/** The same without the words themselves and where to look one up, for what only the table is asked of. */
export type CountedTable = Omit<CountedTexts, 'textStarts' | 'wordForms' | 'termIds'>;

/** What a word counts as: its term, and the second one of a contraction or `NO_TERM`. */
export type TermPair = { readonly term: number; readonly second: number };

/** The terms that a word counts as; undefined where one of them occurs in none of the texts. */
export function findTerms({ termIds, lexicon }: CountedTexts, word: string): TermPair | undefined {
  const folded = foldWord(word);
  const term = termIds.get(termKey(readTerm(folded, lexicon)));
  const held = readSecondTerm(folded, lexicon);
  const second = held === undefined ? NO_TERM : termIds.get(termKey(held));
  return term === undefined || second === undefined ? undefined : { term, second };
}

/** Whether a form counts as these terms and no other: `don’t` as *do* and *not*, which `do` alone is not. */
export function hasTerms(counted: CountedTexts, form: number, { term, second }: TermPair): boolean {
  return counted.formTerms[form] === term && counted.formSecondTerms[form] === second;
}

/** What surfaces are chosen from: forms with their terms, and how often each form occurs. */
export type CountedForms = Pick<CountedTexts, 'forms' | 'formTerms' | 'formSecondTerms' | 'terms'> & {
  readonly formCounts: Uint32Array;
};

/** By term: the form in which a reader is shown it (see `CountedTexts.surfaces`). */
export function chooseSurfaces(counted: CountedForms): readonly string[] {
  const { forms, formTerms, formSecondTerms, formCounts } = counted;
  const surfaces = [...counted.terms];
  const best = new Uint32Array(surfaces.length);
  for (let form = 0; form < forms.length; form += 1) {
    const term = formTerms[form] ?? 0;
    const count = formCounts[form] ?? 0;
    if (formSecondTerms[form] !== NO_TERM || count <= (best[term] ?? 0)) continue;
    best[term] = count;
    surfaces[term] = forms[form] ?? '';
  }
  return surfaces;
}
