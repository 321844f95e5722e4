import type { PreparedModel } from './tag-text.js';
import { type BrokenLine, type CutLine, cutLines } from './tagging/cut-lines.js';
import { printBroken, printTagged, type ReadLine, readLine } from './tagging/tagged-line.js';

export type LineOptions = {
  /** The field of a record that holds its text. */
  readonly textField: string;
  /** Confidence below which nothing is told, 0 to 1. */
  readonly threshold: number;
};

/** Some lines in the order in which they came, each ended by a line feed. */
export type TaggedLines = { readonly text: string; readonly lines: number; readonly errors: number };

function readCutLine(line: CutLine | BrokenLine, textField: string): ReadLine {
  return 'error' in line ? line : readLine(line, textField);
}

/**
 * Tags records, one JSON object a line, as their bytes come in: what is whole is given before more is asked for, so that
 * memory stays the same however much there is. A record keeps its fields as they are written and gains `suggestions`; a
 * line that cannot be used becomes `{ error, line }`; a blank one is left out. A record is judged by itself: where the
 * stream is cut changes nothing but the numbers of lines.
 */
export async function* tagLines(
  chunks: AsyncIterable<Uint8Array>,
  model: PreparedModel,
  { textField, threshold }: LineOptions,
): AsyncGenerator<TaggedLines> {
  for await (const cut of cutLines(chunks)) {
    const lines = cut.map((line) => readCutLine(line, textField));
    const records = lines.flatMap((line) => ('error' in line ? [] : [line]));
    const tagged = model.tagAll(records.map(({ text }) => text));
    let record = 0;
    let text = '';
    for (const line of lines) {
      if ('error' in line) {
        text += printBroken(line);
        continue;
      }
      const told = (tagged[record] ?? []).filter(({ confidence }) => confidence >= threshold);
      text += printTagged(line, told);
      record += 1;
    }
    yield { text, lines: lines.length, errors: lines.length - records.length };
  }
}
