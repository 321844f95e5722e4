import type { IdentifierKind } from './identifier.js';
import { spanMatches } from './patterns/span-matches.js';

const tens = '(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)';
const ones = '(?:one|two|three|four|five|six|seven|eight|nine)';
const teens = '(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)';
const grown = `(?:1[01]\\d|[1-9]\\d|${tens}(?:[ -]${ones})?|${teens})`;
const figure = `(?:${grown}|\\d|${ones})`;
/** "I'm 34", "she turned 40": only where the number ends what is said, or goes on as an age does. */
const end =
  '(?=[.,;!?)\\n]|$| (?:years?|yrs?|and|but|so|now|now,|then|already|when|this|next|last|in|with|or|today|myself)\\b)(?![.,]\\d)';
const ages = new RegExp(
  [
    `\\b(${figure})(?: |-)(?:years?|yrs?|months?)(?: |-)olds?\\b`,
    `\\b(?:aged|age(?:d)? of|age(?: is|:)?|at age) (${figure})\\b(?!%|[.,:]\\d)`,
    `\\b(?:I['’]m|I am|I was|(?:s?he|they)(?:['’]s|['’]re| is| was| are| were)|(?:is|are|was|has|have) just turned|turn(?:ed|ing|s)?) (${grown})${end}`,
  ].join('|'),
  'gi',
);

/** How old somebody is, in figures or English words. */
export const age: IdentifierKind = {
  id: 'age',
  label: 'Age',
  candidate: true,
  find: (text) => spanMatches(text, ages),
};
