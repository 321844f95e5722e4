import { ToolkitError } from '../../errors.js';
import { openPackage, type SourceBytes } from '../../packages/open-package.js';
import { findChild, joinText, listWithin, readPart, type XmlNode } from '../../packages/read-xml.js';
import type {
  DocumentComment,
  DocumentParagraph,
  DocumentRun,
  LeftOut,
  SourceDocument,
  TableCell,
} from './document.js';
import { type FindOpenStyle, type OpenStyle, readOpenStyles } from './read-open-styles.js';
import { readPeople } from './read-people.js';

type Reading = {
  readonly findStyle: FindOpenStyle;
  readonly paragraphs: DocumentParagraph[];
  readonly comments: DocumentComment[];
  readonly leftOut: { -readonly [Kind in keyof LeftOut]: LeftOut[Kind] };
  openComments: readonly string[];
  cell: TableCell;
};

/** What surrounds an element: a cell, or a part of the document that is no speech. */
type Container = { readonly cell?: TableCell; readonly isHeading: boolean };

/** How the text at hand looks. */
type Look = { readonly isSet: boolean; readonly isHidden: boolean; readonly colour?: string };

const titleStyle = /^(?:title|subtitle|heading_20_\d+|contents_20_.*)$/i;
/** Comments on the same words; what is beyond is no comment that a person made. */
const MOST_COMMENTS = 100;
/** Spaces that one element stands for. */
const MOST_SPACES = 1000;
/** Columns of a table of turns; what repeats a cell more often fills a sheet. */
const MOST_REPEATED = 100;
/** Declarations and drawings in which text stands that nobody reads. */
const unread = new Set([
  'text:tracked-changes',
  'text:sequence-decls',
  'text:variable-decls',
  'text:user-field-decls',
  'office:forms',
  'text:ruby-text',
  'text:note-citation',
  'table:table-columns',
]);

/**
 * Reads an OpenDocument text (.odt): paragraphs, also those of lists, sections and tables, as they read with every
 * tracked change accepted. Throws `ToolkitError` as `openPackage` and `readXml` do, `protected-package` and
 * `not-an-open-document`.
 */
export function readOpenDocument(source: SourceBytes): SourceDocument {
  const opened = openPackage(source);
  const manifest = readPart(opened, 'META-INF/manifest.xml');
  if (manifest !== undefined && listWithin(manifest, 'manifest:encryption-data').length > 0)
    throw isLocked(source.name);
  const content = readPart(opened, 'content.xml');
  const body = findChild(findChild(content, 'office:body'), 'office:text');
  if (body === undefined) throw isNoDocument(source.name);
  const reading: Reading = {
    findStyle: readOpenStyles([content, readPart(opened, 'styles.xml')]),
    paragraphs: [],
    comments: [],
    leftOut: { deletions: countDeletions(body), hidden: 0, embedded: 0, notes: 0, boxes: 0 },
    openComments: [],
    cell: { table: 0, row: 0, column: 0 },
  };
  readBlocks(body, { isHeading: false }, reading);
  const { paragraphs, comments, leftOut } = reading;
  return { paragraphs, comments, leftOut, people: readPeople(opened) };
}

function countDeletions(body: XmlNode): number {
  const changes = findChild(body, 'text:tracked-changes');
  return changes === undefined ? 0 : listWithin(changes, 'text:deletion').length;
}

function readBlocks(node: XmlNode, container: Container, reading: Reading): void {
  for (const child of node.children) {
    if (typeof child !== 'string') readBlock(child, container, reading);
  }
}

function readBlock(node: XmlNode, container: Container, reading: Reading): void {
  const { name, attributes } = node;
  if (unread.has(name)) return;
  if (name === 'text:p' || name === 'text:h') readParagraph(node, container, reading);
  else if (attributes.get('text:display') === 'none' || attributes.get('table:visibility') === 'collapse')
    reading.leftOut.hidden += 1;
  else if (name === 'draw:frame') leaveBoxes(node, reading);
  else if (name === 'office:annotation') readAnnotation(node, reading);
  else if (name === 'text:table-of-content') readBlocks(node, { ...container, isHeading: true }, reading);
  else readBlocks(node, enterTable(node, container, reading), reading);
}

/** What an element of a table makes of its container; tables within a cell are part of it. */
function enterTable({ name, attributes }: XmlNode, container: Container, reading: Reading): Container {
  if (container.cell !== undefined) return container;
  const { table, row, column } = reading.cell;
  if (name === 'table:table') reading.cell = { table: table + 1, row: 0, column: 0 };
  else if (name === 'table:table-row') reading.cell = { table, row: row + 1, column: 0 };
  if (name !== 'table:table-cell' && name !== 'table:covered-table-cell') return container;
  const repeated = Number(attributes.get('table:number-columns-repeated') ?? 1);
  const count = repeated >= 1 && repeated <= MOST_REPEATED ? Math.floor(repeated) : 1;
  reading.cell = { table, row, column: column + count };
  return { ...container, cell: { table, row, column: column + 1 } };
}

function readParagraph(node: XmlNode, { cell, isHeading }: Container, reading: Reading): void {
  const style = reading.findStyle('paragraph', node.attributes.get('text:style-name'));
  const runs: DocumentRun[] = [];
  const number = reading.paragraphs.length + 1;
  reading.paragraphs.push({
    number,
    isHeading: isHeading || node.name === 'text:h' || style.names.some((name) => titleStyle.test(name)),
    ...(cell === undefined ? {} : { cell }),
    runs,
  });
  const plain = { isSet: style.isSet ?? false, isHidden: style.isHidden ?? false };
  readInline(node, { reading, runs, look: plain });
}

type Line = { readonly reading: Reading; readonly runs: DocumentRun[]; readonly look: Look };

function readInline(node: XmlNode, line: Line): void {
  for (const child of node.children) {
    if (typeof child === 'string') addText(line, foldWhite(child, line));
    else readElement(child, line);
  }
}

/** White space of the file is one space, and none where a line of text begins. */
function foldWhite(text: string, { runs }: Line): string {
  const folded = text.replace(/[ \t\r\n]+/g, ' ');
  const before = runs.at(-1)?.text ?? '\n';
  return folded.startsWith(' ') && /[ \n]$/.test(before) ? folded.slice(1) : folded;
}

function readElement(node: XmlNode, line: Line): void {
  const { name, attributes } = node;
  const { reading } = line;
  if (unread.has(name)) return;
  if (name === 'text:s') {
    const count = Number(attributes.get('text:c') ?? 1);
    addText(line, ' '.repeat(count >= 0 && count <= MOST_SPACES ? Math.floor(count) : 1));
  } else if (name === 'text:tab') addText(line, '\t');
  else if (name === 'text:line-break') addText(line, '\n');
  else if (name === 'text:span') {
    const style = reading.findStyle('text', attributes.get('text:style-name'));
    readInline(node, { ...line, look: changeLook(line.look, style) });
  } else if (name === 'office:annotation') readAnnotation(node, reading);
  else if (name === 'office:annotation-end') {
    const id = attributes.get('office:name');
    reading.openComments = reading.openComments.filter((open) => open !== id);
  } else if (name === 'text:note') reading.leftOut.notes += listWithin(node, 'text:p').length;
  else if (name === 'draw:frame') leaveBoxes(node, reading);
  else if (name === 'text:hidden-text' || name === 'text:hidden-paragraph') reading.leftOut.hidden += 1;
  else readInline(node, line);
}

function changeLook(look: Look, { isSet, isHidden, colour }: OpenStyle): Look {
  const kept = colour ?? look.colour;
  return {
    isSet: isSet ?? look.isSet,
    isHidden: isHidden ?? look.isHidden,
    ...(kept === undefined ? {} : { colour: kept }),
  };
}

function addText({ reading, runs, look }: Line, text: string): void {
  if (text === '') return;
  if (look.isHidden) {
    if (text.trim() !== '') reading.leftOut.hidden += 1;
    return;
  }
  const { isSet, colour = 'none' } = look;
  const marked = colour === 'none' ? {} : { colour };
  runs.push({ text: text.replaceAll('\u00ad', ''), isSet, ...marked, commentIds: reading.openComments });
}

/** A comment; one without a name, or whose end is missing, hangs on a point. */
function readAnnotation(node: XmlNode, reading: Reading): void {
  const id = node.attributes.get('office:name') ?? `at ${reading.comments.length + 1}`;
  const author = findChild(node, 'dc:creator');
  reading.comments.push({
    id,
    author: author === undefined ? '' : joinText(author),
    text: listWithin(node, 'text:p').map(joinText).join('\n'),
  });
  if (node.attributes.has('office:name'))
    reading.openComments = [...reading.openComments, id].slice(0, MOST_COMMENTS);
}

function leaveBoxes(node: XmlNode, { leftOut }: Reading): void {
  for (const box of listWithin(node, 'draw:text-box')) leftOut.boxes += listWithin(box, 'text:p').length;
}

function isLocked(file: string): ToolkitError {
  return new ToolkitError('protected-package', `${file} is protected by a password`, {
    hint: 'Save it again without a password.',
    place: { file },
  });
}

function isNoDocument(file: string): ToolkitError {
  return new ToolkitError(
    'not-an-open-document',
    `${file} is not an OpenDocument text: it has no text body`,
    {
      hint: 'Open it in a word processor and save it as .odt or .docx.',
      place: { file },
    },
  );
}
