import {
  type Change,
  describeEntry,
  type HistoryEntry,
  judgeEntry,
  listLatestChanges,
  type Study,
} from '../../index.js';
import type { HistoryView } from '../messages/comparing.js';
import type { Desk } from './desk.js';
import type { Look } from './tables/look.js';
import { recall } from './tables/recall.js';
import { findQuote, findTheme, findTranscript } from './tables/study-tables.js';

export type HistoryRequest = Look & {
  /** Only what came before the entry of this id; from the latest on where it is missing. */
  readonly before?: string;
  readonly count?: number;
};

const USUAL_COUNT = 50;
const MOST_COUNT = 500;

/** Ids of the entries that were taken back and not done again. */
const listUndone = recall((history: readonly HistoryEntry[]): ReadonlySet<string> => {
  const undone = new Set<string>();
  for (const { action, of } of history) {
    if (action.kind === 'undo' && of !== undefined) undone.add(of);
    if (action.kind === 'redo' && of !== undefined) undone.delete(of);
  }
  return undone;
});

const listLatest = recall(listLatestChanges);

const readQuote = (change: Change): string[] => {
  if (change.kind === 'quote') return [change.id];
  return change.kind === 'decision' ? [change.quote] : [];
};

const readTheme = (change: Change): string[] => {
  if (change.kind === 'theme') return [change.id];
  return change.kind === 'quote' ? [] : [change.theme];
};

/** Where to look for what was changed: what the study still has of it. */
function findPlace(study: Study, { action, changes }: HistoryEntry) {
  const quote = changes.flatMap(readQuote).find((id) => findQuote(study, id) !== undefined) ?? '';
  const marked = changes.flatMap((change) =>
    change.kind === 'quote' ? (change.after?.transcript ?? change.before?.transcript ?? []) : [],
  );
  const named = action.kind === 'mark' ? action.transcript : (marked[0] ?? '');
  const transcript = findQuote(study, quote)?.transcriptId ?? named;
  return {
    quote,
    transcript: findTranscript(study, transcript) === undefined ? '' : transcript,
    theme: changes.flatMap(readTheme).find((id) => findTheme(study, id) !== undefined) ?? '',
  };
}

/** In blind mode what others decided is not told. */
function isSeen({ by, changes }: HistoryEntry, { coder, blind = false }: Look): boolean {
  return !blind || by === coder || !changes.some(({ kind }) => kind === 'decision');
}

/** Who did what when, the latest first. From the latest on where `before` is not known. */
export function answerHistory({ history, reading: { study } }: Desk, request: HistoryRequest): HistoryView {
  const { before, count = USUAL_COUNT } = request;
  const known = before === undefined ? -1 : history.findLastIndex(({ id }) => id === before);
  const undone = listUndone(history);
  const seen = history.slice(0, known < 0 ? history.length : known).filter((entry) => isSeen(entry, request));
  const wanted = Math.max(0, Math.min(count, MOST_COUNT));
  const shown = wanted === 0 ? [] : seen.slice(-wanted).reverse();
  return {
    entries: shown.map((entry) => ({
      id: entry.id,
      at: entry.at,
      by: entry.by,
      told: describeEntry(entry, study, history),
      ...findPlace(study, entry),
      undone: undone.has(entry.id),
      ...judgeEntry(entry, {
        coder: request.coder,
        isUndone: undone.has(entry.id),
        latest: listLatest(history),
      }),
    })),
    more: seen.length > shown.length,
  };
}
