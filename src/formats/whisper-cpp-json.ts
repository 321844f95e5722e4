import type { Format } from './format.js';
import { giveReading } from './turns/give-reading.js';
import {
  followPath,
  isRecord,
  type JsonRecord,
  readEntries,
  readText,
  readTime,
  scaleTime,
} from './turns/json-values.js';
import { parseJson } from './turns/parse-json.js';
import { peekJson } from './turns/peek-json.js';

/** whisper.cpp: `transcription`, a list of segments with offsets in milliseconds and, of stereo recordings, a speaker. */
export const whisperCppJson: Format = {
  id: 'whisper-cpp-json',
  label: 'whisper.cpp JSON',
  extensions: ['.json'],
  recognise: ({ text }) => (/"transcription"\s*:\s*\[/.test(peekJson(text)) ? 0.95 : 0),
  read: (source) => {
    const root = parseJson(source);
    const cues = readEntries(source, { root, path: ['transcription'] }, (segment) => ({
      label: labelOf(segment),
      words: readText(segment, ['text']),
      startsAtMs: readOffset(segment, 'from'),
      endsAtMs: readOffset(segment, 'to'),
    }));
    return giveReading(source, { cues });
  },
};

/** `0` and `1` are the channels; `?` is neither. */
function labelOf(segment: JsonRecord): string {
  const speaker = readText(segment, ['speaker']).trim();
  return /^\d+$/.test(speaker) ? `Speaker ${speaker}` : speaker.replace(/^\?$/, '');
}

function readOffset(segment: JsonRecord, end: 'from' | 'to'): number | undefined {
  const { timestamps } = segment;
  return (
    scaleTime(followPath(segment, ['offsets', end]), 1) ??
    (isRecord(timestamps) ? readTime(timestamps, [end]) : undefined)
  );
}
