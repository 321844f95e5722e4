import type { FoundSpan, NameHint, StudyWords } from '../identifiers/identifier.js';
import { identifierKinds } from '../identifiers/index.js';
import type { Span } from '../model/span.js';

/** A string that may tell who somebody is. */
export type FoundIdentifier = {
  /** Id of the kind, e.g. `email-address`. */
  readonly kind: string;
  readonly text: string;
  readonly span: Span;
  /** Whether a person has to say if it is one at all. */
  readonly candidate: boolean;
  /** What a name seems to name. */
  readonly hint?: NameHint;
};

const nothingKnown: StudyWords = {
  language: 'en',
  lowerCase: new Set(),
  capitalised: new Set(),
  usuallyCapital: new Set(),
  known: new Set(),
};

/**
 * What is surely an identifier by its form: addresses, numbers, handles. In order of place, none overlapping. Names,
 * ages and dates are not looked for: an empty list does not mean that a text is anonymous (see `findAllIdentifiers`).
 */
export function findIdentifiers(text: string): readonly FoundIdentifier[] {
  return collect(text, nothingKnown, (candidate) => !candidate);
}

/**
 * Identifiers of every kind, names included, in order of place, none overlapping. `words` is what the whole study
 * tells, from `learnWords`.
 */
export function findAllIdentifiers(text: string, words: StudyWords): readonly FoundIdentifier[] {
  return collect(text, words, () => true);
}

type Claim = FoundSpan & { readonly kind: string; readonly candidate: boolean };

function collect(
  text: string,
  words: StudyWords,
  wants: (candidate: boolean) => boolean,
): readonly FoundIdentifier[] {
  let claimed: readonly Claim[] = [];
  for (const { id, candidate, find } of identifierKinds) {
    if (!wants(candidate)) continue;
    claimed = addClaims(
      text,
      claimed,
      find(text, words).map((span) => ({ ...span, kind: id, candidate })),
    );
  }
  return claimed.map(({ kind, candidate, start, end, hint }) => ({
    kind,
    text: text.slice(start, end),
    span: { start, end },
    candidate,
    ...(hint === undefined ? {} : { hint }),
  }));
}

/** Merges two ordered lists; of a later claim only what no earlier one covers is kept, if it holds a letter or digit. */
function addClaims(text: string, earlier: readonly Claim[], later: readonly Claim[]): readonly Claim[] {
  if (later.length === 0) return earlier;
  const kept: Claim[] = [];
  let next = 0;
  for (const claim of later) {
    while (next < earlier.length && (earlier[next]?.end ?? 0) <= claim.start) next++;
    let start = claim.start;
    for (let at = next; start < claim.end; at++) {
      const other = earlier[at];
      const end = other === undefined ? claim.end : Math.min(claim.end, other.start);
      const isWhole = start === claim.start && end === claim.end;
      kept.push(...(isWhole ? [claim] : trimClaim(text, { ...claim, start, end })));
      start = other === undefined ? claim.end : Math.max(start, other.end);
    }
  }
  return kept.length === 0 ? earlier : [...earlier, ...kept].toSorted((a, b) => a.start - b.start);
}

/** Without the separators that a cut leaves at its ends; nothing where nothing else is left. */
function trimClaim(text: string, claim: Claim): readonly Claim[] {
  let { start, end } = claim;
  while (start < end && isSeparator(text[start])) start++;
  while (end > start && isSeparator(text[end - 1])) end--;
  return start < end ? [{ ...claim, start, end }] : [];
}

const isSeparator = (unit = ' ') => /[\s\p{P}]/u.test(unit);
