import { realpathSync } from 'node:fs';
import { basename, dirname, sep } from 'node:path';
import { ToolkitError } from '../../errors.js';
import { isDocument } from '../../formats/index.js';
import type { SpeakerRules } from '../../pipeline/assign-speakers.js';
import { type ParsedSource, parseTranscript } from '../../pipeline/parse-transcript.js';
import {
  type PseudonymSource,
  readPseudonymSource,
} from '../../pipeline/pseudonyms/read-pseudonym-source.js';
import { decodeBytes } from '../../text/decode-bytes.js';
import { readGivenFile } from '../read-file.js';
import { isAside } from '../read-transcripts.js';
import { resolveFolder } from '../resolve-inside.js';
import { studyFolders } from '../study-files.js';

/** An original that was read; nothing ever writes to it. */
export type Original = {
  readonly source: PseudonymSource;
  readonly parsed: ParsedSource;
  /** The line ends of the file in order, and its byte order mark. */
  readonly lineEnds: readonly string[];
  readonly mark: string;
  /** Whether it lies inside the study, where others see it. */
  readonly isInStudy: boolean;
};

/**
 * Reads an original as a transcript is read. Throws `ToolkitError`: `original-in-transcripts` where it lies where the new
 * file goes, and what reading and parsing throw (`binary-file`, `unknown-format` …).
 */
export function readOriginal(path: string, folder: string, rules: SpeakerRules): Original {
  const name = basename(path);
  const bytes = readGivenFile(path, name);
  const place = realpathSync(path);
  const study = realpathSync(folder);
  if (dirname(place) === resolveFolder(study, studyFolders.transcripts)) {
    throw new ToolkitError(
      'original-in-transcripts',
      `${name} lies in ${studyFolders.transcripts}/, where its new form goes`,
      {
        hint: 'Move the original out of the study first, to where the key file is kept.',
        place: { file: name },
      },
    );
  }
  if (isAside(name)) {
    throw new ToolkitError('file-name-not-read', `a file called ${name} is not read as a transcript`, {
      hint: 'Rename it.',
      place: { file: name },
    });
  }
  return {
    ...readBytesAsOriginal({ name, bytes }, rules),
    isInStudy: place.startsWith(study + sep),
  };
}

type NamedBytes = { readonly name: string; readonly bytes: Uint8Array };

/** Reads bytes as an original, or as what became of one. */
export function readBytesAsOriginal(
  { name, bytes }: NamedBytes,
  rules: SpeakerRules,
): Omit<Original, 'isInStudy'> {
  const parsed = parseTranscript({ name, bytes }, rules);
  if (isDocument(parsed.format)) throw isNoPlainSource(name);
  const { text, encoding } = decodeBytes(bytes);
  const { settings, participantIds } = rules;
  const labels = [...(settings.interviewers ?? []), ...Object.keys(settings.speakers), ...participantIds];
  const raw = encoding.startsWith('utf-16')
    ? new TextDecoder(encoding).decode(bytes)
    : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  return {
    source: readPseudonymSource({ name, text, labels }),
    parsed,
    lineEnds: raw.match(/\r\n?|\n/g) ?? [],
    mark: bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? '\uFEFF' : '',
  };
}

/** Names in a document's markup, properties and comments would stay: the words alone are replaced in text. */
function isNoPlainSource(name: string): ToolkitError {
  return new ToolkitError(
    'document-not-pseudonymised',
    `${name} is a document, and names are replaced in text only`,
    {
      hint: 'Save it as plain text (.txt, UTF-8) and pseudonymise that; its highlights and comments stay behind.',
      place: { file: name },
    },
  );
}

/** A text with the line ends and the byte order mark of the file that it came from, as UTF-8. */
export function encodeLikeOriginal(
  text: string,
  { lineEnds, mark }: Pick<Original, 'lineEnds' | 'mark'>,
): Buffer {
  const lines = text.split('\n');
  const ends = lines.map((line, index) => line + (index < lines.length - 1 ? (lineEnds[index] ?? '\n') : ''));
  return Buffer.from(mark + ends.join(''));
}
