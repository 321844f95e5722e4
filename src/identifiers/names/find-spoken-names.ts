import type { Span } from '../../model/span.js';
import { scanWords } from '../../text/tokenise.js';
import type { FoundSpan, StudyWords } from '../identifier.js';
import { allowedWords } from '../words/allow-list.js';
import { followsIntroduction, followsPlaceCue, honorifics, measureRank } from '../words/cue-words.js';
import type { Dictionary } from '../words/dictionary.js';
import { guessHint, type JudgedText, listPlainWords } from './judge-run.js';
import { measureBare, readKey } from './read-key.js';

type SpokenWord = Span & { readonly key: string; readonly verdict: Verdict };
/** `maybe`: a name that is a common word as well, a name only beside another. */
type Verdict = 'name' | 'maybe' | 'common';

/** Shorter words are sounds and abbreviations. */
const SHORTEST_NAME = 3;

/** Names where capitals tell nothing: words that no dictionary has, names of the lists, and what introductions name. */
export function findSpokenNames(judged: JudgedText): readonly FoundSpan[] {
  const { text } = judged;
  const words: SpokenWord[] = [];
  scanWords(text, (from, to) => {
    const end = from + measureBare(text.slice(from, to));
    const key = readKey(text.slice(from, to));
    words.push({ start: from, end, key, verdict: judgeWord(key, from, judged) });
  });
  return joinWords(words, text).map((span) => {
    const hint = guessHint({ ...span, titled: false }, judged);
    const start = span.start - measureRank(text, span.start);
    return { start, end: span.end, ...(hint === undefined ? {} : { hint }) };
  });
}

function judgeWord(key: string, start: number, { text, study, dictionary }: JudgedText): Verdict {
  if (study.known.has(key)) return 'name';
  if (isPlain(key, study)) return 'common';
  const isCommon = isKnownWord(key, study, dictionary);
  const isName = dictionary.names.has(key);
  if (study.language === 'en' ? !isCommon : isName) return 'name';
  if (!isName && isCommon) return followsTitle(text, start) ? 'name' : 'common';
  return isName &&
    (followsTitle(text, start) || followsIntroduction(text, start) || followsPlaceCue(text, start))
    ? 'name'
    : isName
      ? 'maybe'
      : 'common';
}

function isPlain(key: string, study: StudyWords): boolean {
  if (key.length < SHORTEST_NAME || !/^\p{L}[\p{L}'-]*$/u.test(key)) return true;
  return allowedWords.has(key) || honorifics.has(key) || listPlainWords(study.language).has(key);
}

/** A compound is known where its parts are. */
function isKnownWord(key: string, study: StudyWords, { words }: Dictionary): boolean {
  if (words.has(key)) return true;
  return (
    key.includes('-') &&
    key.split('-').every((part) => words.has(part) || listPlainWords(study.language).has(part))
  );
}

function followsTitle(text: string, start: number): boolean {
  const before = /(\p{L}+)\.? $/u.exec(text.slice(Math.max(0, start - 14), start))?.[1];
  return (
    before !== undefined &&
    honorifics.has(before.toLowerCase()) &&
    !/^(?:miss|don|father|mother|sister|brother)$/i.test(before)
  );
}

/** Neighbours become one name; a word that may be one counts beside one that is. */
function joinWords(words: readonly SpokenWord[], text: string): readonly Span[] {
  const spans: Span[] = [];
  let run: SpokenWord[] = [];
  const close = () => {
    const first = run[0];
    const last = run.at(-1);
    const isName = run.some(({ verdict }) => verdict === 'name');
    const isFullName = run.length > 1 && run.length < 4;
    if (first !== undefined && last !== undefined && (isName || isFullName))
      spans.push({ start: first.start, end: last.end });
    run = [];
  };
  for (const word of words) {
    const last = run.at(-1);
    if (last !== undefined && !/^[ \u00a0]$/u.test(text.slice(last.end, word.start))) close();
    if (word.verdict === 'common') close();
    else run.push(word);
  }
  close();
  return spans;
}
