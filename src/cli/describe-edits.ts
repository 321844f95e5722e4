import type { ImportResult } from '../index.js';
import { inOneLine } from './describe-findings.js';

type Edits = ImportResult['edited'][number];

/** The difference that an edited table makes, change by change, and whether it was made. */
export function describeEdits(edits: Edits): readonly string[] {
  const { file, changes, themesAdded, deletedRows, already, addedRows, conflicts, applied } = edits;
  const isSame = changes.length + addedRows.taken === 0;
  const counts = [
    `${changes.length} changes`,
    ...(deletedRows === 0 ? [] : [`${deletedRows} rows deleted`]),
    `${addedRows.taken} rows added`,
    `${already} rows as they were`,
    `${conflicts.length} conflicts`,
  ];
  return [
    `${file}: ${counts.join(', ')}`,
    ...themesAdded.map(({ id }) => `    theme added to taxonomy.yaml: ${id}`),
    ...changes.map(describeChange),
    ...conflicts.map(
      ({ id, message }) => `    conflict: ${[id, message].filter((part) => part !== '').join(' ')}`,
    ),
    ...addedRows.left.map(({ row: { line }, reason }) => `    not found: line ${line} (${reason})`),
    ...(isSame ? [] : [applied ? 'applied' : 'nothing is changed yet: say --apply to make these changes']),
  ];
}

function describeChange({ line, quote, coder, what, from, to }: Edits['changes'][number]): string {
  const place = line === 0 ? 'row deleted' : `line ${line}`;
  const show = (text: string) => (text === '' ? 'none' : what === 'theme' ? text : `“${inOneLine(text)}”`);
  return `    ${place}: ${what} of ${quote} (${coder}): ${show(from)} → ${show(to)}`;
}
