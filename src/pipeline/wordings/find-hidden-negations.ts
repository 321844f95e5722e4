import type { Language } from '../../model/settings.js';
import { isNegation } from '../../text/negations.js';
import { findWords } from '../../text/tokenise.js';
import { cutEdited, type LaidWording, layWording, readEditMarks, readSpoken } from './lay-wording.js';

/** The negations that an accepted wording leaves out, in order, each once: without them it may say the opposite. */
export function findHiddenNegations(wording: string, exact: string, language: Language): readonly string[] {
  const laid = wording === exact ? undefined : layWording(wording, exact);
  return laid === undefined ? [] : listNegations(laid, listLeftOut(laid), language);
}

/** The negations left out where no mark says that anything is. */
export function findUnmarkedNegations(laid: LaidWording, language: Language): readonly string[] {
  const unmarked = listLeftOut(laid).filter((word) => {
    const behind = laid.matches.findIndex((match) => match > word);
    const before = (behind < 0 ? laid.matches.length : behind) - 1;
    const marks = readEditMarks(cutEdited(laid, before), laid.exact);
    return !marks.some(({ kind }) => kind === 'omission');
  });
  return listNegations(laid, unmarked, language);
}

/** The negations that a wording puts in with brackets, each once: with them it may say the opposite. */
export function findAddedNegations(wording: string, exact: string, language: Language): readonly string[] {
  const marks = wording === exact ? [] : readEditMarks(wording, exact);
  const added = marks
    .filter(({ kind }) => kind === 'insertion')
    .flatMap(({ text }) => findWords(text).map(({ start, end }) => text.slice(start, end)));
  return [...new Set(added.filter((word) => isNegation(word, language)))];
}

function listLeftOut({ spoken, matches }: LaidWording): readonly number[] {
  const kept = new Set(matches);
  return Array.from(spoken.keys()).filter((word) => !kept.has(word));
}

function listNegations(laid: LaidWording, words: readonly number[], language: Language): readonly string[] {
  const found = words.map((word) => readSpoken(laid, word)).filter((word) => isNegation(word, language));
  return [...new Set(found)];
}
