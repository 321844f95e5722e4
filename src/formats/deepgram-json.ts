import type { Format, SourceText } from './format.js';
import { giveReading, type TimedSpeech } from './turns/give-reading.js';
import { type Cue, joinPhrases } from './turns/join-cues.js';
import {
  followPath,
  isRecord,
  type JsonRecord,
  listRecords,
  readEntries,
  readSpeaker,
  readText,
  type SpokenEntry,
  scaleTime,
  untimedCue,
} from './turns/json-values.js';
import type { JsonPath } from './turns/locate-entries.js';
import { parseJson } from './turns/parse-json.js';
import { peekJson } from './turns/peek-json.js';

const textKeys = ['transcript', 'punctuated_word', 'word'];

/** Deepgram: `results.utterances` where asked for, else the words of each channel; times in seconds. */
export const deepgramJson: Format = {
  id: 'deepgram-json',
  label: 'Deepgram JSON',
  extensions: ['.json'],
  recognise: ({ text }) => recogniseKeys(peekJson(text)),
  read: (source) => {
    const root = parseJson(source);
    const channels = listRecords(followPath(root, ['results', 'channels'])).length;
    const cues = readUtterances(source, root, channels);
    return giveReading(source, cues.length > 0 ? { cues } : readChannels(source, root, channels));
  },
};

function recogniseKeys(peek: string): number {
  if (/"results"\s*:\s*\{\s*"(?:channels|utterances)"\s*:/.test(peek)) return 0.95;
  return /"metadata"\s*:\s*\{/.test(peek) && /"(?:request_id|transaction_key)"\s*:/.test(peek) ? 0.95 : 0;
}

function readUtterances(source: SourceText, root: unknown, channels: number): readonly Cue[] {
  return readEntries(source, { root, path: ['results', 'utterances'] }, (record) => ({
    ...readTimed(record),
    label: labelOf(record, channels > 1 ? record.channel : undefined),
  }));
}

/** Each channel is one speaker; their words are cut into phrases first, so that people who overlap stay readable. */
function readChannels(source: SourceText, root: unknown, channels: number): TimedSpeech {
  const words = Array.from({ length: channels }, (_, channel) =>
    readChannel(source, root, { channel, isOnly: channels === 1 }),
  );
  const count = words.flat().length;
  if (channels === 1) return { cues: words.flat(), count };
  const phrases = words.flatMap(joinPhrases);
  return { cues: phrases.toSorted((one, other) => (one.startsAtMs ?? 0) - (other.startsAtMs ?? 0)), count };
}

function readChannel(
  source: SourceText,
  root: unknown,
  { channel, isOnly }: { readonly channel: number; readonly isOnly: boolean },
): readonly Cue[] {
  const best: JsonPath = ['results', 'channels', channel, 'alternatives', 0];
  const onChannel = isOnly ? undefined : channel;
  const words = readEntries(source, { root, path: [...best, 'words'] }, (record) => ({
    ...readTimed(record),
    label: labelOf(record, onChannel),
  }));
  const alternative = followPath(root, best);
  if (words.length > 0 || !isRecord(alternative)) return words;
  return untimedCue(labelOf({}, onChannel), readText(alternative, ['transcript']));
}

function labelOf(record: JsonRecord, channel: unknown): string {
  return typeof channel === 'number' ? `Channel ${channel + 1}` : readSpeaker(record.speaker);
}

function readTimed(record: JsonRecord): Omit<SpokenEntry, 'label'> {
  return {
    words: readText(record, textKeys),
    startsAtMs: scaleTime(record.start, 1000),
    endsAtMs: scaleTime(record.end, 1000),
  };
}
