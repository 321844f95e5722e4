import { ToolkitError } from '../../errors.js';
import type { IdentifierDecision } from '../../model/identifier-decision.js';
import type { Notice } from '../../model/notice.js';
import { findEdits, prepareReplacer, type Replacer } from '../../pipeline/pseudonyms/find-edits.js';
import { prepareDecisions } from '../../pipeline/pseudonyms/replace-identifiers.js';
import { foldIdentifier } from '../../pipeline/pseudonyms/split-runs.js';
import { listEntries, readBytes } from '../read-file.js';
import { studyFolders } from '../study-files.js';
import { tellCaution } from '../tell.js';
import type { Pseudonymising } from './pseudonymising.js';
import { readBytesAsOriginal } from './read-original.js';

/**
 * Looks through the transcripts that this run did not write for strings that are replaced by now, and for pseudonyms that
 * nobody has any more. A file that cannot be read is left to `check`.
 */
export function tellOlderFiles(
  { folder, rules, key }: Pseudonymising,
  decisions: readonly IdentifierDecision[],
  written: ReadonlySet<string>,
): readonly Notice[] {
  const inUse = new Set(decisions.map(({ replacement }) => foldIdentifier(replacement)));
  const stale = key.contents.decisions.filter(
    ({ replacement }) => replacement !== '' && !inUse.has(foldIdentifier(replacement)),
  );
  const replacers = [
    prepareDecisions(decisions),
    prepareReplacer(stale.map(({ replacement }) => ({ text: replacement, replacement: '-' }))),
  ];
  return listEntries(folder, studyFolders.transcripts).flatMap(({ name, isFolder }) => {
    const file = `${studyFolders.transcripts}/${name}`;
    if (isFolder || written.has(file)) return [];
    const count = countPlaces({ name, bytes: readBytes(folder, file) }, rules, replacers);
    if (count === 0) return [];
    const message = `${count} places in it should read otherwise by now: run anonymize on its original again`;
    return [tellCaution('name-in-transcript', { file }, message)];
  });
}

type NamedBytes = { readonly name: string; readonly bytes: Uint8Array };

function countPlaces(
  file: NamedBytes,
  rules: Pseudonymising['rules'],
  replacers: readonly Replacer[],
): number {
  try {
    const { source } = readBytesAsOriginal(file, rules);
    const texts = source.parts.map(({ text }) => text);
    return texts
      .flatMap((text) => replacers.flatMap((replacer) => findEdits(text, replacer, source.options)))
      .filter(({ replacement }) => replacement !== '').length;
  } catch (error) {
    if (error instanceof ToolkitError) return 0;
    throw error;
  }
}
