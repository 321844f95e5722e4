import type { FoundSpan } from '../identifier.js';
import { followsIntroduction, honorifics } from '../words/cue-words.js';
import { joinRuns } from './join-runs.js';
import { guessHint, type JudgedText, listPlainWords } from './judge-run.js';
import { type Capital, scanCapitals } from './scan-capitals.js';

const germanIntroduction =
  /\b(?:hei(?:ß|ss)(?:e|t|en)|namens|genannt|nam(?:e|en) (?:ist|war)|ich bin(?: die| der)?|mein(?:e|em|er)? (?:Kolleg(?:e|in|en)|Chef(?:in)?|Mann|Frau|Sohn|Tochter))\s+$/u;
/** UTF-16 units. */
const CUE_DISTANCE = 40;

/**
 * Names in German, which writes every noun with a capital: known names, names of the lists, and what titles and
 * introductions name, each with the words with capitals that follow.
 */
export function findGermanNames(judged: JudgedText): readonly FoundSpan[] {
  const { text, study } = judged;
  const plain = listPlainWords(study.language);
  return joinRuns(text, scanCapitals(text), () => true).flatMap(({ words, titled }) => {
    const first = words.findIndex((word) => !plain.has(word.key) && (titled || isName(word, judged)));
    const named = first < 0 ? [] : cutAtArticle(text, words.slice(first));
    const start = named[0]?.start;
    const end = named.at(-1)?.end;
    if (start === undefined || end === undefined) return [];
    const hint = guessHint({ start, end, titled }, judged);
    return [{ start, end, ...(hint === undefined ? {} : { hint }) }];
  });
}

function isName({ key, start }: Capital, { text, study, dictionary }: JudgedText): boolean {
  if (study.known.has(key)) return true;
  const before = text.slice(Math.max(0, start - CUE_DISTANCE), start);
  if (germanIntroduction.test(before) || followsIntroduction(text, start)) return true;
  return dictionary.names.has(key) && !dictionary.words.has(key) && !honorifics.has(key);
}

/** "Brinkmann der Leitung" is Brinkmann: between the words of a German name stands a space, or `von`. */
function cutAtArticle(text: string, words: readonly Capital[]): readonly Capital[] {
  const gaps = words.slice(1).map((word, index) => text.slice(words[index]?.end, word.start));
  const cut = gaps.findIndex(
    (gap) => !/^(?:\s|\. |-)?(?:(?:von|van|zu|von der|van der|von und zu) )?$/u.test(gap),
  );
  return cut < 0 ? words : words.slice(0, cut + 1);
}
