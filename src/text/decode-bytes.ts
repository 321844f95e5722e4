import { ToolkitError } from '../errors.js';

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export type DecodedText = {
  /** Without byte order mark; every line ends with a line feed. */
  readonly text: string;
  readonly encoding: Encoding;
  /** The bytes were not what they claimed or seemed to be: characters may be wrong. */
  readonly fallback: boolean;
  /** 1-based line of the first bytes that are not UTF-8; only with `fallback`. */
  readonly firstOddLine?: number;
  /** The file ends in the middle of a character. */
  readonly truncated: boolean;
};

/** Enough to tell an encoding, little enough to cost nothing. */
const sampleBytes = 4096;

const signatures: readonly { readonly kind: string; readonly bytes: readonly number[] }[] = [
  { kind: 'a zip archive (.docx, .odt and .xlsx are such)', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { kind: 'a PDF', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { kind: 'an old Office document', bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { kind: 'a PNG image', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { kind: 'a JPEG image', bytes: [0xff, 0xd8, 0xff] },
  { kind: 'a gzip archive', bytes: [0x1f, 0x8b, 0x08] },
];

/** WHATWG Encoding, index windows-1252, bytes 0x80–0x9F. TextDecoder gives control characters here on Node 20. */
export const windows1252High =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/**
 * Turns a file's bytes into text: by byte order mark, by the NULs of UTF-16, as strict UTF-8, and only then as
 * windows-1252. Takes the mark away and turns CRLF and CR into LF; changes nothing else.
 * Throws `binary-file` for what is not text, `empty-file` where there is nothing but white space.
 */
export function decodeBytes(bytes: Uint8Array): DecodedText {
  const signature = signatures.find((known) => known.bytes.every((byte, at) => bytes[at] === byte));
  if (signature !== undefined) throw binaryFile(`it is ${signature.kind}`);
  const decoding = decodeUtf16(bytes) ?? decodeUtf8(bytes) ?? decodeWindows1252(bytes);
  if (decoding.text.includes('\0')) throw binaryFile('it holds NUL bytes');
  if (!/\S/.test(decoding.text)) {
    throw new ToolkitError('empty-file', 'The file is empty.', {
      hint: 'Export the transcript again, or remove the file.',
    });
  }
  return { ...decoding, text: unifyLineEnds(decoding.text) };
}

function decodeUtf16(bytes: Uint8Array): DecodedText | undefined {
  const encoding = tellUtf16(bytes);
  if (encoding === undefined) return undefined;
  const text = new TextDecoder(encoding).decode(bytes.subarray(0, bytes.length - (bytes.length % 2)));
  if (!hasMark(bytes) && looksBinary(text, noWriting)) throw binaryFile('it holds NUL bytes');
  return { text, encoding, fallback: false, truncated: bytes.length % 2 === 1 };
}

/** Whether it begins with the byte order mark of UTF-16. */
const hasMark = ([first, second]: Uint8Array) =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);

function tellUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, sampleBytes);
  if (!sample.includes(0)) return undefined;
  const even = sample.filter((byte, at) => byte === 0 && at % 2 === 0).length;
  const odd = sample.filter((byte, at) => byte === 0 && at % 2 === 1).length;
  // In UTF-16 the high byte of every space and Latin letter is NUL; a low byte is NUL once in 256 characters.
  if (odd > even * 8) return 'utf-16le';
  if (even > odd * 8) return 'utf-16be';
  throw binaryFile('it holds NUL bytes');
}

function decodeUtf8(bytes: Uint8Array): DecodedText | undefined {
  const text = decodeStrictly(bytes);
  if (text !== undefined) return { text, encoding: 'utf-8', fallback: false, truncated: false };
  const kept = bytes.subarray(0, bytes.length - countCutBytes(bytes));
  const beginning = kept.length < bytes.length ? decodeStrictly(kept) : undefined;
  if (beginning !== undefined) {
    return { text: beginning, encoding: 'utf-8', fallback: false, truncated: true };
  }
  if (!hasUtf8Mark(bytes)) return undefined;
  const repaired = new TextDecoder('utf-8').decode(bytes);
  return {
    text: repaired,
    encoding: 'utf-8',
    fallback: true,
    firstOddLine: findOddLine(repaired),
    truncated: false,
  };
}

function decodeStrictly(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** How many bytes at the end begin a UTF-8 character without ending it. */
function countCutBytes(bytes: Uint8Array): number {
  const tail = bytes.subarray(-3);
  const lead = tail.findLastIndex((byte) => byte >= 0xc0);
  const begun = lead === -1 ? new Uint8Array() : tail.subarray(lead);
  const isCut = begun.length > 0 && begun.length < neededBytes(begun[0] ?? 0);
  if (!isCut || !begun.subarray(1).every((byte) => byte >= 0x80)) return 0;
  // A lone last byte in a file that is ASCII otherwise is a windows-1252 letter rather than half a UTF-8 one.
  const isAlone = begun.length === 1 && !bytes.subarray(0, -1).some((byte) => byte >= 0x80);
  return isAlone ? 0 : begun.length;
}

function neededBytes(lead: number): number {
  if (lead >= 0xf0) return 4;
  return lead >= 0xe0 ? 3 : 2;
}

function hasUtf8Mark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

function decodeWindows1252(bytes: Uint8Array): DecodedText {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const text = latin1.replace(/[\u0080-\u009f]/g, (control) =>
    windows1252High.charAt(control.charCodeAt(0) - 0x80),
  );
  if (looksBinary(text)) throw binaryFile('too many of its bytes are control characters');
  const firstOddLine = findOddLine(new TextDecoder('utf-8').decode(bytes));
  return { text, encoding: 'windows-1252', fallback: true, firstOddLine, truncated: false };
}

const controls = /(?![\t\n\f\r])\p{Cc}/gu;
/** What UTF-16 never has where it was guessed rightly: also halves of pairs, and characters that nobody assigned. */
const noWriting = /(?![\t\n\f\r])[\p{Cc}\p{Cs}\p{Co}\p{Cn}\ufffd]/gu;

/** Speech holds no control characters; one in a hundred allows for the page breaks of old word processors. */
export function looksBinary(text: string, odd = controls): boolean {
  const sample = text.slice(0, sampleBytes);
  return (sample.match(odd)?.length ?? 0) * 100 > sample.length;
}

function findOddLine(repaired: string): number {
  const before = repaired.slice(0, Math.max(0, repaired.indexOf('\ufffd')));
  return unifyLineEnds(before).split('\n').length;
}

function unifyLineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

function binaryFile(reason: string): ToolkitError {
  return new ToolkitError('binary-file', `The file is not text: ${reason}.`, {
    hint: 'Save or export the transcript as plain text in UTF-8, or take the file out of the folder.',
  });
}
