import type { Format } from './format.js';
import { giveReading } from './turns/give-reading.js';
import {
  followPath,
  isRecord,
  type JsonRecord,
  listRecords,
  readEntries,
  readSpeaker,
  readText,
  readTime,
} from './turns/json-values.js';
import { parseJson } from './turns/parse-json.js';
import { peekJson } from './turns/peek-json.js';

const startKeys = ['ts', 'timestamp'];
const endKeys = ['end_ts', 'end_timestamp'];
const nameKeys = ['name', 'display_name'];

/** Rev: `monologues` of elements in which the spaces are elements of their own. */
export const revJson: Format = {
  id: 'rev-json',
  label: 'Rev JSON',
  extensions: ['.json'],
  recognise: ({ text }) => (/"monologues"\s*:\s*\[/.test(peekJson(text)) ? 0.95 : 0),
  read: (source) => {
    const root = parseJson(source);
    const names = readNames(root);
    const cues = readEntries(source, { root, path: ['monologues'] }, (monologue) => {
      const elements = listRecords(monologue.elements);
      return {
        label: labelOf(monologue, names),
        words: joinElements(elements),
        startsAtMs: elements.map((element) => readTime(element, startKeys)).find(isGiven),
        endsAtMs: elements.map((element) => readTime(element, endKeys)).findLast(isGiven),
      };
    });
    return giveReading(source, { cues });
  },
};

function readNames(root: unknown): ReadonlyMap<unknown, string> {
  const speakers = listRecords(followPath(root, ['speakers']));
  return new Map(speakers.map((speaker) => [speaker.id, readText(speaker, nameKeys).trim()]));
}

function labelOf(monologue: JsonRecord, names: ReadonlyMap<unknown, string>): string {
  const info = isRecord(monologue.speaker_info) ? readText(monologue.speaker_info, nameKeys).trim() : '';
  return info || names.get(monologue.speaker) || readSpeaker(monologue.speaker);
}

/** Some exports leave the spaces out: two words in a row get one. */
function joinElements(elements: readonly JsonRecord[]): string {
  const isWord = (element: JsonRecord | undefined) => element !== undefined && element.type !== 'punct';
  return elements
    .map((element, index) => {
      const value = readText(element, ['value']);
      return isWord(element) && isWord(elements[index - 1]) ? ` ${value}` : value;
    })
    .join('');
}

function isGiven(time: number | undefined): boolean {
  return time !== undefined;
}
