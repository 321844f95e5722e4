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
  readTime,
  untimedCue,
} from './turns/json-values.js';
import type { JsonPath } from './turns/locate-entries.js';
import { parseJson } from './turns/parse-json.js';
import { peekJson } from './turns/peek-json.js';

const signature =
  /"results"\s*:\s*\{\s*"(?:transcripts|speaker_labels|channel_labels|language_code|audio_segments|items)"\s*:/;

/** Amazon Transcribe: `results.items` of words and punctuation, times as text in seconds, speakers beside each or apart. */
export const awsTranscribeJson: Format = {
  id: 'aws-transcribe-json',
  label: 'Amazon Transcribe JSON',
  extensions: ['.json'],
  recognise: ({ text }) => (signature.test(peekJson(text)) ? 0.95 : 0),
  read: (source) => {
    const root = parseJson(source);
    const channels = listRecords(followPath(root, ['results', 'channel_labels', 'channels']));
    if (channels.length > 1) return giveReading(source, readChannels(source, root, channels));
    const cues = readItems(source, root, { path: ['results', 'items'], labels: listSpeakers(root) });
    return giveReading(source, { cues: cues.length > 0 ? cues : readBareText(root) });
  },
};

/** Speakers by the time at which their word begins: older files name them in segments only. */
function listSpeakers(root: unknown): ReadonlyMap<string, string> {
  const segments = listRecords(followPath(root, ['results', 'speaker_labels', 'segments']));
  const items = segments.flatMap((segment) => listRecords(segment.items));
  return new Map(items.map((item) => [readText(item, ['start_time']), readSpeaker(item.speaker_label)]));
}

type ItemList = {
  readonly path: JsonPath;
  readonly labels: ReadonlyMap<string, string>;
  readonly channel?: string;
};

function readItems(source: SourceText, root: unknown, { path, labels, channel }: ItemList): readonly Cue[] {
  const cues = readEntries(source, { root, path }, (item) => ({
    label: channel ?? (readSpeaker(item.speaker_label) || (labels.get(readText(item, ['start_time'])) ?? '')),
    words: readContent(item),
    startsAtMs: readTime(item, ['start_time']),
    endsAtMs: readTime(item, ['end_time']),
  }));
  return timePunctuation(cues);
}

function readContent(item: JsonRecord): string {
  const [best] = listRecords(item.alternatives);
  return best === undefined ? '' : readText(best, ['content']);
}

/** Punctuation has no time, and in older files no speaker: it belongs to the word before it. */
function timePunctuation(cues: readonly Cue[]): readonly Cue[] {
  const timed: Cue[] = [];
  for (const cue of cues) {
    const before = timed.at(-1);
    if (cue.startsAtMs !== undefined || before === undefined) timed.push(cue);
    else timed.push({ ...cue, label: before.label, startsAtMs: before.endsAtMs, endsAtMs: before.endsAtMs });
  }
  return timed;
}

/** Each channel is one speaker, whose words are cut into phrases first, so that people who overlap stay readable. */
function readChannels(source: SourceText, root: unknown, channels: readonly JsonRecord[]): TimedSpeech {
  const words = channels.map((_channel, index) =>
    readItems(source, root, {
      path: ['results', 'channel_labels', 'channels', index, 'items'],
      labels: new Map(),
      channel: `Channel ${index + 1}`,
    }),
  );
  const phrases = words.flatMap(joinPhrases);
  return {
    cues: phrases.toSorted((one, other) => (one.startsAtMs ?? 0) - (other.startsAtMs ?? 0)),
    count: words.flat().length,
  };
}

function readBareText(root: unknown): readonly Cue[] {
  const transcript = followPath(root, ['results', 'transcripts', 0]);
  return isRecord(transcript) ? untimedCue('', readText(transcript, ['transcript'])) : [];
}
