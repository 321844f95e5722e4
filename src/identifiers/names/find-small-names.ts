import { scanWords } from '../../text/tokenise.js';
import type { FoundSpan } from '../identifier.js';
import { allowedWords } from '../words/allow-list.js';
import { type JudgedText, listPlainWords } from './judge-run.js';
import { measureBare, readKey } from './read-key.js';
import { holdsCapital } from './scan-capitals.js';

/** Shorter words in lower case are sounds and abbreviations. */
const SHORTEST_SMALL = 3;
const NEEDS_KEY = /[^a-z]/;

/**
 * Names in lower case, as they are typed in a chat: those of the lists that are no words, those already known, and those
 * that the study writes with a capital elsewhere, with a word after them that no dictionary has.
 */
export function findSmallNames(judged: JudgedText): readonly FoundSpan[] {
  const { text, study, dictionary } = judged;
  const found: FoundSpan[] = [];
  const isEnglish = study.language === 'en';
  scanWords(text, (start, to) => {
    if (to - start < SHORTEST_SMALL || holdsCapital(text, start, to)) return;
    const word = text.slice(start, to);
    const key = NEEDS_KEY.test(word) ? readKey(word) : word;
    const last = found.at(-1);
    const follows = last !== undefined && start - last.end === 1 && text[last.end] === ' ';
    const isKnown =
      study.known.has(key) || study.usuallyCapital.has(key) || (isEnglish && dictionary.names.has(key));
    if (!isKnown && !(follows && isEnglish)) return;
    if (!mayBeSmall(key, judged)) return;
    const end = start + measureBare(word);
    if (follows) found[found.length - 1] = { start: last.start, end };
    else found.push({ start, end });
  });
  return found;
}

/** Names of the lists and of the study, but no everyday words. */
function mayBeSmall(key: string, { study, dictionary }: JudgedText): boolean {
  if (study.known.has(key) && !dictionary.words.has(key)) return true;
  return !dictionary.words.has(key) && !listPlainWords(study.language).has(key) && !allowedWords.has(key);
}
