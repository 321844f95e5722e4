import type { Notice } from '../../model/notice.js';
import { remember } from '../../text/remember.js';
import type { Turn } from '../format.js';
import { findLoops } from './find-loops.js';
import { silencePhrases } from './silence-phrases.js';

type Speech = Pick<Turn, 'label' | 'words' | 'line'>;

/** One word, folded; empty between two speakers. */
type PlacedWord = { readonly word: string; readonly written: string; readonly line: number };

const mostLines = 8;
const longestQuote = 60;

/** Scripts that write no spaces between words, in which a word has about two characters. */
const unspacedScript = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

const silence = new RegExp(
  `^(?:(?:${Object.values(silencePhrases)
    .flat()
    .toSorted((one, other) => other.length - one.length)
    .join('|')})(?: |$))+$`,
);

const firstWords: ReadonlySet<string> = new Set(
  Object.values(silencePhrases).flatMap((phrases) => phrases.map((phrase) => phrase.split(' ')[0] ?? '')),
);

/**
 * Cautions about what a speech recogniser may have invented: a phrase said in a loop, and what it writes in silence,
 * alone in a caption. The words stay: only who hears the recording can tell.
 */
export function tellInventedSpeech(cues: readonly Speech[], file: string): readonly Notice[] {
  return [...tellLoops(listWords(cues), file), ...tellSilence(cues, file)];
}

function tellLoops(words: readonly PlacedWord[], file: string): readonly Notice[] {
  const loops = findLoops(
    words.map(({ word }) => word),
    (word) => (unspacedScript.test(word) ? word.length / 2 : 1),
  );
  const lines = loops.map(({ start }) => words[start]?.line ?? 1);
  const [first] = loops;
  if (first === undefined) return [];
  const phrase = words.slice(first.start, first.start + first.length).map(({ written }) => written);
  const message = `"${cut(phrase.join(' '))}" stands ${first.times} times in a row${listMore(lines)}: speech recognisers repeat themselves in silence; listen to the recording there before you quote it`;
  return [{ severity: 'caution', code: 'repeated-speech', message, place: { file, line: lines[0] ?? 1 } }];
}

function tellSilence(cues: readonly Speech[], file: string): readonly Notice[] {
  const found = cues.filter(({ words }) => mayBeSilence(words) && silence.test(fold(words)));
  const [first] = found;
  if (first === undefined) return [];
  const lines = found.map(({ line }) => line);
  const message = `"${cut(first.words)}" is what speech recognisers write in silence${listMore(lines)}: listen to the recording there, and take it out of the file if nobody said it`;
  return [{ severity: 'caution', code: 'silence-phrase', message, place: { file, line: first.line } }];
}

/** Most cues are told by their first word. */
function mayBeSilence(words: string): boolean {
  const [first = ''] = foldWord(/^\S*/.exec(words)?.[0] ?? '').split(' ');
  return first === '' || firstWords.has(first);
}

/** Where else; nothing where there is one place only. */
function listMore(lines: readonly number[]): string {
  const others = lines.slice(1);
  if (others.length === 0) return '';
  const rest = others.length > mostLines ? ` and ${others.length - mostLines} more` : '';
  return `, and ${others.length} such place(s) follow, at line ${others.slice(0, mostLines).join(', ')}${rest}`;
}

/** All words in order, with an empty one where the speaker changes. */
function listWords(cues: readonly Speech[]): readonly PlacedWord[] {
  const words: PlacedWord[] = [];
  let label: string | undefined;
  for (const cue of cues) {
    if (label !== undefined && cue.label !== label) words.push({ word: '', written: '', line: cue.line });
    label = cue.label;
    for (const written of cue.words.split(/\s+/)) {
      const word = foldWord(written);
      if (word !== '') words.push({ word, written, line: cue.line });
    }
  }
  return words;
}

const foldWord = remember(fold);

function fold(text: string): string {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      // The small form of the Turkish capital with a dot.
      .replace(/i\u0307/g, 'i')
      .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
      .trim()
  );
}

function cut(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > longestQuote
    ? `${line.slice(0, longestQuote).replace(/[\ud800-\udbff]$/, '')}…`
    : line;
}
