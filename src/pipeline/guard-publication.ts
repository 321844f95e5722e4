import { ToolkitError } from '../errors.js';
import type { IdentifierDecision } from '../model/identifier-decision.js';
import type { Quote } from '../model/quote.js';
import type { Study } from '../model/study.js';
import { dropKept, type FoundLeak, type SoughtStrings } from './guarding/find-leaks.js';
import { findCapitals } from './guarding/find-undecided.js';
import { type Batch, findOutgoing, joinTexts } from './guarding/join-texts.js';
import type { OutgoingText } from './guarding/outgoing-text.js';
import { prepareGuard } from './guarding/prepare-guard.js';
import { maskText } from './pseudonyms/mask-text.js';
import { foldIdentifier } from './pseudonyms/split-runs.js';

/** What was decided on the identifiers of a study's originals. */
export type DecidedIdentifiers = {
  /** Whether the study has a log of decisions: what nobody decided on is then let through no more. */
  readonly begun: boolean;
  /** What the key file holds; none where it was not opened. */
  readonly decisions: readonly IdentifierDecision[];
};

export type GuardRequest = {
  readonly texts: readonly OutgoingText[];
  readonly study: Study;
  /** The quotes whose words go out. */
  readonly quotes: Iterable<Quote>;
  readonly decided?: DecidedIdentifiers | undefined;
  /** Whether whole transcripts go out, and not only quotes with what was said around them. */
  readonly isWhole?: boolean;
};

/** One string that may tell who somebody is, masked, and where it would stand first. */
export type Leak = { readonly kind: string; readonly place: string; readonly masked: string };

export type GuardVerdict = {
  /** What keeps the publication from being written. */
  readonly refused: readonly Leak[];
  /** What nobody decided on, and is let through. */
  readonly undecided: readonly Leak[];
};

/**
 * Looks through all that goes out. Refused are names that the key file replaces, with their variants; addresses and
 * numbers that are identifiers by their form; and names, ages and dates on which nobody decided, once the study has a log
 * of decisions or asks for it (`gate: strict`). Before that they are only told. What `publish: { keep: […] }` lists
 * is let through. No finding holds what was found. Linear in the texts.
 */
export function guardPublication(request: GuardRequest): GuardVerdict {
  const { texts, study, quotes, decided, isWhole = false } = request;
  const isStrict = isStrictGate(study, decided);
  const printed = [...quotes];
  const decisions = decided?.decisions ?? [];
  const guard = prepareGuard({ study, quotes: printed, decisions, isStrict, isWhole });
  const batch = joinTexts(texts);
  const sure = collectLeaks(batch, guard.findSure(batch.text), guard.kept);
  const open = collectLeaks(batch, guard.findOpen(batch.text), guard.kept);
  const undecided = [...open].filter(([key]) => !sure.has(key)).map(([, leak]) => leak);
  if (isStrict) return { refused: [...sure.values(), ...undecided], undecided: [] };
  const words = joinTexts(printed.map(nameQuote));
  const capitals = collectLeaks(words, findCapitals(words.text), guard.kept);
  return { refused: [...sure.values()], undecided: [...undecided, ...capitals.values()] };
}

/** Whether what nobody decided on is refused: where the study asks for it, or has begun to decide. */
export function isStrictGate({ settings }: Pick<Study, 'settings'>, decided?: DecidedIdentifiers): boolean {
  const { gate } = settings.reports;
  return gate === 'strict' || (gate === undefined && decided?.begun === true);
}

const nameQuote = ({ id, wording, exact }: Quote): OutgoingText => ({
  text: wording ?? exact,
  place: `the quote ${id}`,
});

function collectLeaks(
  batch: Batch,
  found: readonly FoundLeak[],
  kept: SoughtStrings,
): ReadonlyMap<string, Leak> {
  const leaks = new Map<string, Leak>();
  for (const { kind, text, span } of dropKept(batch.text, found, kept)) {
    const key = foldIdentifier(text) || text;
    const place = hideInPlace(findOutgoing(batch, span.start), key);
    if (!leaks.has(key)) leaks.set(key, { kind, place, masked: maskText(text) });
  }
  return leaks;
}

/** A place may hold a key of the data, and that key the string: then the file alone is named. */
function hideInPlace(place: string, key: string): string {
  return foldIdentifier(place).includes(key) ? (place.split(/[ .[(,]/, 1)[0] ?? '') : place;
}

/** As many places are named in a refusal. */
const MOST_TOLD = 3;

/** Throws `ToolkitError` `publication-refused` where something is refused: the first places, masked, and how many there are. */
export function refuseLeaks({ refused }: GuardVerdict): void {
  if (refused.length === 0) return;
  const told = refused
    .slice(0, MOST_TOLD)
    .map(({ kind, masked, place }) => `${kind.replaceAll('-', ' ')} ${masked} in ${place}`);
  const rest = refused.length - told.length;
  const more = rest > 0 ? `; and ${rest} more` : '';
  throw new ToolkitError(
    'publication-refused',
    `nothing was written: ${refused.length} ${refused.length === 1 ? 'string' : 'strings'} may tell who somebody is: ${told.join('; ')}${more}`,
    {
      hint: 'Replace them ("themeloom anonymize", or the wording of the quote), or keep what names nobody: publish: { keep: [Slack] } in study.yaml. "themeloom check" shows them; --key opens what was decided.',
    },
  );
}
