import { readFileSync } from 'node:fs';
import { ToolkitError } from '../../src/errors.js';
import { parseTranscript } from '../../src/pipeline/parse-transcript.js';
import { findTranscripts } from './find-transcripts.js';
import { makeDice } from './plant-quotations.js';

/** In words, as marked passages of interviews are. */
const SHORTEST = 10;
const LONGEST = 60;

/** All that is said in the transcripts below a folder, word after word with one blank between, as UTF-8. */
type Talk = { readonly bytes: Buffer; readonly wordStarts: Uint32Array };

const rules = {
  settings: { coder: 'corpora', speakers: {}, transcripts: {} },
  participantIds: new Set<string>(),
};

/** What stands between blanks in the utterances of one file; nothing where it cannot be read. */
function readWords({ name, path }: { readonly name: string; readonly path: string }): readonly string[] {
  try {
    const { transcripts } = parseTranscript({ name, bytes: readFileSync(path) }, rules);
    return transcripts.flatMap(({ transcript: { text, utterances } }) =>
      utterances.flatMap(({ span }) => text.slice(span.start, span.end).trim().split(/\s+/u)),
    );
  } catch (error) {
    if (error instanceof ToolkitError) return [];
    throw error;
  }
}

function readTalk(folder: string): Talk {
  const words = findTranscripts(folder)
    .filter(({ supported }) => supported)
    .flatMap(readWords)
    .filter((word) => word !== '');
  const wordStarts = new Uint32Array(words.length + 1);
  for (const [index, word] of words.entries()) {
    wordStarts[index + 1] = (wordStarts[index] ?? 0) + Buffer.byteLength(word) + 1;
  }
  return { bytes: Buffer.from(`${words.join(' ')} `), wordStarts };
}

/**
 * A file of quotes, one a line, each a stretch of 10 to 60 words of real talk: the same ones for the same seed. About
 * 17 MB for 100,000. Throws where the folder holds no transcript that can be read.
 */
export function makeLines(folder: string, count: number, seed: number): Buffer {
  const { bytes, wordStarts } = readTalk(folder);
  const words = wordStarts.length - 1;
  if (words <= LONGEST) throw new Error(`${folder} holds no transcripts to make quotes of`);
  const cuts = new Uint32Array(2 * count);
  const roll = makeDice(seed);
  let length = 0;
  for (let line = 0; line < count; line += 1) {
    const first = roll(words - LONGEST);
    const end = first + SHORTEST + roll(LONGEST - SHORTEST + 1);
    cuts[2 * line] = wordStarts[first] ?? 0;
    // The blank before the next word becomes the end of the line.
    cuts[2 * line + 1] = wordStarts[end] ?? 0;
    length += (cuts[2 * line + 1] ?? 0) - (cuts[2 * line] ?? 0);
  }
  const lines = Buffer.alloc(length);
  let at = 0;
  for (let line = 0; line < count; line += 1) {
    at += bytes.copy(lines, at, cuts[2 * line], cuts[2 * line + 1]);
    lines[at - 1] = 0x0a;
  }
  return lines;
}
