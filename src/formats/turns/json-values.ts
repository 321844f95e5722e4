import type { SourceText } from '../format.js';
import type { Cue } from './join-cues.js';
import { type JsonPath, locateEntries } from './locate-entries.js';
import { readClock, readSeconds } from './read-clock.js';
import { tidyWords } from './tidy-words.js';

export type JsonRecord = { readonly [key: string]: unknown };

/** What one object of a vendor's JSON says. */
export type SpokenEntry = {
  readonly label: string;
  readonly words: string;
  readonly startsAtMs: number | undefined;
  readonly endsAtMs: number | undefined;
};

export type JsonList = { readonly root: unknown; readonly path: JsonPath };

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value under a path of keys and indexes; `undefined` where the path leads nowhere. */
export function followPath(root: unknown, path: JsonPath): unknown {
  return path.reduce<unknown>((value, key) => {
    if (Array.isArray(value) && typeof key === 'number') return value[key];
    return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  }, root);
}

/** The objects of a list, or of an object used as one. */
export function listRecords(value: unknown): readonly JsonRecord[] {
  return listEntries(value).map(([, record]) => record);
}

/** Makes cues of the objects under a path, in the order in which they are written; those without words are left out. */
export function readEntries(
  { text }: SourceText,
  { root, path }: JsonList,
  readEntry: (record: JsonRecord) => SpokenEntry,
): readonly Cue[] {
  const lineOf = locateEntries(text, path);
  const cues = listEntries(followPath(root, path)).flatMap(([key, record]) =>
    toCue(readEntry(record), lineOf(key)),
  );
  return cues.toSorted((one, other) => one.line - other.line);
}

/** One cue for a whole text without times, or none where it has no words. */
export function untimedCue(label: string, text: string): readonly Cue[] {
  return toCue({ label, words: text, startsAtMs: undefined, endsAtMs: undefined }, 1);
}

/** The first of these keys that holds text; empty if none does. */
export function readText(record: JsonRecord, keys: readonly string[]): string {
  for (const key of keys) {
    const value = followPath(record, [key]);
    if (typeof value === 'string') return value;
  }
  return '';
}

/** A speaker as a label: text as given, number n as `Speaker n`, anything else empty. */
export function readSpeaker(value: unknown): string {
  if (typeof value === 'number') return `Speaker ${value}`;
  return typeof value === 'string' ? value.trim() : '';
}

/** Milliseconds of the first of these keys that holds seconds (as a number or in writing) or a clock time. */
export function readTime(record: JsonRecord, keys: readonly string[]): number | undefined {
  for (const key of keys) {
    const value = followPath(record, [key]);
    const ms = typeof value === 'string' ? (readClock(value) ?? readSeconds(value)) : scaleTime(value, 1000);
    if (ms !== undefined) return ms;
  }
  return undefined;
}

/** Whole milliseconds of a number in any unit; `undefined` for whatever cannot be a time. */
export function scaleTime(value: unknown, msPerUnit: number): number | undefined {
  const isTime = typeof value === 'number' && Number.isFinite(value) && value >= 0;
  return isTime ? Math.round(value * msPerUnit) : undefined;
}

function listEntries(value: unknown): readonly (readonly [string, JsonRecord])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => (isRecord(entry) ? [[key, entry] as const] : []));
}

function toCue(entry: SpokenEntry, line: number): readonly Cue[] {
  const words = tidyWords(entry.words);
  return words === '' ? [] : [{ ...entry, words, line }];
}
