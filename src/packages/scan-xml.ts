import { SaxesParser, type SaxesTagNS } from 'saxes';
import { ToolkitError } from '../errors.js';
import { nameOf } from './namespaces.js';

/** XML: a part of a package, or a file of its own. */
export type XmlSource = {
  /** The file that the user knows, for messages. */
  readonly file: string;
  /** Its part within a package. */
  readonly part?: string;
  /** All at once, or one piece after the other. */
  readonly bytes: Uint8Array | Iterable<Uint8Array>;
};

export type XmlElement = {
  /** By the prefixes of `namespaces.ts`, whatever the file's own are: `w:p`. */
  readonly name: string;
  /** By the same names, in the order of the file; an attribute without prefix is `val`, one with is `w:val`. */
  readonly attributes: ReadonlyMap<string, string>;
  /** 1-based. */
  readonly line: number;
};

/** What is called, in the file's order. White space comes as it is, and one text may come in several pieces. */
export type XmlListener = {
  open?(element: XmlElement): void;
  close?(name: string): void;
  text?(text: string): void;
};

/** Deeper than any document, shallow enough for functions that call themselves. */
const DEEPEST = 1000;
/** Sets of attributes that are kept to be shared, and UTF-16 units of each. */
const MOST_SHARED = 10_000;
const LONGEST_SHARED = 200;
/** Looking for equal attributes pays where one in so many has some. */
const SHARE_SHARED = 4;
const DECLARATIONS = 'http://www.w3.org/2000/xmlns/';
/** Bytes that are decoded at once: what is cut from a text holds on to all of it. */
const STEP = 65_536;
const noAttributes: ReadonlyMap<string, string> = new Map();

/**
 * Reads XML from start to end (UTF-8 or UTF-16), in memory that does not grow with it beyond its own text. Throws
 * `ToolkitError` `damaged-xml` for what is not well-formed, and `unsafe-xml` for a DTD (where entities are declared)
 * and for elements nested more than 1,000 deep. What the listener throws comes through.
 */
export function scanXml(source: XmlSource, listener: XmlListener): void {
  const parser = new SaxesParser({ xmlns: true });
  const readAttributes = startAttributes();
  let depth = 0;
  parser.on('error', ({ message }) => {
    throw isDamaged(source, message.replace(/^\d+:\d+: /, ''), parser.line);
  });
  parser.on('doctype', () => {
    throw isUnsafe(source, 'it has a document type declaration, which could declare entities');
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > DEEPEST) throw isUnsafe(source, `its elements are nested more than ${DEEPEST} deep`);
    listener.open?.({ name: nameOf(tag.uri, tag.local), attributes: readAttributes(tag), line: parser.line });
  });
  parser.on('closetag', ({ uri, local }) => {
    depth -= 1;
    listener.close?.(nameOf(uri, local));
  });
  parser.on('text', (words) => {
    if (depth > 0) listener.text?.(words);
  });
  parser.on('cdata', (words) => listener.text?.(words));
  for (const text of decodeXml(source)) parser.write(text);
  parser.close();
}

type AttributeReader = (tag: SaxesTagNS) => ReadonlyMap<string, string>;

/**
 * Reads attributes. Those of a document's elements are much the same a million times, so that equal ones are shared; where
 * all have ids of their own, looking for equal ones is given up.
 */
function startAttributes(): AttributeReader {
  const known = new Map<string, ReadonlyMap<string, string>>();
  let looked = 0;
  let found = 0;
  return ({ attributes }) => {
    const pairs: [string, string][] = [];
    for (const { uri, local, value } of Object.values(attributes))
      if (uri !== DECLARATIONS) pairs.push([nameOf(uri, local), value]);
    if (pairs.length === 0) return noAttributes;
    if (looked > MOST_SHARED && found < looked / SHARE_SHARED) return new Map(pairs);
    const key = pairs.map(([name, value]) => `${name}\n${value.length}\n${value}`).join('');
    const same = known.get(key);
    const list = same ?? new Map(pairs);
    looked += 1;
    if (same !== undefined) found += 1;
    else if (known.size < MOST_SHARED && key.length < LONGEST_SHARED) known.set(key, list);
    return list;
  };
}

function* decodeXml(source: XmlSource): Generator<string> {
  let decoder: Decoder | undefined;
  for (const bytes of cutPieces(source.bytes)) {
    decoder ??= new TextDecoder(findEncoding(bytes), { fatal: true });
    yield decode(source, decoder, bytes);
  }
  if (decoder !== undefined) yield decode(source, decoder);
}

type Decoder = InstanceType<typeof TextDecoder>;

/** Throws where the bytes are none of the decoder's; without bytes, where those before ended within a character. */
function decode(source: XmlSource, decoder: Decoder, bytes?: Uint8Array): string {
  try {
    return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
  } catch {
    throw isDamaged(source, `its bytes are not ${decoder.encoding.toUpperCase()}`);
  }
}

function findEncoding([first, second]: Uint8Array): string {
  const isBig = (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c);
  const isLittle = (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0);
  return isBig ? 'utf-16be' : isLittle ? 'utf-16le' : 'utf-8';
}

function* cutPieces(bytes: XmlSource['bytes']): Generator<Uint8Array> {
  for (const piece of bytes instanceof Uint8Array ? [bytes] : bytes)
    for (let from = 0; from < piece.length; from += STEP) yield piece.subarray(from, from + STEP);
}

function isDamaged(source: XmlSource, reason: string, line?: number): ToolkitError {
  const at = line === undefined ? '' : ` (line ${line})`;
  return new ToolkitError(
    'damaged-xml',
    `${callSource(source)} cannot be read${at}: ${reason.slice(0, 120)}`,
    {
      hint: 'Open it in the program that made it and save it again.',
      place: placeSource(source, line),
    },
  );
}

function isUnsafe(source: XmlSource, reason: string): ToolkitError {
  return new ToolkitError('unsafe-xml', `${callSource(source)} is refused: ${reason}`, {
    hint: 'Open it in the program that made it and save it again.',
    place: placeSource(source),
  });
}

function callSource({ file, part }: XmlSource): string {
  return part === undefined ? file : `${file} (${part.slice(0, 80)})`;
}

/** A line within a part says nothing of a line of the file. */
function placeSource({ file, part }: XmlSource, line?: number) {
  return { file, ...(line === undefined || part !== undefined ? {} : { line }) };
}
