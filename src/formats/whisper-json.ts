import type { Format, SourceText } from './format.js';
import { giveReading } from './turns/give-reading.js';
import type { Cue } from './turns/join-cues.js';
import {
  followPath,
  isRecord,
  type JsonRecord,
  listRecords,
  readEntries,
  readSpeaker,
  readText,
  readTime,
  type SpokenEntry,
  scaleTime,
  untimedCue,
} from './turns/json-values.js';
import type { JsonPath } from './turns/locate-entries.js';
import { parseJson } from './turns/parse-json.js';
import { peekJson } from './turns/peek-json.js';

const wordKeys = ['text', 'word', 'punctuated_word'];

/** Nobody takes half a minute for a word: such numbers are milliseconds, not seconds. */
const longestWordSeconds = 30;

/** Whisper and WhisperX (`segments`, `word_segments`), and bare lists of timed words or segments. */
export const whisperJson: Format = {
  id: 'whisper-json',
  label: 'Whisper or WhisperX JSON',
  extensions: ['.json'],
  recognise: ({ text }) => recogniseKeys(peekJson(text)),
  read: (source) => {
    const root = parseJson(source);
    return giveReading(source, {
      cues: Array.isArray(root) ? readList(source, root) : readSegments(source, root),
    });
  },
};

function recogniseKeys(peek: string): number {
  if (/"(?:avg_logprob|no_speech_prob)"\s*:/.test(peek)) return 0.95;
  if (/"(?:segments|word_segments)"\s*:\s*\[/.test(peek)) return 0.9;
  const isTimed = /"start"\s*:/.test(peek) && /"end"\s*:/.test(peek) && /"(?:text|word)"\s*:/.test(peek);
  if (/^\s*\[\s*\{/.test(peek) && isTimed) return 0.8;
  return /^\s*\{\s*"text"\s*:/.test(peek) ? 0.5 : 0;
}

function readSegments(source: SourceText, root: unknown): readonly Cue[] {
  const paths: readonly JsonPath[] = [['segments'], ['word_segments'], ['words']];
  const path = paths.find((candidate) => listRecords(followPath(root, candidate)).length > 0);
  if (path !== undefined) return readEntries(source, { root, path }, (record) => readTimed(record, 1000));
  return isRecord(root) ? untimedCue('', readText(root, ['text'])) : [];
}

function readList(source: SourceText, root: readonly unknown[]): readonly Cue[] {
  const msPerUnit = tellMsPerUnit(listRecords(root));
  return readEntries(source, { root, path: [] }, (record) => readTimed(record, msPerUnit));
}

function readTimed(record: JsonRecord, msPerUnit: number): SpokenEntry {
  return {
    label: readSpeaker(record.speaker),
    words: readText(record, wordKeys),
    startsAtMs: scaleTime(record.start, msPerUnit) ?? readTime(record, ['start']),
    endsAtMs: scaleTime(record.end, msPerUnit) ?? readTime(record, ['end']),
  };
}

/** A bare list does not say whether its times are seconds (WhisperX) or milliseconds (AssemblyAI's `words`). */
function tellMsPerUnit(records: readonly JsonRecord[]): number {
  let time = 0;
  let words = 0;
  for (const record of records) {
    if (typeof record.start !== 'number' || typeof record.end !== 'number') continue;
    time += record.end - record.start;
    words += readText(record, wordKeys).split(' ').length;
  }
  return time > words * longestWordSeconds ? 1 : 1000;
}
