import { micromark } from 'micromark';
import { readXml, type XmlNode } from '../../packages/read-xml.js';
import type { Block, Inline, Look, TableBlock } from './block.js';
import { type CutTable, cutTables } from './cut-tables.js';

/** What no XML may hold, and so no word processor reads: control characters, halves of pairs, two that are no characters. */
const unprintable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const REPLACEMENT = '\ufffd';
/** Of private use: stands for a table that was cut out, and nowhere else. */
const PLACE = '\ue000';
const placeOfTable = /^\ue000(\d+)\ue000$/;
const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
const blockNames = new Set([...headings, 'p', 'blockquote', 'ol', 'ul', 'pre', 'hr']);
/** Cells without any of these are read as they stand. */
const markdownSigns = /[\\`*_[\]<&!]/;

type Child = XmlNode | string;

/** A text as it can be written into an office file: what it cannot hold is U+FFFD. */
export function makePrintable(text: string): string {
  return text.replace(unprintable, REPLACEMENT);
}

/**
 * The parts of a Markdown text (CommonMark and tables), in the order of reading. HTML in it is read as text, addresses
 * other than of the web, of mail and within the text are left out. Throws `ToolkitError` where it is nested more than a
 * thousand deep.
 */
export function readBlocks(markdown: string): readonly Block[] {
  const printable = makePrintable(markdown).replaceAll(PLACE, REPLACEMENT);
  const cut = cutTables(printable, (number) => `${PLACE}${number}${PLACE}`);
  return readFlow(parse(cut.markdown), cut.tables);
}

/** Micromark writes XHTML, once raw HTML is escaped. */
function parse(markdown: string): readonly Child[] {
  const html = `<body>${micromark(markdown)}</body>`;
  return readXml({ file: 'the report', bytes: new TextEncoder().encode(html) }).children;
}

function readFlow(children: readonly Child[], tables: readonly CutTable[]): readonly Block[] {
  const blocks: Block[] = [];
  let loose: Child[] = [];
  const flush = () => {
    const inlines = readInlines(loose);
    if (inlines.length > 0) blocks.push({ kind: 'paragraph', inlines });
    loose = [];
  };
  for (const child of children) {
    if (typeof child === 'string' || !blockNames.has(child.name)) loose.push(child);
    else {
      flush();
      blocks.push(readBlock(child, tables));
    }
  }
  flush();
  return blocks;
}

function readBlock({ name, children, attributes }: XmlNode, tables: readonly CutTable[]): Block {
  switch (name) {
    case 'blockquote':
      return { kind: 'quote', blocks: readFlow(children, tables) };
    case 'ol':
    case 'ul':
      return {
        kind: 'list',
        ordered: name === 'ol',
        start: Number(attributes.get('start') ?? 1),
        items: children.flatMap((item) =>
          typeof item === 'string' ? [] : [readFlow(item.children, tables)],
        ),
      };
    case 'pre':
      return { kind: 'code', text: readText(children).replace(/\n$/, '') };
    case 'hr':
      return { kind: 'rule' };
    case 'p':
      return readParagraph(readInlines(children), tables);
    default:
      return { kind: 'heading', level: headings.indexOf(name) + 1, inlines: readInlines(children) };
  }
}

function readParagraph(inlines: readonly Inline[], tables: readonly CutTable[]): Block {
  const [only] = inlines;
  const number = only?.kind === 'text' ? placeOfTable.exec(only.text)?.[1] : undefined;
  const table = number === undefined ? undefined : tables[Number(number)];
  return table === undefined ? { kind: 'paragraph', inlines } : readTable(table);
}

function readTable({ header, isRight, rows }: CutTable): TableBlock {
  return {
    kind: 'table',
    columns: header.map((cell, column) => ({ header: readCell(cell), isRight: isRight[column] === true })),
    rows: rows.map((row) => row.map(readCell)),
  };
}

function readCell(markdown: string): readonly Inline[] {
  if (markdown === '') return [];
  if (!markdownSigns.test(markdown)) return [{ kind: 'text', text: markdown }];
  const [first] = parse(markdown);
  return first === undefined || typeof first === 'string' ? [] : readInlines(first.children);
}

/** Runs of text; white space is single, and there is none at the ends. */
function readInlines(children: readonly Child[]): readonly Inline[] {
  const found: Inline[] = [];
  const visit = (nodes: readonly Child[], look: Look) => {
    for (const node of nodes) {
      if (typeof node === 'string') found.push({ kind: 'text', text: node.replace(/\s+/g, ' '), ...look });
      else if (node.name === 'br') found.push({ kind: 'break' });
      else if (node.name === 'img') found.push(readPicture(node));
      else visit(node.children, changeLook(look, node));
    }
  };
  visit(children, {});
  return trimEnds(found);
}

function readPicture({ attributes }: XmlNode): Inline {
  return {
    kind: 'picture',
    address: attributes.get('src') ?? '',
    alternative: attributes.get('alt') ?? '',
  };
}

function changeLook(look: Look, { name, attributes }: XmlNode): Look {
  if (name === 'strong') return { ...look, bold: true };
  if (name === 'em') return { ...look, italic: true };
  if (name === 'code') return { ...look, code: true };
  const link = name === 'a' ? attributes.get('href') : undefined;
  return link === undefined || link === '' ? look : { ...look, link };
}

function trimEnds(inlines: readonly Inline[]): readonly Inline[] {
  return inlines
    .map((inline, index) => {
      if (inline.kind !== 'text') return inline;
      const start =
        index === 0 || inlines[index - 1]?.kind === 'break' ? inline.text.trimStart() : inline.text;
      const isLast = index === inlines.length - 1 || inlines[index + 1]?.kind === 'break';
      return { ...inline, text: isLast ? start.trimEnd() : start };
    })
    .filter((inline) => inline.kind !== 'text' || inline.text !== '');
}

function readText(children: readonly Child[]): string {
  return children.map((child) => (typeof child === 'string' ? child : readText(child.children))).join('');
}
