import { ToolkitError } from '../../errors.js';
import { detachText } from '../../packages/detach-text.js';
import type { OfficePackage } from '../../packages/open-package.js';
import type { XmlNode } from '../../packages/read-xml.js';
import { decodeBytes } from '../../text/decode-bytes.js';
import { attributeOf, findNode, textOf } from './read-node.js';

/** Where the words of a source or note are: in the project itself, or in a part of its package. */
export type SourceWords =
  | { readonly kind: 'inside'; readonly text: string }
  | { readonly kind: 'part'; readonly part: string };

/** Where an element's words are; `undefined` where they are not in the file. Nothing is inflated. */
export function findWords(node: XmlNode, from: OfficePackage): SourceWords | undefined {
  if (findNode(node, 'PlainTextContent') !== undefined)
    return { kind: 'inside', text: detachText(textOf(node, 'PlainTextContent')) };
  const part = findPart(attributeOf(node, 'plainTextPath'), from);
  return part === undefined ? undefined : { kind: 'part', part };
}

/** The words as the file has them: with byte order mark and line ends. Throws as `OfficePackage.read` does. */
export function readWords(words: SourceWords, from: OfficePackage): string {
  if (words.kind === 'inside') return words.text;
  return decodeKeepingEnds(from.read(words.part) ?? new Uint8Array());
}

/** Paths come with a scheme, without one, and to files elsewhere: only what lies in the package is read. */
function findPart(path: string, from: OfficePackage): string | undefined {
  const base = nameOfPath(path);
  if (base === '') return undefined;
  return [`sources/${base}`, base].find((name) => from.has(name));
}

export function nameOfPath(path: string): string {
  return (
    path
      .replace(/^[a-z]+:\/*/i, '')
      .split(/[\\/]/)
      .at(-1) ?? ''
  );
}

/** Line ends and byte order marks are counted by some programs, so they stay. */
function decodeKeepingEnds(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const wide =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : '';
  try {
    return new TextDecoder(wide || 'utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return decodeOld(bytes);
  }
}

function decodeOld(bytes: Uint8Array): string {
  try {
    return decodeBytes(bytes).text;
  } catch (error) {
    if (error instanceof ToolkitError) return '';
    throw error;
  }
}
