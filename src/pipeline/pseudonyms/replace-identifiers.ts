import { ToolkitError } from '../../errors.js';
import { changesText, type IdentifierDecision } from '../../model/identifier-decision.js';
import { applyEdits, type Edit, findEdits, prepareReplacer, type Replacer } from './find-edits.js';
import { maskText } from './mask-text.js';
import type { PseudonymSource } from './read-pseudonym-source.js';
import { toSourceEdits } from './read-source-parts.js';

/** Makes a study's decisions ready for `replaceIdentifiers`: what is to change gives way, what stays shields itself. */
export function prepareDecisions(decisions: readonly IdentifierDecision[]): Replacer {
  return prepareReplacer(
    decisions.map(({ text, decision, replacement }) => ({
      text,
      ...(changesText(decision) ? { replacement } : {}),
    })),
  );
}

export type ReplacedSource = {
  readonly text: string;
  /** Number of places. */
  readonly replaced: number;
};

/**
 * A source with every replaced string as its pseudonym, wherever it stands; all else, line feeds and times included, is
 * as it was. The same again changes nothing.
 */
export function replaceIdentifiers(source: PseudonymSource, replacer: Replacer): ReplacedSource {
  const found = source.parts.map((part) => ({ part, edits: findEdits(part.text, replacer, source.options) }));
  const edits = found.flatMap(({ part, edits: own }) => toSourceEdits(part, own));
  return {
    text: applyEdits(
      source.text,
      edits.toSorted((a, b) => a.start - b.start),
    ),
    replaced: found.reduce((sum, { edits: own }) => sum + countPlaces(own), 0),
  };
}

const countPlaces = (edits: readonly Edit[]) => edits.filter(({ replacement }) => replacement !== '').length;

/**
 * Looks through what the reader makes of a pseudonymised source. Throws `ToolkitError` `name-left` where a string that
 * was to be replaced is still heard, as one that markup or a change of captions cuts in two.
 */
export function refuseNamesLeft(written: PseudonymSource, replacer: Replacer): void {
  for (const text of [...written.turns, ...written.labels]) {
    const [left] = findEdits(text, replacer);
    if (left === undefined) continue;
    const line = findLine(written.text, text);
    throw new ToolkitError(
      'name-left',
      `${maskText(left.key)} is cut by markup in ${written.name} and would stay`,
      {
        hint: 'Nothing was written. Join its pieces in a copy of the original, or give each piece a row in the sheet.',
        place: { file: written.name, ...(line === undefined ? {} : { line }) },
      },
    );
  }
}

/** 1-based line of the first words of a turn, where they stand in the source as they are read. */
function findLine(source: string, turn: string): number | undefined {
  const at = source.indexOf(turn.split('\n', 1)[0] ?? '');
  return at < 0 ? undefined : source.slice(0, at).split('\n').length;
}
