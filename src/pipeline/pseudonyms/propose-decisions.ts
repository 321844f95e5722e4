import type { IdentifierDecision } from '../../model/identifier-decision.js';
import { suggestNearest } from '../../text/did-you-mean.js';
import type { SheetRow } from './decision-sheet.js';
import type { FoundString } from './found-string.js';
import { splitName } from './list-name-parts.js';
import { countPseudonym, nameKind } from './name-pseudonym.js';
import { foldIdentifier } from './split-runs.js';
import { wordsThatAreNames } from './words-that-are-names.js';

/** What analysis needs is told more vaguely rather than taken out. */
const vague = new Set(['age', 'full-date']);
/** Kinds of which a word alone may tell the whole. */
const divisible = new Set(['name', 'person', 'speaker', 'organisation']);
/** Nearer than this, half of all short names are spelled like another. */
const SHORTEST_LIKENED = 4;

export type ProposalInput = {
  readonly found: readonly FoundString[];
  /** Decided before, in this sheet or in the key. */
  readonly decided: readonly Pick<IdentifierDecision, 'text' | 'kind' | 'replacement'>[];
  /** Folded pseudonyms that stand for somebody already. */
  readonly taken: ReadonlySet<string>;
  /** Pseudonyms that the study itself gives, by folded label: a participant's id. */
  readonly participants: ReadonlyMap<string, string>;
};

/**
 * A row for each string that nobody has decided on. What has a shape of its own is decided to be replaced, for a person
 * to look over; of a name or a place only the pseudonym is proposed. A part of one longer name is proposed as the same, unless it is a place.
 */
export function proposeDecisions({
  found,
  decided,
  taken,
  participants,
}: ProposalInput): readonly SheetRow[] {
  const known = new Set(decided.map(({ text }) => foldIdentifier(text)));
  const fresh = found.filter(({ key }) => !known.has(key));
  const wholes = [...decided.filter(({ replacement }) => replacement !== ''), ...fresh]
    .filter(({ kind }) => divisible.has(kind))
    .map(({ text }) => text);
  const owners = listOwners(wholes);
  const others = wholes.map((name) => ({ text: name, key: foldIdentifier(name) }));
  const used = new Set(taken);
  return fresh.map(({ text, key, kind, isSure, count, example }): SheetRow => {
    const owner = owners.get(key) ?? [];
    // A town is not the club that is named for it.
    const sameAs = owner.length === 1 && divisible.has(kind) ? (owner[0] ?? '') : '';
    const participant = participants.get(key);
    const replacement = proposeReplacement({ kind, sameAs, participant, used });
    return {
      text,
      kind,
      count,
      example,
      proposal: vague.has(kind) ? 'generalise' : 'replace',
      ...(isSure ? { decision: 'replace' as const } : {}),
      sameAs,
      replacement,
      note: noteDoubts({ text, key, kind, owners: owner, others }),
      line: 0,
    };
  });
}

type Proposed = {
  readonly kind: string;
  readonly sameAs: string;
  readonly participant: string | undefined;
  readonly used: Set<string>;
};

function proposeReplacement({ kind, sameAs, participant, used }: Proposed): string {
  if (participant !== undefined) return `[${participant}]`;
  if (sameAs !== '' || vague.has(kind)) return '';
  const pseudonym = countPseudonym(nameKind(kind), used);
  used.add(foldIdentifier(pseudonym));
  return pseudonym;
}

/** By folded part, the longer names that it belongs to. */
function listOwners(names: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const owners = new Map<string, string[]>();
  for (const name of names)
    for (const part of new Set(splitName(name).map(foldIdentifier))) {
      const list = owners.get(part);
      if (list === undefined) owners.set(part, [name]);
      else list.push(name);
    }
  return owners;
}

type Doubtful = {
  readonly text: string;
  readonly key: string;
  readonly kind: string;
  readonly owners: readonly string[];
  readonly others: readonly { readonly text: string; readonly key: string }[];
};

function noteDoubts({ text, key, kind, owners, others }: Doubtful): string {
  const notes: string[] = [];
  if (owners.length > (divisible.has(kind) ? 1 : 0))
    notes.push(`part of ${owners.join(' and of ')}: the same as which, if it is one?`);
  if (wordsThatAreNames.has(key)) notes.push('also an everyday word: replaced only with a capital');
  const canBeSlip = kind === 'name' || kind === 'person' || kind === 'speaker';
  if (canBeSlip && owners.length === 0 && key.length >= SHORTEST_LIKENED) {
    const near = suggestNearest(
      text,
      others.flatMap((other) => (other.key === key ? [] : [other.text])),
    );
    if (near !== undefined) notes.push(`spelled like ${near}: the same, if it is`);
  }
  return notes.join('; ');
}
