import type { Withdrawal } from '../../pipeline/plan-withdrawal.js';
import { findSpoken, isSaying, redactSpoken } from '../../pipeline/withdrawing/spoken-runs.js';
import type { EditedLines } from './edit-records.js';

const WITHDRAWN = '[withdrawn]';

/**
 * The lines of `history.jsonl` without the participant's words: changes of their quotes and decisions on these go, so that
 * undo passes them over, and what else holds their words says `[withdrawn]`. Every entry stays, since its id must be known
 * for good; a line that is no record and holds their words goes.
 */
export function editHistory(text: string, withdrawal: Withdrawal): EditedLines {
  const own = { ...withdrawal, quoteIds: listOwnIds(text, withdrawal) };
  const lines = text.split('\n').map((line) => editEntry(line, own));
  const kept = lines.filter((line) => line !== undefined);
  return { text: kept.join('\n'), removed: lines.length - kept.length };
}

/** Ids of their quotes, those that were taken away before among them: only the history still knows of these. */
function listOwnIds(text: string, withdrawal: Withdrawal): ReadonlySet<string> {
  const past = text.split('\n').flatMap((line) => {
    const changes = line.includes('"kind":"quote"') ? readObject(line)?.changes : undefined;
    return Array.isArray(changes) ? changes.flatMap((change) => findOwnQuote(change, withdrawal)) : [];
  });
  return new Set([...withdrawal.quoteIds, ...past]);
}

function findOwnQuote(change: unknown, { alone, shared, runs }: Withdrawal): readonly string[] {
  if (!isRecord(change) || change.kind !== 'quote' || typeof change.id !== 'string') return [];
  const isOwn = [change.before, change.after].some((quote) => {
    if (!isRecord(quote)) return false;
    const transcript = String(quote.transcript);
    const exact = String(quote.exact);
    return alone.has(transcript) || (shared.has(transcript) && (isBrief(exact) || isSaying(exact, runs)));
  });
  return isOwn ? [change.id] : [];
}

/** Whether a text is of so few words that nobody can tell whose they are. */
const isBrief = (text: string) => text.trim().split(/\s+/).length < 3;

function editEntry(line: string, withdrawal: Withdrawal): string | undefined {
  const entry = readObject(line);
  if (entry === undefined) return findSpoken(line, withdrawal.runs).length === 0 ? line : undefined;
  const isOwn = namesAny(line, withdrawal.quoteIds);
  const mayHoldWords = line.includes('"theme","id"') || line.includes('"fields"');
  if (!isOwn && !mayHoldWords && findSpoken(line, withdrawal.runs).length === 0) return line;
  const { changes, action, ...rest } = entry;
  const left = Array.isArray(changes)
    ? changes.filter((change) => !isOwnChange(change, withdrawal))
    : changes;
  const edited = JSON.stringify({
    ...rest,
    action: clean(isOwn ? dropWording(action, withdrawal) : action, '', withdrawal),
    changes: dropEmptied(clean(left, '', withdrawal)),
  });
  return edited === line ? line : edited;
}

/** Without what changes nothing any more: the order of quotes that are all gone. */
function dropEmptied(changes: unknown): unknown {
  if (!Array.isArray(changes)) return changes;
  return changes.flatMap((change: unknown) => {
    if (!isRecord(change) || change.kind !== 'board') return [change];
    const [before, after] = [change.before, change.after].map((quotes) =>
      Array.isArray(quotes) && quotes.length === 0 ? null : quotes,
    );
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ ...change, before, after }];
  });
}

function isOwnChange(change: unknown, { quoteIds }: Withdrawal): boolean {
  if (!isRecord(change)) return false;
  const id = change.kind === 'quote' ? change.id : change.kind === 'decision' ? change.quote : undefined;
  return typeof id === 'string' && quoteIds.has(id);
}

/** What somebody made of the participant's words, however few these are. */
function dropWording(action: unknown, { quoteIds }: Withdrawal): unknown {
  if (!isRecord(action) || typeof action.quote !== 'string' || !quoteIds.has(action.quote)) return action;
  return typeof action.wording === 'string' ? { ...action, wording: null } : action;
}

/** A value without the participant's words and quotes, to any depth. */
function clean(value: unknown, key: string, withdrawal: Withdrawal): unknown {
  if (typeof value === 'string') return cleanText(value, key, withdrawal);
  if (Array.isArray(value))
    return value
      .filter((item) => typeof item !== 'string' || !withdrawal.quoteIds.has(item))
      .map((item) => clean(item, key, withdrawal))
      .filter((item) => key !== 'examples' || item !== WITHDRAWN);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, clean(inner, name, withdrawal)]),
  );
}

function cleanText(text: string, key: string, { runs }: Withdrawal): string {
  if (!text.includes(' ') || !(findSpoken(text, runs).length > 0 || isSaying(text, runs))) return text;
  if (key === 'prefix' || key === 'suffix') return '';
  const redacted = redactSpoken(text, runs, WITHDRAWN);
  return isSaying(redacted, runs) ? WITHDRAWN : redacted;
}

/** The lines of `boards.jsonl` without the participant's quotes. */
export function editBoards(text: string, { quoteIds }: Withdrawal): string {
  const lines = text.split('\n').map((line) => {
    const record = namesAny(line, quoteIds) ? readObject(line) : undefined;
    if (record === undefined || !Array.isArray(record.quotes)) return line;
    return JSON.stringify({ ...record, quotes: record.quotes.filter((id) => !quoteIds.has(String(id))) });
  });
  return lines.join('\n');
}

const idInLine = /"(q_[^"\\]+)"/g;

/** Whether a line names one of some quotes; ids of another form are looked for one by one. */
function namesAny(line: string, ids: ReadonlySet<string>): boolean {
  for (const [, id = ''] of line.matchAll(idInLine)) if (ids.has(id)) return true;
  return [...ids].some((id) => !id.startsWith('q_') && line.includes(JSON.stringify(id)));
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readObject(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
