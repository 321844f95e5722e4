import { type ErrorPlace, ToolkitError } from '../../errors.js';
import type { IdentifierVerdict } from '../../model/identifier-decision.js';
import { findEdits, prepareReplacer } from './find-edits.js';
import { maskText } from './mask-text.js';
import { foldIdentifier } from './split-runs.js';

export type NamedString = {
  readonly text: string;
  readonly decision: IdentifierVerdict;
  /** The same for all strings of one identity. */
  readonly root: string;
  /** Empty where the string stays. */
  readonly replacement: string;
  readonly place: ErrorPlace;
};

/**
 * Throws `ToolkitError` `pseudonym-shared` where two identities would become one, unless both are generalised, and
 * `pseudonym-holds-name` where a pseudonym is or holds a string that is replaced, or is one that stays, or is one of
 * `names` (folded).
 */
export function refuseConflicts(
  strings: readonly NamedString[],
  names: ReadonlySet<string> = new Set(),
): void {
  const changed = strings.filter(({ replacement }) => replacement !== '');
  refuseShared(changed);
  const replacer = prepareReplacer(changed);
  const kept = new Set(
    strings.filter(({ decision }) => decision === 'keep').map(({ text }) => foldIdentifier(text)),
  );
  for (const { text, replacement, place } of changed) {
    const [held] = findEdits(replacement, replacer);
    const key = foldIdentifier(replacement);
    if (held === undefined && !kept.has(key) && !names.has(key)) continue;
    throw new ToolkitError(
      'pseudonym-holds-name',
      `the pseudonym of ${maskText(text)} is or holds a name of this study`,
      {
        hint: 'Write another one into its column replacement: a word that names nobody here.',
        place,
      },
    );
  }
}

function refuseShared(changed: readonly NamedString[]): void {
  const firsts = new Map<string, NamedString>();
  for (const named of changed) {
    const key = foldIdentifier(named.replacement);
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, named);
    else if (
      first.root !== named.root &&
      !(first.decision === 'generalise' && named.decision === 'generalise')
    )
      throw refuseOne(first, named);
  }
}

function refuseOne(first: NamedString, second: NamedString): ToolkitError {
  const pair = `${maskText(first.text)} and ${maskText(second.text)}`;
  return new ToolkitError('pseudonym-shared', `${pair} would both become one pseudonym`, {
    hint: 'Give one another replacement; if they are one, write the first into same_as of the second; or generalise both.',
    place: second.place,
  });
}
