import { ToolkitError } from '../../errors.js';
import type { OfficePackage } from '../../packages/open-package.js';
import type { XmlNode } from '../../packages/read-xml.js';
import { decodeBytes } from '../../text/decode-bytes.js';
import { attributeOf, findNode, guidOf, listNodes, textOf } from './read-node.js';
import { type ReadSelection, readCodings, readSelections } from './read-selections.js';

/** A text that passages can be marked in. */
export type ReadText = {
  readonly key: string;
  /** GUIDs under which the file refers to it: its own, and that of the recording or PDF that it represents. */
  readonly keys: readonly string[];
  readonly name: string;
  /** As the file has it: with byte order mark and line ends. */
  readonly raw: string;
  readonly selections: readonly ReadSelection[];
  readonly node: XmlNode;
};

export type ReadSources = {
  readonly texts: readonly ReadText[];
  /** What was found beside texts, with how often: `PictureSource`, `PDFSelection` … */
  readonly others: ReadonlyMap<string, number>;
  /** Names of sources whose words are not in the file. */
  readonly missing: readonly string[];
};

type Owner = { readonly node: XmlNode; readonly text: XmlNode };

/** The texts under `Sources`: text sources, what stands for a PDF, and the transcripts of recordings. */
export function readSources(sources: XmlNode | undefined, from: OfficePackage): ReadSources {
  const others = new Map<string, number>();
  const missing: string[] = [];
  const seen = new Set<string>();
  const texts = listOwners(sources).flatMap(({ node, text }) => {
    const raw = readSourceText(text, from);
    const name = attributeOf(text, 'name') || attributeOf(node, 'name') || nameFromPath(text);
    if (raw === undefined) {
      missing.push(name);
      return [];
    }
    const key = guidOf(text);
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ key, keys: [key, guidOf(node)], name, raw, selections: readSelections(text), node }];
  });
  for (const { name, count } of listOthers(sources))
    if (count > 0) others.set(name, (others.get(name) ?? 0) + count);
  return { texts, others, missing };
}

function listOwners(sources: XmlNode | undefined): readonly Owner[] {
  return [
    ...listNodes(sources, 'TextSource').map((node) => ({ node, text: node })),
    ...listNodes(sources, 'PDFSource').flatMap((node) =>
      listNodes(node, 'Representation').map((text) => ({ node, text })),
    ),
    ...['AudioSource', 'VideoSource'].flatMap((kind) =>
      listNodes(sources, kind).flatMap((node) =>
        listNodes(node, 'Transcript').map((text) => ({ node, text })),
      ),
    ),
  ];
}

const drawn = ['PDFSelection', 'AudioSelection', 'VideoSelection', 'PictureSelection'];

/** Sources without words, passages that are areas or stretches of a recording, and codings of whole sources. */
function listOthers(sources: XmlNode | undefined): readonly { name: string; count: number }[] {
  const kinds = ['TextSource', 'PDFSource', 'PictureSource', 'AudioSource', 'VideoSource'];
  const nodes = kinds.flatMap((kind) => listNodes(sources, kind).map((node) => ({ kind, node })));
  return nodes.flatMap(({ kind, node }) => {
    const wordless =
      kind === 'PictureSource' ||
      (kind === 'PDFSource' && findNode(node, 'Representation') === undefined) ||
      (/^(?:Audio|Video)/.test(kind) && findNode(node, 'Transcript') === undefined);
    return [
      { name: kind, count: wordless ? 1 : 0 },
      ...drawn.map((name) => ({ name, count: listNodes(node, name).length })),
      { name: 'coding of a whole source', count: readCodings(node).length },
    ];
  });
}

/** The text as it stands in the XML, or in the file that the source names; `undefined` where neither is there. */
export function readSourceText(node: XmlNode, from: OfficePackage): string | undefined {
  if (findNode(node, 'PlainTextContent') !== undefined) return textOf(node, 'PlainTextContent');
  const part = findPart(attributeOf(node, 'plainTextPath'), from);
  const bytes = part === undefined ? undefined : from.read(part);
  return bytes === undefined ? undefined : decodeKeepingEnds(bytes);
}

/** Paths come with a scheme, without one, and to files elsewhere: only what lies in the package is read. */
function findPart(path: string, from: OfficePackage): string | undefined {
  const base = nameOfPath(path);
  if (base === '') return undefined;
  return [`sources/${base}`, base].find((name) => from.has(name));
}

function nameOfPath(path: string): string {
  return (
    path
      .replace(/^[a-z]+:\/*/i, '')
      .split(/[\\/]/)
      .at(-1) ?? ''
  );
}

function nameFromPath(node: XmlNode): string {
  return nameOfPath(attributeOf(node, 'plainTextPath') || attributeOf(node, 'richTextPath'));
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
