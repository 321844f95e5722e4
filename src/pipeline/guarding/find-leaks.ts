import { identifierKinds } from '../../identifiers/index.js';
import type { Span } from '../../model/span.js';
import { findIdentifiers } from '../find-identifiers.js';
import { findEdits, prepareReplacer, type Replacer } from '../pseudonyms/find-edits.js';
import { foldIdentifier } from '../pseudonyms/split-runs.js';

/** Something in an outgoing text that may tell who somebody is. `text` is the string itself: it goes no further. */
export type FoundLeak = { readonly kind: string; readonly text: string; readonly span: Span };

/** A string to look for, in any case; with `needsCapital` only where it has one. */
export type SoughtString = { readonly text: string; readonly kind: string; readonly needsCapital: boolean };

/** Strings made ready to be looked for in many texts. */
export type SoughtStrings = {
  readonly byKey: ReadonlyMap<string, SoughtString>;
  readonly replacer: Replacer;
};

/** Makes strings ready. Of two that fold to one the first counts. */
export function seekStrings(strings: readonly SoughtString[]): SoughtStrings {
  const byKey = new Map<string, SoughtString>();
  for (const sought of strings) {
    const key = foldIdentifier(sought.text);
    if (key !== '' && !byKey.has(key)) byKey.set(key, sought);
  }
  return {
    byKey,
    replacer: prepareReplacer([...byKey.values()].map(({ text }) => ({ text, replacement: '-' }))),
  };
}

/** Where some strings stand in a text, as whole words, the longest first. */
export function findSought(text: string, { byKey, replacer }: SoughtStrings): readonly FoundLeak[] {
  if (byKey.size === 0) return [];
  return findEdits(text, replacer).flatMap(({ start, end, key }) => {
    const sought = byKey.get(key);
    if (sought === undefined || (sought.needsCapital && !/\p{Lu}/u.test(text.slice(start, end)))) return [];
    return [{ kind: sought.kind, text: sought.text, span: { start, end } }];
  });
}

/** Days and ages need no words of a study. */
export const noWords = {
  language: 'en',
  lowerCase: new Set<string>(),
  capitalised: new Set<string>(),
  usuallyCapital: new Set<string>(),
  known: new Set<string>(),
} as const;

/** `monday.com` names a product; an address with a user or a path may name a person. */
const bareDomain = /^(?:https?:\/\/)?[^\s/@?#]+\/?$/i;

/**
 * Addresses and numbers that are identifiers by their form. Of web addresses only those that lead to more than a domain and
 * that somebody said (`isSpoken`): others are the researcher's own references. A day such as 2026-03-02 is no number.
 */
export function findByForm(text: string, isSpoken: (address: string) => boolean): readonly FoundLeak[] {
  const found = findIdentifiers(text).filter(
    ({ kind, text: own }) => kind !== 'web-address' || (!bareDomain.test(own) && isSpoken(own)),
  );
  if (found.length === 0) return [];
  const days = identifierKinds
    .filter(({ id }) => id === 'full-date')
    .flatMap(({ find }) => find(text, noWords));
  return found
    .filter(({ span }) => !days.some((day) => isDay(text, span, day)))
    .map(({ kind, span, text: own }) => ({ kind, span, text: own }));
}

/** Whether a day holds every digit of what was found. */
function isDay(text: string, found: Span, day: Span): boolean {
  if (found.end <= day.start || day.end <= found.start) return false;
  const rest = text.slice(found.start, Math.max(found.start, day.start)) + text.slice(day.end, found.end);
  return !/[\p{L}\p{N}]/u.test(rest);
}

/** Without what is kept: the same string, or one within a longer string that is kept. */
export function dropKept(
  text: string,
  leaks: readonly FoundLeak[],
  kept: SoughtStrings,
): readonly FoundLeak[] {
  if (leaks.length === 0 || kept.byKey.size === 0) return leaks;
  const spans = findEdits(text, kept.replacer);
  return leaks.filter(
    (leak) =>
      !kept.byKey.has(foldIdentifier(leak.text)) &&
      !spans.some(({ start, end }) => start <= leak.span.start && leak.span.end <= end),
  );
}
