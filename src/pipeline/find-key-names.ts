import type { IdentifierDecision } from '../model/identifier-decision.js';
import {
  dropKept,
  type FoundLeak,
  findSought,
  type SoughtStrings,
  seekStrings,
} from './guarding/find-leaks.js';
import { listKept } from './guarding/list-kept.js';
import { listNameVariants } from './guarding/list-name-variants.js';
import type { OutgoingText } from './guarding/outgoing-text.js';
import { hideHarmless } from './guarding/read-as-published.js';
import { applyEdits } from './pseudonyms/find-edits.js';
import { maskText } from './pseudonyms/mask-text.js';
import { foldIdentifier } from './pseudonyms/split-runs.js';
import { wordsThatAreNames } from './pseudonyms/words-that-are-names.js';

/** A replaced string that still stands somewhere, masked, and how often. */
export type KeyName = { readonly place: string; readonly masked: string; readonly count: number };

/** Finds and masks the strings that a key file replaces. Pseudonyms in brackets are none, and what it keeps stays. */
export type KeyNames = {
  readonly find: (texts: readonly OutgoingText[]) => readonly KeyName[];
  readonly mask: (text: string) => string;
  /** As `mask`, for the tool's own sentences: a part of a name that is an everyday word, such as `Mark`, stays. */
  readonly maskMessage: (text: string) => string;
};

/** Makes the decisions of a key file ready to be looked for, with the variants of each name. */
export function seekKeyNames(decisions: readonly IdentifierDecision[]): KeyNames {
  const variants = listNameVariants(decisions);
  const isEveryday = ({ text }: { readonly text: string }) => wordsThatAreNames.has(foldIdentifier(text));
  const names = seekStrings(variants);
  const plainNames = seekStrings(variants.filter((variant) => !isEveryday(variant)));
  const kept = seekStrings(listKept([], decisions));
  const findIn = (text: string, sought: SoughtStrings) => {
    const hidden = hideHarmless(text);
    return dropKept(hidden, findSought(hidden, sought), kept);
  };
  return {
    find: (texts) => texts.flatMap(({ text, place }) => countNames(findIn(text, names), place)),
    mask: (text) => maskFound(text, findIn(text, names)),
    maskMessage: (text) => maskFound(text, findIn(text, plainNames)),
  };
}

function countNames(found: readonly FoundLeak[], place: string): readonly KeyName[] {
  const counted = new Map<string, KeyName>();
  for (const { text } of found) {
    const key = foldIdentifier(text);
    counted.set(key, { place, masked: maskText(text), count: (counted.get(key)?.count ?? 0) + 1 });
  }
  return [...counted.values()];
}

function maskFound(text: string, found: readonly FoundLeak[]): string {
  const edits = found.map(({ span }) => ({
    ...span,
    key: '',
    replacement: maskText(text.slice(span.start, span.end)),
  }));
  return applyEdits(text, edits);
}
