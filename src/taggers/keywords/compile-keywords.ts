import type { CountedTexts } from '../../text/count-texts.js';
import { type KeywordPattern, type Phrase, parseKeyword } from './parse-keyword.js';
import { growAutomaton, type PhraseAutomaton } from './phrase-automaton.js';
import { spellPhrases } from './spell-phrases.js';

/** A keyword of one theme, or one that vetoes that theme's keywords. */
export type Keyword = {
  readonly text: string;
  readonly themeId: string;
  readonly vetoes: boolean;
  readonly pattern: KeywordPattern;
};

/** Numbers of the rows of words that stand for a keyword: of a `near` pattern left and right, else all left. */
export type Sides = readonly [readonly number[], readonly number[]];

/** One automaton over the phrases of all keywords, and which keywords a phrase, or two together, may belong to. */
export type KeywordIndex = {
  readonly keywords: readonly Keyword[];
  /** By keyword. */
  readonly sides: readonly Sides[];
  readonly automaton: PhraseAutomaton;
  /** By phrase: the keywords that it is enough for. */
  readonly alone: ReadonlyMap<number, readonly number[]>;
  /** By left phrase, then by right phrase: the keywords that want both near each other. */
  readonly together: ReadonlyMap<number, ReadonlyMap<number, readonly number[]>>;
};

function addTo<Key>(lists: Map<Key, number[]>, key: Key, item: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

/**
 * One automaton over the stems for all keywords of all themes. To match a text costs its words and what is found there,
 * not texts times keywords.
 */
export function compileKeywords(keywords: readonly Keyword[], counted: CountedTexts): KeywordIndex {
  const { automaton, add } = growAutomaton(counted);
  const number = (phrases: readonly Phrase[]): readonly number[] => [
    ...new Set(phrases.flatMap((phrase) => add(phrase) ?? [])),
  ];
  const alone = new Map<number, number[]>();
  const together = new Map<number, Map<number, number[]>>();
  const sides = keywords.map(({ pattern }, keyword): Sides => {
    const spelled = spellPhrases(pattern);
    const [left, right] = [number(spelled[0]), number(spelled[1])];
    for (const phrase of left) {
      if (pattern.kind !== 'near') addTo(alone, phrase, keyword);
      const partners = together.get(phrase) ?? new Map<number, number[]>();
      for (const other of right) addTo(partners, other, keyword);
      if (partners.size > 0) together.set(phrase, partners);
    }
    return [left, right];
  });
  return { keywords, sides, automaton, alone, together };
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
