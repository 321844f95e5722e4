import { STOP_WORDS } from '../../text/stop-words/index.js';
import { findEdits, prepareReplacer } from './find-edits.js';
import type { PseudonymSource } from './read-pseudonym-source.js';
import { foldIdentifier, splitRuns } from './split-runs.js';

/** Titles, particles and what marks an organisation: never a part that tells who somebody is. */
const neverParts = new Set(
  (
    'mr mrs ms miss dr prof professor sir lady lord dame herr frau monsieur madame don dona the of and for in at on to de del ' +
    'della der den des di da do dos du la le les el al van von bin ibn y e und et jr sr ltd inc gmbh llc plc corp ' +
    'university college school hospital bank street road group company institute team council church'
  ).split(' '),
);
const functionWords = new Set(STOP_WORDS.en.functionWords);
const SHORTEST_PART = 3;

/** The words of a name that would tell the person alone: of `Dr Priya van Okafor`, `Priya` and `Okafor`. */
export function splitName(name: string): readonly string[] {
  const words = splitRuns(name).map(({ start, end }) => name.slice(start, end));
  if (words.length < 2 || words.length > 5 || words.some((word) => /\d/.test(word))) return [];
  return words.filter((word) => {
    const folded = foldIdentifier(word);
    return folded.length >= SHORTEST_PART && !neverParts.has(folded) && !functionWords.has(folded);
  });
}

/** The parts of names that stand alone somewhere in some sources, in any case, without those that are `known`. */
export function listNameParts(
  names: readonly string[],
  sources: readonly PseudonymSource[],
  known: ReadonlySet<string>,
): readonly string[] {
  const parts = new Map(
    names.flatMap(splitName).flatMap((part) => {
      const key = foldIdentifier(part);
      return known.has(key) ? [] : [[key, part] as const];
    }),
  );
  const shields = [...names, ...known].map((text) => ({ text }));
  const replacer = prepareReplacer([
    ...shields,
    ...[...parts.values()].map((text) => ({ text, replacement: '-' })),
  ]);
  const alone = new Set(
    sources.flatMap(({ parts: own, options }) =>
      own.flatMap(({ text }) => findEdits(text, replacer, options).map(({ key }) => key)),
    ),
  );
  return [...parts].filter(([key]) => alone.has(key)).map(([, part]) => part);
}
