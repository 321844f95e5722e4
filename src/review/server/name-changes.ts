import type { Change, HistoryEntry } from '../../index.js';
import type { ServerEvent } from '../messages/study.js';

type What = Extract<ServerEvent, { kind: 'changed' }>['what'][number];

const touched = {
  quote: 'quotes',
  decision: 'decisions',
  theme: 'taxonomy',
  memo: 'memos',
  board: 'boards',
} as const;

/** The parts of a study that changes touch, each once. */
export function listTouched(changes: readonly Change[]): What[] {
  return [...new Set(changes.map(({ kind }) => touched[kind]))];
}

const parts: readonly (readonly [start: string, what: What])[] = [
  ['quotes.jsonl', 'quotes'],
  ['decisions', 'decisions'],
  ['taxonomy.yaml', 'taxonomy'],
  ['memos', 'memos'],
  ['boards.jsonl', 'boards'],
  ['transcripts', 'transcripts'],
];

/** The parts of a study that files hold, each once. */
export function sortFiles(files: readonly string[]): What[] {
  const found = files.map(
    (file): What =>
      parts.find(([start]) => file === start || file.startsWith(`${start}/`))?.[1] ?? 'settings',
  );
  return [...new Set(found)];
}

/** The id of the quote or the theme that an action made, else empty. */
export function nameMade({ action, changes }: HistoryEntry): string {
  const kind = action.kind === 'mark' ? 'quote' : 'theme';
  if (!['mark', 'create-theme', 'split-theme'].includes(action.kind)) return '';
  const made = changes.find((change) => change.kind === kind && change.before === null);
  return made !== undefined && 'id' in made ? made.id : '';
}
