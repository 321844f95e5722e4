import type { Format, SourceText } from './format.js';
import { giveReading } from './turns/give-reading.js';
import { type Cue, joinPieces } from './turns/join-cues.js';
import {
  followPath,
  isRecord,
  type JsonRecord,
  listRecords,
  readEntries,
  readSpeaker,
  readText,
  readTime,
  scaleTime,
} from './turns/json-values.js';
import type { JsonPath } from './turns/locate-entries.js';
import { parseJson } from './turns/parse-json.js';
import { peekJson } from './turns/peek-json.js';

type Timing = { readonly from: number | undefined; readonly to: number | undefined };

/**
 * Trint: `words` in one list, each with its `value`, `speaker` and `paragraphId`, as its API exports them; and editors of
 * the same make, whose `paragraphs` say who speaks from when to when.
 */
export const trintJson: Format = {
  id: 'trint-json',
  label: 'Trint JSON',
  extensions: ['.json'],
  recognise: ({ text }) => {
    const peek = peekJson(text);
    const isNested = /"transcript"\s*:\s*\{/.test(peek) && /"(?:words|paragraphs)"\s*:\s*\[/.test(peek);
    const isOnTop = /^\s*\{\s*"(?:words|paragraphs)"\s*:\s*\[/.test(peek) && /"paragraphs"\s*:/.test(peek);
    const isExport = /"words"\s*:\s*\[/.test(peek) && /"paragraphId"\s*:/.test(peek);
    return isNested || isOnTop || isExport ? 0.9 : 0;
  },
  read: (source) => {
    const root = parseJson(source);
    const base: JsonPath = isRecord(followPath(root, ['transcript'])) ? ['transcript'] : [];
    const paragraphs = readParagraphs(source, root, base);
    const cues = paragraphs.length > 0 ? paragraphs : readWords(source, root, base);
    return giveReading(source, { cues });
  },
};

function readParagraphs(source: SourceText, root: unknown, base: JsonPath): readonly Cue[] {
  const names = readNames(root, base);
  const words = listRecords(followPath(root, [...base, 'words']));
  const paragraphs = listRecords(followPath(root, [...base, 'paragraphs']));
  const starts = paragraphs.map((paragraph) => readTiming(paragraph).from);
  const gathered = gatherWords(words, starts);
  const wordsOf = new Map(paragraphs.map((paragraph, index) => [paragraph, gathered[index] ?? []]));
  return readEntries(source, { root, path: [...base, 'paragraphs'] }, (paragraph) => {
    const { from, to } = readTiming(paragraph);
    const own = readText(paragraph, ['text']) || joinWords(listRecords(paragraph.words));
    return {
      label: names.get(paragraph.speaker) || readSpeaker(paragraph.speaker),
      words: own || joinWords(wordsOf.get(paragraph) ?? []),
      startsAtMs: from,
      endsAtMs: to,
    };
  });
}

/** The words of each paragraph: those that begin before the next one does. */
function gatherWords(
  words: readonly JsonRecord[],
  starts: readonly (number | undefined)[],
): readonly (readonly JsonRecord[])[] {
  const gathered: JsonRecord[][] = starts.map(() => []);
  let at = 0;
  for (const word of words) {
    const { from } = readTiming(word);
    while (from !== undefined && from >= (starts[at + 1] ?? Number.POSITIVE_INFINITY)) at += 1;
    gathered[at]?.push(word);
  }
  return gathered;
}

/** Words without paragraphs of their own: those of one `paragraphId` and speaker are one cue, at the first of them. */
function readWords(source: SourceText, root: unknown, base: JsonPath): readonly Cue[] {
  const gathered = new Map<JsonRecord, JsonRecord[]>();
  let open: JsonRecord[] = [];
  for (const word of listRecords(followPath(root, [...base, 'words']))) {
    const first = open[0];
    const goesOn = first?.paragraphId !== undefined && first.paragraphId === word.paragraphId;
    if (!goesOn || first?.speaker !== word.speaker) {
      open = [];
      gathered.set(word, open);
    }
    open.push(word);
  }
  return readEntries(source, { root, path: [...base, 'words'] }, (word) => {
    const words = gathered.get(word) ?? [];
    const label = readSpeaker(word.speaker);
    const endsAtMs = readTiming(words.at(-1) ?? word).to;
    return { label, words: joinWords(words), startsAtMs: readTiming(word).from, endsAtMs };
  });
}

function readNames(root: unknown, base: JsonPath): ReadonlyMap<unknown, string> {
  const speakers = listRecords(followPath(root, [...base, 'speakers']));
  return new Map(speakers.map((speaker) => [speaker.id, readText(speaker, ['name']).trim()]));
}

/** `start` and `end` are seconds, `time` and `duration` milliseconds; a paragraph may have them in its `range`. */
function readTiming(record: JsonRecord): Timing {
  if (isRecord(record.range)) return readTiming(record.range);
  const from = readTime(record, ['start']) ?? scaleTime(record.time, 1);
  const duration = scaleTime(record.duration, 1);
  const to = from === undefined || duration === undefined ? undefined : from + duration;
  return { from, to: readTime(record, ['end']) ?? to };
}

/** Words that were struck out in the editor are no longer said. */
function joinWords(words: readonly JsonRecord[]): string {
  return joinPieces(words.map(readWord).filter((word) => word !== ''));
}

function readWord(word: JsonRecord): string {
  return word.strikethrough === true ? '' : readText(word, ['text', 'value', 'word']).trim();
}
