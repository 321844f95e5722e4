import type { Language } from '../model/settings.js';
import type { Span } from '../model/span.js';
import { cutRunOn } from './sentences/cut-run-on.js';
import { findEnds } from './sentences/find-ends.js';
import { SENTENCE_WORDS } from './sentences/sentence-words.js';
import { foldWord } from './tokenise.js';

const HOLDS_WORDS = /[\p{L}\p{N}]/u;
/** In UTF-16 units: no tag question is longer. */
const LONGEST_TAG = 30;

/** A stretch without the white space at its ends. */
function trimSpan(text: string, { start, end }: Span): Span {
  const piece = text.slice(start, end);
  return {
    start: start + piece.length - piece.trimStart().length,
    end: end - (piece.length - piece.trimEnd().length),
  };
}

/** Without the comma at which a run of speech was cut. */
function trimPause(text: string, span: Span): Span {
  if (!/[,;:–—]$/u.test(text.slice(span.end - 1, span.end))) return span;
  return trimSpan(text, { start: span.start, end: span.end - 1 });
}

function isTag(text: string, { start, end }: Span, language: Language): boolean {
  if (end - start > LONGEST_TAG) return false;
  const words = /^(.*?)\?+$/su.exec(text.slice(start, end))?.[1];
  return words !== undefined && SENTENCE_WORDS[language].tags.has(foldWord(words));
}

/**
 * The sentences of speech as written down, in order, without white space at their ends, in UTF-16 units of `text`; they
 * do not overlap and hold every letter and digit. A line feed ends a sentence; "Dr.", "e.g.", "3.5", initials and a pause
 * ("I … I mean") do not; a tag ("Right?") and an aside ("[laughs]") stay with the sentence before them; a run of more than
 * 45 words is cut where a new thought begins. Linear in the length of the text, which `Intl.Segmenter` is not.
 */
export function splitSentences(text: string, language: Language): readonly Span[] {
  const sentences: Span[] = [];
  let start = 0;
  for (const end of findEnds(text, language)) {
    const sentence = trimSpan(text, { start, end });
    start = end;
    if (!HOLDS_WORDS.test(text.slice(sentence.start, sentence.end))) continue;
    const last = sentences.at(-1);
    const isSameLine = last !== undefined && !text.slice(last.end, sentence.start).includes('\n');
    if (isSameLine && isTag(text, sentence, language)) {
      sentences[sentences.length - 1] = { start: last.start, end: sentence.end };
    } else {
      sentences.push(sentence);
    }
  }
  return sentences.flatMap((sentence) =>
    cutRunOn(text, sentence, language).map((piece) => trimPause(text, trimSpan(text, piece))),
  );
}
