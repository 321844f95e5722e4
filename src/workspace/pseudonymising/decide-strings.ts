import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { isKnownLabel } from '../../formats/turns/role-labels.js';
import type { IdentifierDecision } from '../../model/identifier-decision.js';
import { readSheet, type SheetRow } from '../../pipeline/pseudonyms/decision-sheet.js';
import type { FoundString } from '../../pipeline/pseudonyms/found-string.js';
import { gatherStrings } from '../../pipeline/pseudonyms/gather-strings.js';
import { isCounted, listPseudonyms } from '../../pipeline/pseudonyms/name-pseudonym.js';
import { proposeDecisions } from '../../pipeline/pseudonyms/propose-decisions.js';
import { settleDecisions } from '../../pipeline/pseudonyms/settle-decisions.js';
import { foldIdentifier } from '../../pipeline/pseudonyms/split-runs.js';
import { decodeBytes } from '../../text/decode-bytes.js';
import { readGivenFile } from '../read-file.js';
import type { Pseudonymising } from './pseudonymising.js';
import type { Original } from './read-original.js';

/** The rows of a sheet; none where there is no sheet. Throws as `readSheet` and reading do. */
export function readSheetFile(path: string): readonly SheetRow[] {
  if (!existsSync(path)) return [];
  const name = basename(path);
  return readSheet({ name, text: decodeBytes(readGivenFile(path, name)).text });
}

/** The distinct strings of the originals that may tell who somebody is, decided or not. */
export function findStrings({ originals, rules, key, tagger }: Pseudonymising): readonly FoundString[] {
  const { settings, participantIds } = rules;
  const roles = [...(settings.interviewers ?? []), ...participantIds];
  return gatherStrings(
    originals.map(({ source }) => source),
    {
      knownLabels: new Set(roles.map(foldIdentifier)),
      decided: key.contents.decisions,
      language: settings.language,
      ...(tagger === undefined ? {} : { startsWithProperNoun: tagger }),
    },
  );
}

/** What proposals depend on beside the strings: what is decided, and which pseudonyms are taken. */
export function listGiven({ originals, rules, rows, key }: Pseudonymising) {
  const { decisions } = key.contents;
  const given = [...decisions, ...rows].map(({ replacement }) => foldIdentifier(replacement));
  return {
    decided: decisions,
    taken: new Set([...given, ...listTaken(originals)]),
    participants: new Map(
      Object.entries(rules.settings.speakers).map(([label, id]) => [foldIdentifier(label), id]),
    ),
  };
}

/** Rows for the strings in the originals that neither the key nor the sheet has. */
export function proposeRows(work: Pseudonymising): readonly SheetRow[] {
  const given = listGiven(work);
  return proposeDecisions({
    ...given,
    found: findStrings(work),
    decided: [...given.decided, ...work.rows],
  });
}

/** What the key file holds, as rows; strings that the sheet has already are left out. */
export function listKnownRows({ rows, key }: Pseudonymising): readonly SheetRow[] {
  const listed = new Set(rows.map(({ text }) => foldIdentifier(text)));
  return key.contents.decisions
    .filter(({ text }) => !listed.has(foldIdentifier(text)))
    .map(({ text, kind, decision, sameAs = '', replacement }) => ({
      text,
      kind,
      count: 0,
      example: '',
      proposal: decision,
      decision,
      sameAs,
      replacement: sameAs === '' ? replacement : '',
      note: 'decided before',
      line: 0,
    }));
}

/** What the key and a sheet without gaps decide together. Throws as `settleDecisions` does. */
export function settleSheet(work: Pseudonymising): readonly IdentifierDecision[] {
  const { settings, participantIds } = work.rules;
  return settleDecisions({
    rows: work.rows,
    known: work.key.contents.decisions,
    taken: new Set(listTaken(work.originals)),
    participantIds: new Set([...participantIds, ...Object.values(settings.speakers)]),
    names: listLabels(settings.speakers),
    sheet: basename(work.sheet),
    at: work.at,
    by: settings.coder,
  });
}

/** Speakers' labels that are neither roles nor pseudonyms, folded. */
function listLabels(speakers: Readonly<Record<string, string>>): ReadonlySet<string> {
  const labels = Object.keys(speakers).filter((label) => !isCounted(label) && !isKnownLabel(label));
  const ids = new Set(Object.values(speakers).map(foldIdentifier));
  return new Set(labels.map(foldIdentifier).filter((label) => !ids.has(label)));
}

const listTaken = (originals: readonly Original[]) =>
  originals.flatMap(({ source }) => listPseudonyms(source.text));
