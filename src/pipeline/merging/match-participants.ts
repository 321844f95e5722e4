import type { ExchangedParticipant } from '../../exchanges/exchange.js';
import type { Participant } from '../../model/participant.js';
import type { Conflict } from './conflict.js';
import { keepAttributes } from './keep-attributes.js';
import { isDerived, nameParticipant, takeFree } from './name-anew.js';

export type ParticipantPlan = {
  /** Ids in the study by key in the file. */
  readonly ids: ReadonlyMap<string, string>;
  /** New rows of `participants.csv`. */
  readonly added: readonly Participant[];
  /** Number of those whom the study has. */
  readonly already: number;
  readonly conflicts: readonly Conflict[];
  /** Number of attributes that stay behind, since a first table would take away consent from others. */
  readonly withheld: number;
  /** Names of attributes that a study has no place for. */
  readonly refused: readonly string[];
};

export type KnownParticipants = {
  /** Everybody in the study. */
  readonly participants: readonly Participant[];
  /** Ids that `participants.csv` has; absent where there is no table. */
  readonly listed: ReadonlySet<string> | undefined;
};

/**
 * Finds the participants of a file in the study, and says who is new. A study without a table whose transcripts have
 * participants gets none: whoever is missing from a table counts as having given no consent.
 */
export function matchParticipants(
  given: readonly ExchangedParticipant[],
  { participants, listed }: KnownParticipants,
): ParticipantPlan {
  const known = new Map(participants.map((participant) => [participant.id, participant]));
  const names = new Set(known.keys());
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  const added = new Map<string, Participant>();
  const conflicts: Conflict[] = [];
  const isFree = listed !== undefined || participants.length === 0;
  const refused = new Set<string>();
  let withheld = 0;
  let already = 0;
  for (const participant of given) {
    const attributes = keepAttributes(participant.attributes);
    const theirs = { ...participant, attributes: attributes.kept };
    for (const name of attributes.refused) refused.add(name);
    const wanted = nameParticipant(theirs, names);
    const id = isDerived(wanted, theirs.name) ? takeFree(wanted, taken) : wanted;
    ids.set(theirs.key, id);
    const ours = known.get(id);
    const size = Object.values(theirs.attributes).filter((value) => value !== '').length;
    if (ours !== undefined && (listed === undefined || listed.has(id))) {
      already += 1;
      if (listed === undefined) withheld += size;
      else conflicts.push(...compareParticipants(theirs, ours));
    } else if (!isFree) withheld += size;
    else if (listed !== undefined || size > 0 || theirs.consent?.known === true) {
      const consent = theirs.consent ?? { known: true, scopes: [] };
      if (!added.has(id)) added.set(id, { id, attributes: theirs.attributes, consent });
    }
  }
  return { ids, added: [...added.values()], already, conflicts, withheld, refused: [...refused] };
}

function compareParticipants(theirs: ExchangedParticipant, ours: Participant): readonly Conflict[] {
  const attributes = Object.entries(theirs.attributes)
    .filter(([name, value]) => value !== '' && !isSameCell(value, ours.attributes[name] ?? ''))
    .map(([name]) => name);
  const differs = [...attributes, ...(isSameConsent(theirs, ours) ? [] : ['consent'])];
  if (differs.length === 0) return [];
  return [{ what: 'participant', id: ours.id, message: `the file has another ${differs.join(', ')}` }];
}

/** With or without the apostrophe that keeps it from being a formula. */
const isSameCell = (theirs: string, ours: string) => [theirs, theirs.replace(/^'/, '')].includes(ours);

function isSameConsent({ consent }: ExchangedParticipant, ours: Participant): boolean {
  if (consent === undefined || !consent.known) return true;
  const tell = ({ scopes, until, withdrawn }: Participant['consent']) =>
    JSON.stringify([[...scopes].sort(), until, withdrawn]);
  return tell(consent) === tell(ours.consent);
}
