import { ToolkitError } from '../../errors.js';
import type { SourceText } from '../format.js';

export type RichTextListener = {
  open(): void;
  close(): void;
  /** A control word such as `\b0`; `value` is undefined where it has no number. */
  word(name: string, value: number | undefined): void;
  /** A control symbol such as `\~`. */
  sign(sign: string): void;
  /** A character by its byte, whose encoding is that of its font. */
  byte(value: number): void;
  text(text: string): void;
};

/** Deeper than any program nests groups. */
const DEEPEST = 2000;
const token = /\\([a-z]{1,40})(-?\d{1,10})? ?|\\'([\da-f]{2})|\\([^a-z])|[{}]|[\r\n]+|[^\\{}\r\n]+|\\/giy;

/** Reads RTF from start to end. Throws `ToolkitError` `unsafe-rich-text` for groups nested more than 2,000 deep. */
export function scanRichText({ name, text }: SourceText, listener: RichTextListener): void {
  const tokens = new RegExp(token);
  let depth = 0;
  for (let match = tokens.exec(text); match !== null; match = tokens.exec(text)) {
    const [whole, word, value, byte, sign] = match;
    if (whole === '{') {
      depth += 1;
      if (depth > DEEPEST) throw isTooDeep(name);
      listener.open();
    } else if (whole === '}') {
      if (depth > 0) listener.close();
      depth = Math.max(0, depth - 1);
    } else if (word === 'bin') tokens.lastIndex += Math.max(0, Number(value ?? 0));
    else if (word !== undefined) listener.word(word, value === undefined ? undefined : Number(value));
    else if (byte !== undefined) listener.byte(Number.parseInt(byte, 16));
    else if (sign !== undefined) listener.sign(sign);
    else if (!/^[\r\n]/.test(whole)) listener.text(whole);
  }
}

function isTooDeep(file: string): ToolkitError {
  return new ToolkitError(
    'unsafe-rich-text',
    `${file} is refused: its groups are nested more than ${DEEPEST} deep`,
    { hint: 'Open it in the program that made it and save it again.', place: { file } },
  );
}
