import type { Format, SourceText } from './format.js';
import { giveReading } from './turns/give-reading.js';
import type { Cue } from './turns/join-cues.js';
import {
  followPath,
  isRecord,
  listRecords,
  readEntries,
  readSpeaker,
  readText,
  scaleTime,
  untimedCue,
} from './turns/json-values.js';
import { parseJson } from './turns/parse-json.js';
import { peekJson } from './turns/peek-json.js';

/** AssemblyAI: `utterances` with speakers, else `words`, else the bare `text`; times in milliseconds. */
export const assemblyAiJson: Format = {
  id: 'assembly-ai-json',
  label: 'AssemblyAI JSON',
  extensions: ['.json'],
  recognise: ({ text }) => recogniseKeys(peekJson(text)),
  read: (source) => giveReading(source, { cues: readSpeech(source, parseJson(source)) }),
};

function recogniseKeys(peek: string): number {
  if (!peek.trimStart().startsWith('{') || /"results"\s*:/.test(peek)) return 0;
  if (/"(?:audio_url|acoustic_model|language_model|speech_model|audio_duration)"\s*:/.test(peek)) return 0.95;
  return /"utterances"\s*:/.test(peek) ? 0.85 : 0;
}

function readSpeech(source: SourceText, root: unknown): readonly Cue[] {
  const list = ['utterances', 'words'].find((key) => listRecords(followPath(root, [key])).length > 0);
  if (list === undefined) {
    return isRecord(root) ? untimedCue('', readText(root, ['text'])) : [];
  }
  return readEntries(source, { root, path: [list] }, (record) => ({
    label: readSpeaker(record.speaker),
    words: readText(record, ['text']),
    startsAtMs: scaleTime(record.start, 1),
    endsAtMs: scaleTime(record.end, 1),
  }));
}
