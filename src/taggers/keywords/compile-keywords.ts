import { type CountedTexts, findTerms, hasTerms, type TermPair } from '../../text/count-texts.js';
import { findWords, foldWord } from '../../text/tokenise.js';
import { type KeywordPattern, type Phrase, parseKeyword } from './parse-keyword.js';

/** A keyword of one theme, or one that vetoes that theme's keywords. */
export type Keyword = {
  readonly text: string;
  readonly themeId: string;
  readonly vetoes: boolean;
  readonly pattern: KeywordPattern;
};

/** Matches words by what they count as, or by how they begin. */
type WordMatcher =
  | { readonly kind: 'terms'; readonly terms: TermPair }
  | { readonly kind: 'beginning'; readonly beginning: string };

/** A row of words to look for on behalf of a keyword. */
export type CompiledPhrase = {
  /** Position in the list of keywords. */
  readonly keyword: number;
  /** Which of the two phrases of a `near` pattern; else 0. */
  readonly side: 0 | 1;
  readonly matchers: readonly WordMatcher[];
  /** The rarest of `matchers`: only where it matches is the rest compared. */
  readonly anchor: number;
};

/** Phrases by the form of the word at which their anchor matches. */
export type KeywordIndex = {
  readonly keywords: readonly Keyword[];
  readonly phrasesByForm: ReadonlyMap<number, readonly CompiledPhrase[]>;
};

/** The same words written as one with hyphens, and hyphenated words written apart: "on call" is "on-call". */
function spellPhrase(phrase: Phrase): readonly Phrase[] {
  const beginnings = phrase.map(({ beginning }) => beginning);
  const apart = phrase.flatMap(({ text, beginning }) =>
    text.split(/[-‐‑]/u).map((part, index, parts) => ({
      text: part,
      beginning: beginning && index === parts.length - 1,
    })),
  );
  const [first, ...rest] = apart;
  const spellings: Phrase[] = [phrase];
  if (phrase.length > 1 && !beginnings.slice(0, -1).includes(true)) {
    const text = phrase.map((word) => word.text).join('-');
    spellings.push([{ text, beginning: beginnings.includes(true) }]);
  }
  if (first !== undefined && apart.length > phrase.length) spellings.push([first, ...rest]);
  return spellings;
}

/** The rows of words that a pattern looks for, with the side they stand for. */
function listPhrases(pattern: KeywordPattern): readonly { readonly side: 0 | 1; readonly phrase: Phrase }[] {
  if (pattern.kind === 'near') {
    const [left, right] = pattern.phrases;
    return [
      ...spellPhrase(left).map((phrase) => ({ side: 0 as const, phrase })),
      ...spellPhrase(right).map((phrase) => ({ side: 1 as const, phrase })),
    ];
  }
  if (pattern.kind === 'phrase') return spellPhrase(pattern.phrase).map((phrase) => ({ side: 0, phrase }));
  const [first, ...rest] = findWords(pattern.text).map(({ start, end }) => ({
    text: pattern.text.slice(start, end),
    beginning: false,
  }));
  return first === undefined ? [] : [{ side: 0, phrase: [first, ...rest] }];
}

/** Undefined where a word of the phrase occurs in no text. */
function compileMatchers(phrase: Phrase, counted: CountedTexts): readonly WordMatcher[] | undefined {
  const matchers: WordMatcher[] = [];
  for (const { text, beginning } of phrase) {
    const terms = beginning ? undefined : findTerms(counted, text);
    if (!beginning && terms === undefined) return undefined;
    matchers.push(
      terms === undefined ? { kind: 'beginning', beginning: foldWord(text) } : { kind: 'terms', terms },
    );
  }
  return matchers;
}

export function matchesForm(matcher: WordMatcher, form: number, counted: CountedTexts): boolean {
  if (matcher.kind === 'terms') return hasTerms(counted, form, matcher.terms);
  return counted.formWords[form]?.startsWith(matcher.beginning) ?? false;
}

type FormTable = {
  readonly counted: CountedTexts;
  readonly byTerm: ReadonlyMap<number, readonly number[]>;
  /** All forms in the order of their words, for finding those with one beginning side by side. */
  readonly sorted: readonly { readonly form: number; readonly word: string }[];
  /** By form: how often it occurs. */
  readonly occurrences: Uint32Array;
};

function tabulateForms(counted: CountedTexts): FormTable {
  const byTerm = new Map<number, number[]>();
  for (const [form, term] of counted.formTerms.entries()) {
    const forms = byTerm.get(term);
    if (forms === undefined) byTerm.set(term, [form]);
    else forms.push(form);
  }
  const sorted = counted.formWords.map((word, form) => ({ form, word }));
  sorted.sort((a, b) => (a.word < b.word ? -1 : a.word > b.word ? 1 : a.form - b.form));
  const occurrences = new Uint32Array(counted.forms.length);
  for (const form of counted.wordForms) occurrences[form] = (occurrences[form] ?? 0) + 1;
  return { counted, byTerm, sorted, occurrences };
}

function listFormsWithBeginning(beginning: string, { sorted }: FormTable): readonly number[] {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.word ?? '') < beginning) low = middle + 1;
    else high = middle;
  }
  const forms: number[] = [];
  while (sorted[low]?.word.startsWith(beginning)) {
    forms.push(sorted[low]?.form ?? 0);
    low += 1;
  }
  return forms;
}

function listForms(matcher: WordMatcher, table: FormTable): readonly number[] {
  if (matcher.kind === 'beginning') return listFormsWithBeginning(matcher.beginning, table);
  const forms = table.byTerm.get(matcher.terms.term) ?? [];
  return forms.filter((form) => hasTerms(table.counted, form, matcher.terms));
}

/** The rarest matcher of a phrase and the forms that it matches. */
function chooseAnchor(matchers: readonly WordMatcher[], table: FormTable) {
  const candidates = matchers.map((matcher, anchor) => {
    const forms = listForms(matcher, table);
    const occurrences = forms.reduce((sum, form) => sum + (table.occurrences[form] ?? 0), 0);
    return { anchor, forms, occurrences };
  });
  return candidates.reduce((rarest, candidate) =>
    candidate.occurrences < rarest.occurrences ? candidate : rarest,
  );
}

/**
 * One index over all keywords of all themes: per word of a text one look-up says which phrases could stand there.
 * Work is in proportion to the words of the texts and their matches, not to texts times keywords.
 */
export function compileKeywords(keywords: readonly Keyword[], counted: CountedTexts): KeywordIndex {
  const table = tabulateForms(counted);
  const phrasesByForm = new Map<number, CompiledPhrase[]>();
  for (const [keyword, { pattern }] of keywords.entries()) {
    for (const { side, phrase } of listPhrases(pattern)) {
      const matchers = compileMatchers(phrase, counted);
      if (matchers === undefined) continue;
      const { anchor, forms } = chooseAnchor(matchers, table);
      for (const form of forms) {
        const compiled = { keyword, side, matchers, anchor };
        const known = phrasesByForm.get(form);
        if (known === undefined) phrasesByForm.set(form, [compiled]);
        else known.push(compiled);
      }
    }
  }
  return { keywords, phrasesByForm };
}

/** All keywords of a theme that can match, each once, and those that veto them. */
export function readKeywords(theme: {
  readonly id: string;
  readonly keywords: readonly string[];
  readonly notKeywords: readonly string[];
}): readonly Keyword[] {
  const read = (texts: readonly string[], vetoes: boolean): readonly Keyword[] =>
    [...new Set(texts)].flatMap((text) => {
      const pattern = parseKeyword(text);
      return pattern === undefined ? [] : [{ text, themeId: theme.id, vetoes, pattern }];
    });
  return [...read(theme.keywords, false), ...read(theme.notKeywords, true)];
}
