import type { Participant } from '../../model/participant.js';
import type { Quote } from '../../model/quote.js';
import type { Study } from '../../model/study.js';
import { attributeParticipants } from '../attribute-participants.js';
import { keyIdentifier, type PlacedIdentifier } from '../list-identifiers.js';
import { findPseudonyms } from '../pseudonyms/hide-pseudonyms.js';
import { foldIdentifier } from '../pseudonyms/split-runs.js';
import { listAttributes } from '../render-attribution.js';
import type { Selection } from '../select-publishable.js';

/** Something that a reader learns of a participant; two facts of one key are the same. */
export type KnownFact = { readonly key: string; readonly fact: string; readonly source: string };

export type FactSources = {
  readonly study: Study;
  readonly selection: Pick<Selection, 'publishable' | 'participantOf'>;
  /** Every identifier in the transcripts. */
  readonly identifiers: readonly PlacedIdentifier[];
};

/** The quotes that may be printed, by who says them. */
function groupQuotes(selection: FactSources['selection']): ReadonlyMap<string, readonly Quote[]> {
  const groups = new Map<string, Quote[]>();
  for (const quote of selection.publishable.values()) {
    const id = selection.participantOf.get(quote.id);
    if (id === undefined) continue;
    const own = groups.get(id);
    if (own === undefined) groups.set(id, [quote]);
    else own.push(quote);
  }
  return groups;
}

const PSEUDONYM = 'pseudonym ';
const keyAttribute = (name: string, value: string) => `attribute ${name} ${value.trim()}`;
/** The keys of all attributes of a participant, printed or not. */
export const listAttributeKeys = ({ attributes }: Participant) =>
  Object.entries(attributes).map(([name, value]) => keyAttribute(name, value));

export type Facts = ReadonlyMap<string, readonly KnownFact[]>;

/**
 * What is told of each participant, by id, each fact once, where it stands first: attributes in the attribution line,
 * identifiers and pseudonyms in printed quotes. A pseudonym is one only where several speak of it: it then links them.
 */
export function listFacts(
  participants: readonly Participant[],
  { study, identifiers, selection }: FactSources,
): Facts {
  const quotes = groupQuotes(selection);
  const coarsened = new Set(attributeParticipants(study).coarsened);
  const shown = listAttributes(study.settings.attribution);
  const found = groupByTranscript(identifiers);
  const facts = new Map(
    participants.map((participant) => {
      const ofLine = coarsened.has(participant.id) ? [] : listLineFacts(participant, shown);
      const ofQuotes = (quotes.get(participant.id) ?? []).flatMap((quote) =>
        listQuoteFacts(quote, found.get(quote.transcriptId) ?? []),
      );
      return [participant.id, keepFirst([...ofLine, ...ofQuotes])] as const;
    }),
  );
  return dropLonePseudonyms(facts);
}

function dropLonePseudonyms(facts: Facts): Facts {
  const counts = new Map<string, number>();
  for (const { key } of [...facts.values()].flat()) counts.set(key, (counts.get(key) ?? 0) + 1);
  const links = ({ key }: KnownFact) => !key.startsWith(PSEUDONYM) || (counts.get(key) ?? 0) > 1;
  return new Map([...facts].map(([id, own]) => [id, own.filter(links)]));
}

function keepFirst(facts: readonly KnownFact[]): readonly KnownFact[] {
  const first = new Map<string, KnownFact>();
  for (const fact of facts) if (!first.has(fact.key)) first.set(fact.key, fact);
  return [...first.values()];
}

function groupByTranscript(
  identifiers: readonly PlacedIdentifier[],
): ReadonlyMap<string, readonly PlacedIdentifier[]> {
  const groups = new Map<string, PlacedIdentifier[]>();
  for (const identifier of identifiers) {
    const own = groups.get(identifier.transcriptId);
    if (own === undefined) groups.set(identifier.transcriptId, [identifier]);
    else own.push(identifier);
  }
  return groups;
}

function listLineFacts({ attributes }: Participant, shown: readonly string[]): readonly KnownFact[] {
  return shown.flatMap((name) => {
    const value = attributes[name]?.trim() ?? '';
    const key = keyAttribute(name, value);
    return value === '' ? [] : [{ key, fact: `${name}: ${value}`, source: 'attribution' }];
  });
}

function listQuoteFacts(quote: Quote, identifiers: readonly PlacedIdentifier[]): readonly KnownFact[] {
  const printed = quote.wording ?? quote.exact;
  const source = `quote ${quote.id}`;
  const said = identifiers
    .filter(({ text, span }) => overlaps(span, quote.span) && printed.includes(text))
    .map((found) => ({
      key: keyIdentifier(found),
      fact: `${found.hint ?? found.kind.replaceAll('-', ' ')}: ${found.text.replace(/\s+/g, ' ')}`,
      source,
    }));
  const pseudonyms = findPseudonyms(printed).map((text) => ({
    key: PSEUDONYM + foldIdentifier(text),
    fact: `pseudonym: ${text}`,
    source,
  }));
  return [...said, ...pseudonyms];
}

const overlaps = (one: Quote['span'], other: Quote['span']) => one.start < other.end && other.start < one.end;
