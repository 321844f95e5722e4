import type { Notice } from '../../model/notice.js';
import type { Cue } from './join-cues.js';
import {
  followPath,
  isRecord,
  type JsonRecord,
  readSpeaker,
  readText,
  readTime,
  type SpokenEntry,
} from './json-values.js';
import { readTextBlocks } from './read-text-blocks.js';

const speakerKeys = ['speaker', 'speakerDisplayName', 'speakerName', 'speaker_name', 'role', 'author'];
const textKeys = ['text', 'words', 'content', 'utterance', 'message'];
const startKeys = ['start', 'timestamp', 'startOffset'];
const endKeys = ['end', 'endOffset'];

/** Whose words instruct a program and are said by nobody. */
const instructingRole = /^(?:system|developer|tool|function)$/i;

const speakerKey = new RegExp(`"(?:${speakerKeys.join('|')})"\\s*:`);
const textKey = new RegExp(`"(?:${textKeys.join('|')})"\\s*:`);

/** Whether a piece of JSON names both a speaker and a text. */
export function holdsEntryKeys(json: string): boolean {
  return speakerKey.test(json) && textKey.test(json);
}

/** Whether an object has words of its own. */
export function isTurn(record: JsonRecord): boolean {
  return readTextBlocks(record, textKeys) !== '';
}

/** Whether an object has words and says whose. */
export function isLabelledTurn(record: JsonRecord): boolean {
  return isTurn(record) && readLabel(record) !== '';
}

/** Reads an object with a speaker, a text or blocks of text, and perhaps a time (seconds or a clock). */
export function readEntry(record: JsonRecord): SpokenEntry {
  return {
    label: readLabel(record),
    words: readTextBlocks(record, textKeys),
    startsAtMs: readTime(record, startKeys),
    endsAtMs: readTime(record, endKeys),
  };
}

function readLabel(record: JsonRecord): string {
  const named = speakerKeys
    .map((key) => followPath(record, [key]))
    .find((value) => value !== undefined && value !== null);
  return isRecord(named)
    ? readText(named, ['name', 'displayName', 'label', 'id']).trim()
    : readSpeaker(named);
}

/** The first of these keys that holds a name or a number, as text; empty if none does. */
export function readId(record: unknown, keys: readonly string[]): string {
  const id = keys.map((key) => followPath(record, [key])).find((value) => value !== undefined);
  return typeof id === 'number' ? String(id) : typeof id === 'string' ? id.trim() : '';
}

export function isSpoken({ label }: Pick<Cue, 'label'>): boolean {
  return !instructingRole.test(label);
}

export function tellInstructions(file: string, cues: readonly Cue[]): readonly Notice[] {
  const instructions = cues.filter((cue) => !isSpoken(cue));
  const [first] = instructions;
  if (first === undefined) return [];
  const message = `${instructions.length} entries of a "${first.label}" instruct a program and are not part of the interview`;
  return [{ severity: 'info', code: 'entries-skipped', message, place: { file, line: first.line } }];
}
