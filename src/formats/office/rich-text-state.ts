import { decodeCharacters } from './decode-characters.js';
import type { DocumentComment, DocumentParagraph, DocumentRun, LeftOut, TableCell } from './document.js';
import type { Destination } from './rich-text-words.js';

/** What a group hands down to those within it, and forgets where it ends. */
export type Group = {
  into: Destination;
  /** Text of a destination that is not the document's own; groups of one destination share it. */
  aside: { text: string };
  isIgnorable: boolean;
  isBold: boolean;
  /** In italics, underlined or in capitals. */
  isStyled: boolean;
  isHidden: boolean;
  isDeleted: boolean;
  /** Numbers in the table of colours; 0 is none. */
  marker: number;
  shade: number;
  font: number;
  /** How many characters after `\u` say the same to older programs. */
  fallbacks: number;
  isInTable: boolean;
  style: number;
};

/** Where the reading of an RTF file has come to. */
export type RichTextState = {
  readonly groups: Group[];
  readonly paragraphs: DocumentParagraph[];
  runs: DocumentRun[];
  /** The cell at hand; column 0 outside of tables. */
  cell: TableCell;
  readonly comments: DocumentComment[];
  openComments: readonly string[];
  readonly leftOut: { -readonly [Kind in keyof LeftOut]: LeftOut[Kind] };
  readonly people: string[];
  readonly encodings: Map<number, string>;
  readonly headings: Set<number>;
  readonly colours: string[];
  encoding: string;
  author: string;
  commentNumber: string;
  bytes: number[];
  /** Characters still to be left out after `\u`. */
  skip: number;
};

const plainGroup: Omit<Group, 'aside'> = {
  into: 'text',
  isIgnorable: false,
  isBold: false,
  isStyled: false,
  isHidden: false,
  isDeleted: false,
  marker: 0,
  shade: 0,
  font: 0,
  fallbacks: 1,
  isInTable: false,
  style: 0,
};

/** Comments on the same words; what is beyond is no comment that a person made. */
const MOST_COMMENTS = 100;
const headingName = /^(?:heading \d|title|subtitle|toc \d|toc heading)\s*;?$/i;

export function startRichText(): RichTextState {
  return {
    groups: [],
    paragraphs: [],
    runs: [],
    cell: { table: 0, row: 0, column: 0 },
    comments: [],
    openComments: [],
    leftOut: { deletions: 0, hidden: 0, embedded: 0, notes: 0, boxes: 0 },
    people: [],
    encodings: new Map(),
    headings: new Set(),
    colours: [],
    encoding: 'windows-1252',
    author: '',
    commentNumber: '',
    bytes: [],
    skip: 0,
  };
}

/** The group at hand. */
export function findGroup({ groups }: RichTextState): Group {
  const last = groups.at(-1);
  if (last !== undefined) return last;
  const first = { ...plainGroup, aside: { text: '' } };
  groups.push(first);
  return first;
}

export function openGroup(state: RichTextState): void {
  flushBytes(state);
  state.skip = 0;
  const group = findGroup(state);
  const isStyle = group.into === 'styles';
  state.groups.push({ ...group, isIgnorable: false, ...(isStyle ? { aside: { text: '' } } : {}) });
}

export function closeGroup(state: RichTextState): void {
  flushBytes(state);
  state.skip = 0;
  const closed = findGroup(state);
  if (state.groups.length === 1) return;
  state.groups.pop();
  if (findGroup(state).aside !== closed.aside) closeDestination(state, closed);
}

/** Sends what follows in this group somewhere else than into the document. */
export function redirectGroup(state: RichTextState, into: Destination): void {
  const group = findGroup(state);
  const isClosed = group.into === 'nothing' && into !== 'person' && into !== 'box';
  group.into = isClosed ? 'nothing' : into;
  group.aside = { text: '' };
}

/** What a destination has told, once it ends. */
function closeDestination(state: RichTextState, { into, aside, style }: Group): void {
  const text = aside.text.trim();
  if (into === 'person' && text !== '') state.people.push(text);
  else if (into === 'author') state.author = text;
  else if (into === 'comment-number') state.commentNumber = text;
  else if (into === 'comment-start')
    state.openComments = [...state.openComments, text].slice(0, MOST_COMMENTS);
  else if (into === 'comment-end') state.openComments = state.openComments.filter((open) => open !== text);
  else if (into === 'note') state.leftOut.notes += 1;
  else if (into === 'box') state.leftOut.boxes += 1;
  else if (into === 'styles' && headingName.test(text)) state.headings.add(style);
  else if (into === 'comment') {
    const id = state.commentNumber === '' ? `at ${state.comments.length + 1}` : state.commentNumber;
    state.comments.push({ id, author: state.author, text });
    state.commentNumber = '';
  }
}

export function addByte(state: RichTextState, byte: number): void {
  if (state.skip > 0) state.skip -= 1;
  else state.bytes.push(byte);
}

/** Puts characters that were written as bytes into the text: only together do those of East Asian encodings mean one. */
export function flushBytes(state: RichTextState): void {
  if (state.bytes.length === 0) return;
  const encoding = state.encodings.get(findGroup(state).font) ?? state.encoding;
  const text = decodeCharacters(state.bytes, encoding);
  state.bytes = [];
  addText(state, text);
}

/** Text of the file, of which older programs' spellings are left out. */
export function addWritten(state: RichTextState, text: string): void {
  const cut = Math.min(state.skip, text.length);
  state.skip -= cut;
  addText(state, text.slice(cut));
}

export function addText(state: RichTextState, text: string): void {
  flushBytes(state);
  const group = findGroup(state);
  if (text === '' || group.into === 'nothing') return;
  if (group.into !== 'text') {
    group.aside.text += text;
    return;
  }
  if (group.isDeleted || group.isHidden) {
    countLeftOut(state, group, text);
    return;
  }
  const colour = state.colours[group.marker] || state.colours[group.shade] || '';
  const commentIds = state.openComments;
  const isSet = group.isBold || group.isStyled;
  const last = state.runs.at(-1);
  const isSame = last?.isSet === isSet && (last.colour ?? '') === colour && last.commentIds === commentIds;
  if (last !== undefined && isSame) state.runs[state.runs.length - 1] = { ...last, text: last.text + text };
  else state.runs.push({ text, isSet, commentIds, ...(colour === '' ? {} : { colour }) });
}

function countLeftOut({ leftOut }: RichTextState, { isDeleted }: Group, text: string): void {
  if (isDeleted) leftOut.deletions += 1;
  else if (text.trim() !== '') leftOut.hidden += 1;
}

/** Ends a paragraph; one that a cell ends is part of a table whether it says so or not. */
export function closeParagraph(state: RichTextState, isCell: boolean): void {
  flushBytes(state);
  const group = findGroup(state);
  if (group.into !== 'text') {
    if (group.into !== 'nothing') group.aside.text += '\n';
    return;
  }
  const isInTable = isCell || group.isInTable;
  const { table, row, column } = state.cell;
  if (isInTable && column === 0) state.cell = { table: table + 1, row: 1, column: 1 };
  if (!isInTable && column > 0) state.cell = { table, row, column: 0 };
  state.paragraphs.push({
    number: state.paragraphs.length + 1,
    isHeading: state.headings.has(group.style),
    ...(isInTable ? { cell: state.cell } : {}),
    runs: state.runs,
  });
  state.runs = [];
}
