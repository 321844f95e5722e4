import { isKnownLabel } from '../../formats/turns/role-labels.js';
import type { StudyWords } from '../../identifiers/identifier.js';
import { learnWords } from '../../identifiers/names/learn-words.js';
import type { IdentifierDecision } from '../../model/identifier-decision.js';
import type { Language } from '../../model/settings.js';
import type { Span } from '../../model/span.js';
import { cleanText } from '../../text/clean-text.js';
import { findAllIdentifiers } from '../find-identifiers.js';
import { applyEdits, findEdits, prepareReplacer } from './find-edits.js';
import type { FoundString } from './found-string.js';
import { listNameParts } from './list-name-parts.js';
import { listPseudonyms } from './name-pseudonym.js';
import type { PseudonymSource } from './read-pseudonym-source.js';
import { canBeSought, foldIdentifier } from './split-runs.js';

/** UTF-16 units on each side of an example. */
const AROUND = 40;

export type GatherOptions = {
  /** Labels that tell nobody's name: participants' ids and interviewers' labels of the study, folded. */
  readonly knownLabels: ReadonlySet<string>;
  /** What is decided already: the parts of replaced names are looked for too. */
  readonly decided: readonly IdentifierDecision[];
  readonly language: Language;
  /** As `loadTagger` gives it: finds more of the names that begin a sentence. */
  readonly startsWithProperNoun?: (sentence: string) => boolean;
};

type Candidate = Pick<FoundString, 'text' | 'kind' | 'isSure' | 'isPart'>;

/**
 * Every distinct string in some sources that may tell who somebody is, once: speakers' labels that are not roles, what
 * `findAllIdentifiers` finds in the speech and then in all else that the files hold, and parts of names that stand alone.
 */
export function gatherStrings(
  sources: readonly PseudonymSource[],
  { knownLabels, decided, ...wordRules }: GatherOptions,
): readonly FoundString[] {
  const pseudonyms = new Set(sources.flatMap(({ text }) => listPseudonyms(text)));
  const found = new Map<string, Candidate>();
  const add = (candidate: Candidate) => {
    const key = foldIdentifier(candidate.text);
    if (canBeSought(candidate.text) && !found.has(key) && !pseudonyms.has(key)) found.set(key, candidate);
  };
  const isName = (label: string) => !isKnownLabel(label) && !knownLabels.has(foldIdentifier(label));
  const words = learnWords({
    texts: sources.map(({ turns }) => turns.join('\n')),
    knownNames: sources.flatMap(({ labels }) => labels.filter(isName)),
    ...wordRules,
  });
  for (const { labels, turns } of sources) {
    for (const text of labels.filter(isName)) add({ text, kind: 'speaker', isSure: true });
    for (const identifier of findOutsidePseudonyms(turns.join('\n'), words)) add(identifier);
  }
  const roles = sources.flatMap(({ labels }) => labels.filter((label) => !isName(label)));
  const seen = [...[...found.values()].map(({ text }) => text), ...roles];
  const spoken = prepareReplacer(seen.map((text) => ({ text, replacement: ' ' })));
  for (const { parts, options } of sources)
    for (const { text } of parts) {
      const rest = applyEdits(text, findEdits(text, spoken, options)).replaceAll('\n', ' ');
      for (const identifier of findOutsidePseudonyms(rest, words)) add(identifier);
    }
  const known = new Map(decided.map((decision) => [foldIdentifier(decision.text), decision]));
  const names = [...decided, ...found.values()]
    .filter((name) => isNameLike(name) && known.get(foldIdentifier(name.text))?.replacement !== '')
    .map(({ text }) => text);
  for (const part of listNameParts(names, sources, new Set([...found.keys(), ...known.keys()])))
    add({ text: part, kind: 'name', isSure: false, isPart: true });
  return describeFound(found, sources);
}

const isNameLike = ({ kind }: { readonly kind: string }) =>
  kind === 'name' || kind === 'person' || kind === 'speaker';

/** What machines number captions with; it would be taken for a long number. */
const machineId = /\b(?:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|[\da-f]{24,64})\b/gi;

function findOutsidePseudonyms(written: string, words: StudyWords): readonly Candidate[] {
  const text = written
    .replace(machineId, (id) => ' '.repeat(id.length))
    .replace(/\[[^[\]\n]{1,84}\]/g, (bracket) =>
      listPseudonyms(bracket).length > 0 ? '|'.repeat(bracket.length) : bracket,
    );
  return findAllIdentifiers(text, words).map(({ span, kind, hint, candidate }) => ({
    text: widenNumber(text, span).replace(/\s+/g, ' '),
    kind: hint ?? kind,
    isSure: !candidate,
  }));
}

/** A short number stands everywhere, in times too: it is decided on with the words that make it an age. */
function widenNumber(text: string, { start, end }: Span): string {
  const found = text.slice(start, end);
  if (!/^\d{1,3}$/.test(found)) return found;
  const after = /^[ -](?:years?|months?)(?:[ -]old)?(?![\p{L}\p{N}])/u.exec(text.slice(end, end + AROUND));
  if (after !== null) return found + after[0];
  const before = /(?:[\p{L}’']+\s+){1,2}$/u.exec(text.slice(Math.max(0, start - AROUND), start));
  return (before?.[0] ?? '') + found;
}

function describeFound(
  found: ReadonlyMap<string, Candidate>,
  sources: readonly PseudonymSource[],
): readonly FoundString[] {
  const replacer = prepareReplacer([...found.values()].map(({ text }) => ({ text, replacement: '-' })));
  const seen = new Map<string, { count: number; example: string }>();
  for (const { turns, labels, parts, options } of sources) {
    const speech = turns.join('\n');
    for (const text of [speech, ...parts.map((part) => part.text), ...labels]) {
      const isSpeech = text === speech;
      for (const { start, end, replacement, key } of findEdits(text, replacer, options)) {
        if (replacement === '') continue;
        const known = seen.get(key) ?? { count: 0, example: cutExample(text, start, end) };
        seen.set(key, { ...known, count: known.count + (isSpeech ? 1 : 0) });
      }
    }
  }
  return [...found].map(([key, candidate]) => {
    const { count, example } = seen.get(key) ?? { count: 0, example: candidate.text };
    return { ...candidate, key, count: Math.max(1, count), example };
  });
}

function cutExample(text: string, start: number, end: number): string {
  const from = Math.max(0, start - AROUND);
  const cut = cleanText(text.slice(from, end + AROUND))
    .replace(/\s+/g, ' ')
    .trim();
  return `${from > 0 ? '…' : ''}${cut}${end + AROUND < text.length ? '…' : ''}`;
}
