import type { ExplainedSuggestion } from '../../../index.js';
import type { Language } from '../../../model/settings.js';
import { isSmallWord } from './is-small-word.js';

/** In log-odds: under it a theme is only just proposed, or was only just not. */
const HARDLY = 0.1;
/** In log-odds: odds of two to one, from which on nobody would call it near. */
const NEAR = Math.log(2);

const margins = {
  strong: 'by a wide margin',
  medium: 'by a clear margin',
  weak: 'by a small margin',
} as const;

const asList = (items: readonly string[]) =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

const quoteWord = (word: string) => `“${word.replace(/\s+/gu, ' ').trim()}”`;

/** The words that were taken out, those that say something by name; small ones are named only where there are no others. */
function nameWords(without: readonly string[], language: Language): string {
  const telling = without.filter((word) => !isSmallWord(word, language));
  const small = without.length - telling.length;
  if (telling.length === 0) return asList(without.map(quoteWord));
  const rest = small === 0 ? [] : [small === 1 ? 'one small word' : `${small} small words`];
  return asList([...telling.map(quoteWord), ...rest]);
}

function tellMargin({ flip: { over }, strength }: ExplainedSuggestion): readonly string[] {
  if (over === null) return [];
  return [over < HARDLY ? 'It is only just proposed.' : `It is proposed ${margins[strength]}.`];
}

function tellTurn({ flip, rule }: ExplainedSuggestion, language: Language): readonly string[] {
  if (flip.without.length === 0) return [];
  const words = nameWords(flip.without, language);
  if (flip.changes) return [`Without ${words} it would not be proposed.`];
  const others = rule
    ? ''
    : ': other words, quotes like this one, and how common the theme is speak for it as well';
  return [`It would be proposed without ${words} too${others}.`];
}

function tellNext(
  { flip: { runnerUp } }: ExplainedSuggestion,
  nameTheme: (id: string) => string,
): readonly string[] {
  if (runnerUp === null) return [];
  const name = nameTheme(runnerUp.themeId);
  return runnerUp.short < NEAR
    ? [`${name} was nearly proposed as well.`]
    : [`No other theme was near; the next is ${name}.`];
}

/**
 * What would have changed a suggestion, in sentences for somebody who knows the interviews and nothing of taggers. The numbers
 * stand in `suggest --json`.
 */
export function tellFlip(
  suggestion: ExplainedSuggestion,
  language: Language,
  nameTheme: (id: string) => string,
): string {
  return [
    ...tellMargin(suggestion),
    ...tellTurn(suggestion, language),
    ...tellNext(suggestion, nameTheme),
  ].join(' ');
}
