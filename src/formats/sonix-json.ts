import type { Format } from './format.js';
import { giveReading } from './turns/give-reading.js';
import { joinPieces } from './turns/join-cues.js';
import {
  type JsonRecord,
  listRecords,
  readEntries,
  readSpeaker,
  readText,
  readTime,
} from './turns/json-values.js';
import { parseJson } from './turns/parse-json.js';
import { peekJson } from './turns/peek-json.js';

/** Sonix: `transcript`, a list of segments with their words or their text; times in seconds. */
export const sonixJson: Format = {
  id: 'sonix-json',
  label: 'Sonix JSON',
  extensions: ['.json'],
  recognise: ({ text }) => (/"transcript"\s*:\s*\[/.test(peekJson(text)) ? 0.9 : 0),
  read: (source) => {
    const root = parseJson(source);
    const cues = readEntries(source, { root, path: ['transcript'] }, (segment) => ({
      label: readSpeaker(segment.speaker),
      words: readText(segment, ['text']) || joinWords(listRecords(segment.words)),
      startsAtMs: readTime(segment, ['start_time']),
      endsAtMs: readTime(segment, ['end_time']),
    }));
    return giveReading(source, { cues });
  },
};

function joinWords(words: readonly JsonRecord[]): string {
  return joinPieces(words.map((word) => readText(word, ['text']).trim()).filter((word) => word !== ''));
}
