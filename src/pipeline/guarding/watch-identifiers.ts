import type { Quote } from '../../model/quote.js';
import type { Study } from '../../model/study.js';
import { remember } from '../../text/remember.js';
import { type DecidedIdentifiers, isStrictGate } from '../guard-publication.js';
import { foldIdentifier } from '../pseudonyms/split-runs.js';
import { dropKept, type FoundLeak } from './find-leaks.js';
import { findCapitals, findDatesAndAges } from './find-undecided.js';
import { type Guard, prepareGuard } from './prepare-guard.js';
import { readAsPublished } from './read-as-published.js';

export type WatchRequest = {
  readonly study: Study;
  /** The quotes that may be printed. */
  readonly quotes: readonly Quote[];
  readonly decided?: DecidedIdentifiers | undefined;
};

/** Asks of single texts what `guardPublication` asks of all that goes out. Nothing that is given holds what was found. */
export type Watch = {
  /** Kinds of what is refused always. */
  readonly listSure: (text: string) => readonly string[];
  /** Kinds of what is refused: with what nobody decided on, where the gate is strict. */
  readonly listRefused: (text: string) => readonly string[];
  /** Whether an edit took out of a quote what may tell who somebody is, surely or perhaps. */
  readonly hidesIdentity: (quote: Quote) => boolean;
};

/** Prepares the watch of a study; the dictionary, where it is needed, is not loaded before the first question. */
export function watchIdentifiers({ study, quotes, decided }: WatchRequest): Watch {
  const isStrict = isStrictGate(study, decided);
  let prepared: Guard | undefined;
  const find = (text: string, list: (guard: Guard, reading: string) => readonly FoundLeak[]) => {
    prepared ??= prepareGuard({ study, quotes, decisions: decided?.decisions ?? [], isStrict });
    const guard = prepared;
    return readAsPublished(text).flatMap((reading) => dropKept(reading, list(guard, reading), guard.kept));
  };
  const findSure = (text: string) => find(text, (guard, reading) => guard.findSure(reading));
  const findRefused = (text: string) =>
    find(text, (guard, reading) => [
      ...guard.findSure(reading),
      ...(isStrict ? guard.findOpen(reading) : []),
    ]);
  const findAny = (text: string) =>
    find(text, (guard, reading) => [
      ...guard.findSure(reading),
      ...(isStrict ? guard.findOpen(reading) : []),
      ...findDatesAndAges(reading),
      ...findCapitals(reading),
    ]);
  const listSure = remember((text: string) => listKinds(findSure(text)));
  return {
    listSure,
    listRefused: isStrict ? remember((text: string) => listKinds(findRefused(text))) : listSure,
    hidesIdentity: ({ exact, wording }) => {
      if (wording === undefined || wording === exact) return false;
      const printed = foldIdentifier(wording);
      return findAny(exact).some(({ text }) => !printed.includes(foldIdentifier(text)));
    },
  };
}

const listKinds = (found: readonly FoundLeak[]) => [
  ...new Set(found.map(({ kind }) => kind.replaceAll('-', ' '))),
];
