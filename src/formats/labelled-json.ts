import type { Format } from './format.js';
import { giveReading } from './turns/give-reading.js';
import {
  isRecord,
  type JsonRecord,
  listRecords,
  readEntries,
  readSpeaker,
  readText,
  readTime,
} from './turns/json-values.js';
import type { JsonPath } from './turns/locate-entries.js';
import { parseJson } from './turns/parse-json.js';
import { peekJson } from './turns/peek-json.js';

const speakerKeys = ['speaker', 'speakerDisplayName', 'role'];
const textKeys = ['text', 'words', 'content'];
const startKeys = ['start', 'timestamp', 'startOffset'];
const endKeys = ['end', 'endOffset'];

/** Any list or object of entries with a speaker, a text and perhaps a time (seconds or a clock), on top or one key down. */
export const labelledJson: Format = {
  id: 'labelled-json',
  label: 'JSON with speakers and texts',
  extensions: ['.json'],
  recognise: ({ text }) => {
    const peek = peekJson(text);
    return hasKey(peek, speakerKeys) && hasKey(peek, textKeys) ? 0.6 : 0;
  },
  read: (source) => {
    const root = parseJson(source);
    const cues = readEntries(source, { root, path: findList(root) }, (entry) => ({
      label: readSpeaker(speakerKeys.map((key) => entry[key]).find((value) => value !== undefined)),
      words: readText(entry, textKeys),
      startsAtMs: readTime(entry, startKeys),
      endsAtMs: readTime(entry, endKeys),
    }));
    return giveReading(source, { cues });
  },
};

function hasKey(peek: string, keys: readonly string[]): boolean {
  return new RegExp(`"(?:${keys.join('|')})"\\s*:`).test(peek);
}

function findList(root: unknown): JsonPath {
  if (!isRecord(root) || listRecords(root).some(isEntry)) return [];
  const key = Object.keys(root).find((candidate) => listRecords(root[candidate]).some(isEntry));
  return key === undefined ? [] : [key];
}

function isEntry(record: JsonRecord): boolean {
  return readText(record, textKeys) !== '';
}
