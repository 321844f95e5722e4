import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { IdentifierDecision } from '../../model/identifier-decision.js';
import { readSheet, type SheetRow } from '../../pipeline/pseudonyms/decision-sheet.js';
import { gatherStrings } from '../../pipeline/pseudonyms/gather-strings.js';
import { listPseudonyms } from '../../pipeline/pseudonyms/name-pseudonym.js';
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

/** Rows for the strings in the originals that neither the key nor the sheet has. */
export function proposeRows({ originals, rules, rows, key, tagger }: Pseudonymising): readonly SheetRow[] {
  const { decisions } = key.contents;
  const { settings, participantIds } = rules;
  const roles = [...(settings.interviewers ?? []), ...participantIds];
  const found = gatherStrings(
    originals.map(({ source }) => source),
    {
      knownLabels: new Set(roles.map(foldIdentifier)),
      decided: decisions,
      language: settings.language,
      ...(tagger === undefined ? {} : { startsWithProperNoun: tagger }),
    },
  );
  const given = [...decisions, ...rows].map(({ replacement }) => foldIdentifier(replacement));
  return proposeDecisions({
    found,
    decided: [...decisions, ...rows],
    taken: new Set([...given, ...listTaken(originals)]),
    participants: new Map(
      Object.entries(settings.speakers).map(([label, id]) => [foldIdentifier(label), id]),
    ),
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
    sheet: basename(work.sheet),
    at: work.at,
    by: settings.coder,
  });
}

const listTaken = (originals: readonly Original[]) =>
  originals.flatMap(({ source }) => listPseudonyms(source.text));
