import { ToolkitError } from '../../errors.js';
import { findRelated } from '../../packages/list-relations.js';
import { openPackage, type SourceBytes } from '../../packages/open-package.js';
import { findChild, listChildren, listWithin, readPart, type XmlNode } from '../../packages/read-xml.js';
import { chooseAlternative, type NoteReference, readWordLine, type WordState } from './read-word-runs.js';
import { readSwitch, readWordStyles } from './read-word-styles.js';
import type { WordComment, WordDocument, WordParagraph, WordRun } from './word-document.js';

type Where = WordParagraph['where'];

/** The notes of a document that are still to be read, each kind numbered in the order in which it is referred to. */
type Notes = Readonly<Record<NoteReference['kind'], { readonly byId: Map<string, XmlNode>; count: number }>>;

type Reading = {
  readonly state: WordState;
  readonly notes: Notes;
  readonly paragraphs: WordParagraph[];
  number: number;
  /** The cell that was begun last. */
  cell: Cell;
  /** A paragraph whose mark was deleted: it goes on in the next. */
  carried: OpenParagraph | undefined;
};

type OpenParagraph = WordParagraph & { readonly runs: WordRun[] };

type Cell = NonNullable<WordParagraph['cell']>;
type Container = { readonly where: Where; readonly note?: number; readonly cell?: Cell };

/**
 * Reads a Word document (.docx): its paragraphs, also those of tables, text boxes, footnotes and endnotes, as they read
 * with every tracked change accepted; headers and footers are left out. Throws `ToolkitError` as `openPackage` and
 * `readXml` do, and `not-a-word-document`.
 */
export function readWord(source: SourceBytes): WordDocument {
  const opened = openPackage(source);
  const main = findRelated(opened, '', { kind: 'officeDocument', usual: 'word/document.xml' });
  const readRelated = (kind: string) =>
    readPart(opened, findRelated(opened, main, { kind, usual: `word/${kind}.xml` }));
  const body = findChild(readPart(opened, main), 'w:body');
  if (body === undefined) throw isNoDocument(source.name);
  const reading: Reading = {
    state: {
      findStyle: readWordStyles(readRelated('styles')),
      openComments: [],
      deletions: 0,
      hidden: 0,
      embedded: 0,
    },
    notes: {
      footnote: { byId: indexNotes(readRelated('footnotes'), 'w:footnote'), count: 0 },
      endnote: { byId: indexNotes(readRelated('endnotes'), 'w:endnote'), count: 0 },
    },
    paragraphs: [],
    number: 0,
    cell: { table: 0, row: 0, column: 0 },
    carried: undefined,
  };
  readContainer(body, { where: 'body' }, reading);
  const { deletions, hidden, embedded } = reading.state;
  return {
    paragraphs: reading.paragraphs,
    comments: listComments(readRelated('comments')),
    leftOut: { deletions, hidden, embedded },
  };
}

function readContainer(node: XmlNode, container: Container, reading: Reading): void {
  for (const child of node.children) {
    if (typeof child !== 'string') readBlock(child, container, reading);
  }
  closeParagraph(reading);
}

function closeParagraph(reading: Reading): void {
  if (reading.carried !== undefined) reading.paragraphs.push(reading.carried);
  reading.carried = undefined;
}

function readBlock(node: XmlNode, container: Container, reading: Reading): void {
  if (node.name === 'w:p') readParagraph(node, container, reading);
  else if (node.name === 'w:altChunk' || node.name === 'w:subDoc') reading.state.embedded += 1;
  else if (node.name === 'w:del' || node.name === 'w:moveFrom' || isDeletedInTable(node))
    reading.state.deletions += 1;
  else if (isHiddenRow(node)) reading.state.hidden += 1;
  else readContainer(chooseAlternative(node), enterTable(node, container, reading), reading);
}

/** What an element of a table makes of its container; tables within a cell are part of it. */
function enterTable({ name }: XmlNode, container: Container, reading: Reading): Container {
  const { table, row, column } = reading.cell;
  if (name === 'w:tbl' && container.where === 'body') {
    reading.cell = { table: table + 1, row: 0, column: 0 };
    return { where: 'table' };
  }
  if (container.where !== 'table' || container.cell !== undefined) return container;
  if (name === 'w:tr') reading.cell = { table, row: row + 1, column: 0 };
  if (name !== 'w:tc') return container;
  reading.cell = { table, row, column: column + 1 };
  return { ...container, cell: reading.cell };
}

function isDeletedInTable(node: XmlNode): boolean {
  if (node.name === 'w:tc') return findChild(findChild(node, 'w:tcPr'), 'w:cellDel') !== undefined;
  return node.name === 'w:tr' && findChild(findChild(node, 'w:trPr'), 'w:del') !== undefined;
}

function isHiddenRow(node: XmlNode): boolean {
  return node.name === 'w:tr' && readSwitch(findChild(node, 'w:trPr'), 'w:hidden') === true;
}

function readParagraph(node: XmlNode, container: Container, reading: Reading): void {
  const isOwn = container.where === 'body' || container.where === 'table';
  if (isOwn) reading.number += 1;
  const properties = findChild(node, 'w:pPr');
  const style = reading.state.findStyle(findChild(properties, 'w:pStyle')?.attributes.get('w:val'));
  const line = readWordLine(node, style, reading.state);
  const runs = reading.carried?.runs ?? [];
  for (const run of line.runs) runs.push(run);
  const paragraph = { number: reading.number, ...container, styles: style.names, runs };
  const isMarkDeleted = readSwitch(findChild(properties, 'w:rPr'), 'w:del') === true;
  reading.carried = undefined;
  if (!isMarkDeleted) reading.paragraphs.push(paragraph);
  // Notes have no notes: one that refers to itself would never end.
  if (container.note === undefined) for (const note of line.notes) readNote(note, reading);
  for (const box of line.boxes) readContainer(box, { ...container, where: 'text-box' }, reading);
  if (isMarkDeleted) reading.carried = paragraph;
}

function readNote({ kind, id }: NoteReference, reading: Reading): void {
  const notes = reading.notes[kind];
  const node = notes.byId.get(id);
  notes.count += 1;
  notes.byId.delete(id);
  if (node !== undefined) readContainer(node, { where: kind, note: notes.count }, reading);
}

/** The notes by id; separators between text and notes stand among them in the file. */
function indexNotes(root: XmlNode | undefined, name: string): Map<string, XmlNode> {
  const notes = listChildren(root, name).filter(({ attributes }) => {
    const type = attributes.get('w:type') ?? 'normal';
    return type === 'normal';
  });
  return new Map(notes.map((note) => [note.attributes.get('w:id') ?? '', note]));
}

function listComments(root: XmlNode | undefined): readonly WordComment[] {
  return listChildren(root, 'w:comment').map((node) => ({
    id: node.attributes.get('w:id') ?? '',
    author: node.attributes.get('w:author') ?? '',
    text: listWithin(node, 'w:p')
      .map((paragraph) =>
        listWithin(paragraph, 'w:t')
          .flatMap(({ children }) => children.filter((child) => typeof child === 'string'))
          .join(''),
      )
      .join('\n'),
  }));
}

function isNoDocument(file: string): ToolkitError {
  return new ToolkitError('not-a-word-document', `${file} is not a Word document: it has no text body`, {
    hint: 'Open it in a word processor and save it as .docx.',
    place: { file },
  });
}
