import { findWords } from '../../text/tokenise.js';
import type { KeywordPattern, Phrase } from './parse-keyword.js';

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

/** The rows of words that a pattern looks for, in every spelling: of a `near` pattern left and right, else all left. */
export function spellPhrases(pattern: KeywordPattern): readonly [readonly Phrase[], readonly Phrase[]] {
  if (pattern.kind === 'near') {
    const [left, right] = pattern.phrases;
    return [spellPhrase(left), spellPhrase(right)];
  }
  if (pattern.kind === 'phrase') return [spellPhrase(pattern.phrase), []];
  const [first, ...rest] = findWords(pattern.text).map(({ start, end }) => ({
    text: pattern.text.slice(start, end),
    beginning: false,
  }));
  return first === undefined ? [[], []] : [[[first, ...rest]], []];
}
