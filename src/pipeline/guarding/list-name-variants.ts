import { changesText, type IdentifierDecision } from '../../model/identifier-decision.js';
import { splitName } from '../pseudonyms/list-name-parts.js';
import { foldIdentifier } from '../pseudonyms/split-runs.js';

/** A form of a name that was replaced. */
export type NameVariant = {
  readonly text: string;
  /** Kind of the decision. */
  readonly kind: string;
  /** Whether it is looked for with a capital only: a single part of a name may be an everyday word. */
  readonly needsCapital: boolean;
};

const isPersonal = (kind: string) => kind === 'name' || kind === 'person' || kind === 'speaker';
/** As names stand in addresses and file names. */
const joints = ['.', '-', '_', ''];

/**
 * The forms of every replaced string: itself; of a person's name also its parts, the last name first, and the parts
 * joined as in addresses and file names. What somebody decided to keep is no variant of another name.
 */
export function listNameVariants(decisions: readonly IdentifierDecision[]): readonly NameVariant[] {
  const kept = new Set(
    decisions.filter(({ decision }) => !changesText(decision)).map(({ text }) => foldIdentifier(text)),
  );
  return decisions
    .filter(({ decision }) => changesText(decision))
    .flatMap(({ text, kind }) => [
      { text, kind, needsCapital: false },
      ...(isPersonal(kind) ? varyName(text, kind) : []).filter(
        (variant) => !kept.has(foldIdentifier(variant.text)),
      ),
    ]);
}

function varyName(name: string, kind: string): readonly NameVariant[] {
  const parts = splitName(name);
  const first = parts[0];
  const last = parts.at(-1);
  if (first === undefined || last === undefined) return [];
  const whole = [
    `${last}, ${first}`,
    `${last} ${first}`,
    `${first} ${last}`,
    ...joints.map((joint) => first + joint + last),
  ];
  return [
    ...(parts.length > 1 ? whole.map((text) => ({ text, kind, needsCapital: false })) : []),
    ...parts.map((text) => ({ text, kind, needsCapital: true })),
  ];
}
