import { ToolkitError } from '../errors.js';
import type { OfficePackage } from './open-package.js';
import { scanXml, type XmlElement, type XmlSource } from './scan-xml.js';

/** An element with what it holds, in order; texts are not empty and never side by side. */
export type XmlNode = XmlElement & { readonly children: readonly (XmlNode | string)[] };

type Child = XmlNode | string;
/** An element that is not closed yet, with where its children begin among those that wait for their parent. */
type OpenElement = { readonly element: XmlElement; readonly from: number };

/** At 130 bytes each, as measured on Word's XML, memory stays below half a gigabyte. */
const MOST_ELEMENTS = 3_000_000;
const noChildren: readonly Child[] = [];

/** Is given every element as it closes, before its parent does; one for which it says `true` is left out of the tree. */
export type TakeOut = (node: XmlNode) => boolean;

/**
 * XML as a tree: its root. For large tables of plain rows `scanXml` takes less memory, and so does a tree whose many parts
 * are taken out one by one. Throws as `scanXml` does, and `ToolkitError` `xml-too-large` beyond three million elements.
 */
export function readXml(source: XmlSource, takeOut: TakeOut = () => false): XmlNode {
  const open: OpenElement[] = [];
  const waiting: Child[] = [];
  let root: XmlNode = { name: '', attributes: new Map(), line: 1, children: noChildren };
  let count = 0;
  scanXml(source, {
    open: (element) => {
      count += 1;
      if (count > MOST_ELEMENTS) throw isTooLarge(source);
      open.push({ element, from: waiting.length });
    },
    close: () => {
      const closed = open.pop();
      if (closed === undefined) return;
      const node = closeElement(closed, waiting);
      if (open.length === 0) root = node;
      else if (!takeOut(node)) waiting.push(node);
    },
    text: (text) => addText(waiting, text, open.at(-1)?.from ?? 0),
  });
  return root;
}

function closeElement({ element, from }: OpenElement, waiting: Child[]): XmlNode {
  const { name, attributes, line } = element;
  const children = waiting.length === from ? noChildren : waiting.slice(from);
  waiting.length = from;
  return { name, attributes, line, children };
}

/**
 * The tree of a package's part; undefined where it has no such part. Where much is taken out, the part is never held whole.
 * Throws as `read` and `readXml` do.
 */
export function readPart(from: OfficePackage, part: string, takeOut?: TakeOut): XmlNode | undefined {
  const bytes = takeOut === undefined ? from.read(part) : from.readPieces(part);
  return bytes === undefined ? undefined : readXml({ file: from.file, part, bytes }, takeOut);
}

/** The elements of one name that an element holds at once. */
export function listChildren(node: XmlNode | undefined, name: string): readonly XmlNode[] {
  const found: XmlNode[] = [];
  for (const child of node?.children ?? []) {
    if (typeof child !== 'string' && child.name === name) found.push(child);
  }
  return found;
}

/** The first element of that name that an element holds at once. */
export function findChild(node: XmlNode | undefined, name: string): XmlNode | undefined {
  for (const child of node?.children ?? []) {
    if (typeof child !== 'string' && child.name === name) return child;
  }
  return undefined;
}

/** The elements of one name at any depth within an element, in the file's order. */
export function listWithin(node: XmlNode, name: string): readonly XmlNode[] {
  const found: XmlNode[] = [];
  const visit = ({ children }: XmlNode) => {
    for (const child of children) {
      if (typeof child === 'string') continue;
      if (child.name === name) found.push(child);
      visit(child);
    }
  };
  visit(node);
  return found;
}

/** All text within an element, as it stands. */
export function joinText(node: XmlNode): string {
  return node.children.map((child) => (typeof child === 'string' ? child : joinText(child))).join('');
}

/** Texts side by side become one, but never one with a text before the element that is open. */
function addText(waiting: Child[], text: string, from: number): void {
  const last = waiting.length > from ? waiting.at(-1) : undefined;
  if (typeof last === 'string') waiting[waiting.length - 1] = last + text;
  else if (text !== '') waiting.push(text);
}

function isTooLarge({ file }: XmlSource): ToolkitError {
  return new ToolkitError('xml-too-large', `${file} holds more than ${MOST_ELEMENTS} elements of XML`, {
    hint: 'Split it, or check that it is what its name says.',
    place: { file },
  });
}
