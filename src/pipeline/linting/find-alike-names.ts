import type { Language } from '../../model/settings.js';
import type { Theme } from '../../model/theme.js';
import { groupBy } from '../../reporting/coding/group-by.js';
import { countSlips } from '../../text/count-slips.js';
import { stemWord } from '../../text/stem.js';
import { findWords, foldWord } from '../../text/tokenise.js';

/** Two themes, the earlier one of the taxonomy first. */
export type ThemePair = readonly [Theme, Theme];

/** One other letter in eight: "feedback" and "feedbacks", but not "dream" and "dread". */
const LETTERS_PER_SLIP = 8;
/** Of more themes only those whose words have the same stems are found: every pair is compared letter by letter. */
const MOST_COMPARED = 1000;

type Named = {
  readonly theme: Theme;
  readonly name: string;
  readonly stems: string;
  readonly digits: string;
};

/**
 * Themes whose label is nearly that of an earlier one of their dimension, each with the first such: the same stems in whatever order, or few other letters. Labels
 * that count ("phase 1", "phase 2") are told apart by their numbers.
 */
export function findAlikeNames(themes: readonly Theme[], language: Language): readonly ThemePair[] {
  return [...groupBy(themes, ({ dimension }) => dimension).values()].flatMap((own) => {
    const named = own.map((theme) => readName(theme, language));
    return named.length <= MOST_COMPARED ? compareAll(named) : pairSameStems(named);
  });
}

function readName(theme: Theme, language: Language): Named {
  const words = findWords(theme.label).map(({ start, end }) => foldWord(theme.label.slice(start, end)));
  const name = words.length === 0 ? theme.label.trim() : words.join(' ');
  const stems = new Set(words.map((word) => stemWord(word, language)));
  return {
    theme,
    name,
    stems: stems.size === 0 ? name : [...stems].sort().join(' '),
    digits: name.replace(/\P{N}+/gu, ' ').trim(),
  };
}

function compareAll(named: readonly Named[]): readonly ThemePair[] {
  return named.flatMap((later, at): readonly ThemePair[] => {
    const earlier = named.slice(0, at).find((one) => areAlike(one, later));
    return earlier === undefined ? [] : [[earlier.theme, later.theme]];
  });
}

function areAlike(a: Named, b: Named): boolean {
  if (a.stems === b.stems) return true;
  const allowed = Math.floor(Math.min(a.name.length, b.name.length) / LETTERS_PER_SLIP);
  if (a.digits !== b.digits || Math.abs(a.name.length - b.name.length) > allowed) return false;
  return allowed > 0 && countSlips(a.name, b.name) <= allowed;
}

function pairSameStems(named: readonly Named[]): readonly ThemePair[] {
  return [...groupBy(named, ({ stems }) => stems).values()].flatMap(([first, ...others]) =>
    others.flatMap(({ theme }): readonly ThemePair[] => (first === undefined ? [] : [[first.theme, theme]])),
  );
}
