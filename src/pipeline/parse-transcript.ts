import { ToolkitError } from '../errors.js';
import type { Format, Interview, SourceText } from '../formats/format.js';
import { formats, recogniseFormat } from '../formats/index.js';
import { refusePdf } from '../formats/pdf/refuse-pdf.js';
import type { Decision } from '../model/decision.js';
import type { Notice } from '../model/notice.js';
import type { Quote } from '../model/quote.js';
import type { Settings } from '../model/settings.js';
import type { Transcript } from '../model/transcript.js';
import { type DecodedText, decodeBytes } from '../text/decode-bytes.js';
import { hashText } from '../text/hash-text.js';
import { assignSpeakers, type SpeakerRules as SpeakingRules } from './assign-speakers.js';
import { joinTurns, locateMark } from './join-turns.js';
import { readMarkedQuotes } from './read-marked-quotes.js';

/** What a study says of the speakers and the marks in its transcripts. */
export type SpeakerRules = SpeakingRules & { readonly settings: Pick<Settings, 'marks'> };

export type TranscriptSource = {
  /** File name with extension. */
  readonly name: string;
  readonly bytes: Uint8Array;
};

export type ParsedTranscript = {
  readonly transcript: Transcript;
  /** The passages marked in the source. */
  readonly quotes: readonly Quote[];
  /** One for each theme that a mark names. */
  readonly decisions: readonly Decision[];
  /** Number of timed cues or rows before they were joined into utterances. */
  readonly cues: number;
};

export type ParsedSource = {
  /** As given. */
  readonly file: string;
  /** Id of the format that read it. */
  readonly format: string;
  readonly transcripts: readonly ParsedTranscript[];
  readonly notices: readonly Notice[];
  /** Names of those whose comments mark it, the one called `c1` first: for telling them apart, never stored. */
  readonly authors: readonly string[];
};

/** Bytes: thirty hours of speech as word-level JSON. */
const largestFile = 50 * 1024 * 1024;

const packageSigns = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

/**
 * Makes transcripts of a source file: the one place where `Transcript.text` comes from. Throws `ToolkitError`
 * `file-too-large`, `pdf-not-imported`, `binary-file`, `empty-file`, `unknown-format`, `no-speech`, or what the format
 * throws (for an office document `damaged-package`, `protected-package`, `package-too-large`, `unsafe-xml` …).
 */
export function parseTranscript({ name, bytes }: TranscriptSource, rules: SpeakerRules): ParsedSource {
  refuseLargeFile(name, bytes.length);
  refusePdf({ name, bytes });
  const decoded = isPackage(bytes) ? undefined : decodeNamed(name, bytes);
  const labels = listLabels(rules);
  const source =
    decoded === undefined ? { name, text: '', bytes, labels } : { name, text: decoded.text, labels };
  const format = recogniseFormat(source);
  if (format === undefined) throw unknownFormat(source);
  const reading = format.read(source);
  const spoken = reading.interviews.filter(({ turns }) => turns.length > 0);
  if (spoken.length === 0) throw noSpeech(name);
  const parsed = spoken.map((interview) => parseInterview(interview, { source, format, rules }));
  return {
    file: name,
    format: format.id,
    transcripts: parsed.map(({ parsed: transcript }) => transcript),
    notices: [
      ...(decoded === undefined ? [] : explainDecoding(decoded, name)),
      ...reading.notices,
      ...parsed.flatMap(({ notices }) => notices),
    ],
    authors: reading.authors ?? [],
  };
}

/** Whether a file is a zip of parts, or what an old or a locked Office document begins with: its format reads the bytes. */
function isPackage(bytes: Uint8Array): boolean {
  return packageSigns.some((sign) => sign.every((byte, at) => bytes[at] === byte));
}

/** The labels that the study itself calls speakers. */
function listLabels({ settings, participantIds }: SpeakerRules): readonly string[] {
  return [...(settings.interviewers ?? []), ...Object.keys(settings.speakers), ...participantIds];
}

type InterviewContext = {
  readonly source: SourceText;
  readonly format: Format;
  readonly rules: SpeakerRules;
};

function parseInterview(
  interview: Interview,
  { source, format, rules }: InterviewContext,
): { readonly parsed: ParsedTranscript; readonly notices: readonly Notice[] } {
  const file = source.name;
  const id = interview.id ?? file.replace(/(?<=.)\.[^.]*$/, '');
  const said = interview.id === undefined ? ownEntry(rules.settings.transcripts, file) : undefined;
  const named = said?.participant ?? interview.participant;
  const joined = joinTurns(interview.turns);
  const { speakers, participantIds, notices } = assignSpeakers(
    { id, file, named, turns: interview.turns },
    rules,
  );
  const date = said?.date ?? interview.date;
  const transcript: Transcript = {
    id,
    participantIds,
    text: joined.text,
    textHash: hashText(joined.text),
    utterances: joined.placed.flatMap(({ span, turn }, index) => {
      const speaker = speakers[index];
      if (span === undefined || speaker === undefined) return [];
      return [{ span, speaker, ...(turn.startsAtMs === undefined ? {} : { startsAtMs: turn.startsAtMs }) }];
    }),
    ...(date === undefined ? {} : { date }),
    file,
    format: format.id,
  };
  const marks = interview.marks.flatMap((mark) => {
    const span = locateMark(mark, joined);
    return span === undefined ? [] : [{ mark, span }];
  });
  const marked = readMarkedQuotes(marks, { transcript, settings: rules.settings });
  return {
    parsed: { transcript, quotes: marked.quotes, decisions: marked.decisions, cues: interview.cues },
    notices: [...notices, ...marked.notices],
  };
}

function ownEntry<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function refuseLargeFile(name: string, size: number): void {
  if (size <= largestFile) return;
  throw new ToolkitError(
    'file-too-large',
    `${name} has ${Math.round(size / 1024 / 1024)} MB; at most 50 MB are read.`,
    {
      hint: 'Split it into one file per interview, or take it out of the folder if it is a recording.',
      place: { file: name },
    },
  );
}

/** Decodes the bytes; an error names the file. */
function decodeNamed(name: string, bytes: Uint8Array): DecodedText {
  try {
    return decodeBytes(bytes);
  } catch (cause) {
    if (!(cause instanceof ToolkitError)) throw cause;
    const { code, message, hint } = cause;
    throw new ToolkitError(code, message, {
      ...(hint === undefined ? {} : { hint }),
      place: { file: name },
      cause,
    });
  }
}

function explainDecoding(
  { encoding, fallback, firstOddLine, truncated }: DecodedText,
  file: string,
): Notice[] {
  const place = { file, ...(firstOddLine === undefined ? {} : { line: firstOddLine }) };
  const odd = `the file is not valid UTF-8 from this line on and was read as ${encoding}: check accents and quotation marks there, and save it as UTF-8`;
  const cut = 'the file ends in the middle of a character, as if it were cut off: copy or export it again';
  return [
    ...(fallback ? [{ severity: 'caution', code: 'encoding-assumed', message: odd, place } as const] : []),
    ...(truncated
      ? [{ severity: 'caution', code: 'file-truncated', message: cut, place: { file } } as const]
      : []),
  ];
}

function unknownFormat({ name }: SourceText): ToolkitError {
  const known = formats.flatMap(({ extensions }) => extensions);
  return new ToolkitError('unknown-format', `${name} is in no format that is known by its content.`, {
    hint: `Export it as one of ${[...new Set(known)].join(' ')}, or write it as text with a label before each turn.`,
    place: { file: name },
  });
}

function noSpeech(name: string): ToolkitError {
  return new ToolkitError('no-speech', `${name} holds no words that anybody speaks.`, {
    hint: 'Export the transcript again, with its text, or take the file out of the folder.',
    place: { file: name },
  });
}
