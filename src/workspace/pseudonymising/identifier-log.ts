import { type IdentifierLogRecord, identifierLogSchema } from '../../model/identifier-decision.js';
import type { KeyContents } from '../../model/pseudonym-key.js';
import { appendRecords } from '../append-records.js';
import { toLogRecord } from '../key-file/hash-identifier.js';
import { holdsEntry, readBytes } from '../read-file.js';
import { readJsonLines } from '../read-json-lines.js';
import type { Reading } from '../try-reading.js';

/** The study's log of what was decided on its originals; it holds keyed hashes in place of strings. */
export const identifierLogFile = 'identifiers.jsonl';

const example = `{"hash":"${'0'.repeat(64)}","kind":"name","decision":"replace","at":"2026-04-02T09:14:20Z","by":"ana"}`;

/** Reads `identifiers.jsonl`: every line, in order. */
export function readIdentifierLog(folder: string): Reading<readonly IdentifierLogRecord[]> {
  const file = identifierLogFile;
  if (!holdsEntry(folder, file)) return { value: [], notices: [] };
  const lines = readJsonLines({ file, bytes: readBytes(folder, file), schema: identifierLogSchema, example });
  return { value: lines.value.map(({ record }) => record), notices: lines.notices };
}

/** Adds a line for each decision that the log does not have as its last word: also what an interrupted run left out. */
export function bringLogUpToDate(folder: string, contents: KeyContents): void {
  const last = new Map(readIdentifierLog(folder).value.map((record) => [record.hash, record]));
  const missing = contents.decisions
    .map((decision) => toLogRecord(decision, contents))
    .filter(
      ({ hash, decision, kind }) => last.get(hash)?.decision !== decision || last.get(hash)?.kind !== kind,
    );
  appendRecords({ folder, file: identifierLogFile }, missing);
}
