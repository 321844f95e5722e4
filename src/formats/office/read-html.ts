import {
  type DocumentComment,
  type DocumentParagraph,
  type DocumentRun,
  nothingLeftOut,
  type SourceDocument,
  type TableCell,
} from './document.js';
import { type HtmlClasses, type HtmlLook, readAttribute, readClasses, readLook } from './read-html-looks.js';
import { decodeHtml, type HtmlTag, scanHtml } from './scan-html.js';

/** An element that is open, with the look of the text within. */
type OpenElement = {
  readonly name: string;
  readonly look: Required<HtmlLook>;
  readonly isDeleted: boolean;
  readonly isReference: boolean;
  /** Its white space is kept. */
  readonly isKept: boolean;
};

type State = {
  readonly paragraphs: DocumentParagraph[];
  runs: DocumentRun[];
  readonly open: OpenElement[];
  readonly classes: HtmlClasses;
  readonly people: string[];
  /** The cell at hand; column 0 outside of cells. */
  cell: TableCell;
  /** Tables that are open: those within a cell are part of it. */
  tables: number;
  /** How many elements were open when comments or notes began, which stand below the text; -1 in the text. */
  aside: number;
  readonly comments: DocumentComment[];
  deletions: number;
  hidden: number;
  notes: number;
};

const blockNames = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const skippedNames = new Set(
  'script style template noscript svg math textarea select button title nav iframe object'.split(' '),
);
const voidNames = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
const headingName = /^h[1-6]$/;
/** Opening one of these ends what is open of the same kind: their closing tags may be missing. */
const selfClosing = new Set(['p', 'li', 'td', 'th', 'tr', 'dt', 'dd']);
/** Elements within elements; what is deeper has the look of these. */
const DEEPEST = 500;
const plain: Required<HtmlLook> = { isSet: false, isHidden: false, colour: 'none' };

/** Reads HTML: paragraphs by its blocks, tables by their cells; scripts, styles and forms are no text. Never throws. */
export function readHtml(text: string): SourceDocument {
  const state: State = {
    paragraphs: [],
    runs: [],
    open: [],
    classes: readClasses(joinSheets(text)),
    people: [],
    cell: { table: 0, row: 0, column: 0 },
    tables: 0,
    aside: -1,
    comments: [],
    deletions: 0,
    hidden: 0,
    notes: 0,
  };
  scanHtml(text, skippedNames, {
    tag: (tag) => (tag.closes ? closeElement(state, tag.name) : openElement(state, tag)),
    text: (written) => addText(state, decodeHtml(written)),
  });
  closeParagraph(state);
  const { paragraphs, comments, people, deletions, hidden, notes } = state;
  return { paragraphs, comments, people, leftOut: { ...nothingLeftOut, deletions, hidden, notes } };
}

function joinSheets(text: string): string {
  const sheets: string[] = [];
  const opening = /<style\b[^<>]*>/gi;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const end = text.indexOf('</style', opening.lastIndex);
    sheets.push(text.slice(opening.lastIndex, end === -1 ? text.length : end));
    if (end === -1) break;
    opening.lastIndex = end;
  }
  return sheets.join('\n');
}

function openElement(state: State, { name, attributes }: HtmlTag): void {
  if (name === 'br') addRun(state, '\n');
  else if (name === 'q') addRun(state, '“');
  else if (name === 'meta' && readAttribute(attributes, 'name')?.toLowerCase() === 'author')
    state.people.push(readAttribute(attributes, 'content') ?? '');
  if (blockNames.has(name)) closeParagraph(state);
  if (name === '' || voidNames.has(name) || skippedNames.has(name)) return;
  if (selfClosing.has(name) && state.open.at(-1)?.name === name) state.open.pop();
  enterTable(state, name);
  if (state.open.length >= DEEPEST) return;
  const outer = state.open.at(-1);
  const look = { ...(outer?.look ?? plain), ...readLook(name, attributes, state.classes) };
  const isHidden = look.isHidden || outer?.look.isHidden === true;
  const target = name === 'a' ? (readAttribute(attributes, 'href') ?? '') : '';
  const isReference = /^#(?:cmnt|ftnt)(?:_ref)?\d/.test(target);
  if (isReference && target.includes('_ref')) beginAside(state, target.startsWith('#cmnt'));
  const isDeleted = name === 'del' || outer?.isDeleted === true;
  const isKept = name === 'pre' || outer?.isKept === true;
  state.open.push({ name, look: { ...look, isHidden }, isDeleted, isReference, isKept });
}

/** Google Docs puts comments and notes below the text, each in a block that begins with a link back. */
function beginAside(state: State, isComment: boolean): void {
  const block = state.open.findLastIndex(({ name }) => name === 'div');
  state.aside = block === -1 ? state.open.length : block;
  if (isComment) state.comments.push({ id: `at ${state.comments.length + 1}`, author: '', text: '' });
  else state.notes += 1;
}

function enterTable(state: State, name: string): void {
  const { table, row, column } = state.cell;
  if (name === 'table') state.tables += 1;
  if (state.tables !== 1) return;
  if (name === 'table') state.cell = { table: table + 1, row: 0, column: 0 };
  else if (name === 'tr') state.cell = { table, row: row + 1, column: 0 };
  else if (name === 'td' || name === 'th') state.cell = { table, row: Math.max(1, row), column: column + 1 };
}

function closeElement(state: State, name: string): void {
  if (name === 'q') addRun(state, '”');
  if (blockNames.has(name)) closeParagraph(state);
  const at = state.open.findLastIndex((element) => element.name === name);
  if (at !== -1) state.open.length = at;
  if (state.open.length <= state.aside) state.aside = -1;
  if (name !== 'table' || state.tables === 0) return;
  state.tables -= 1;
  if (state.tables === 0) state.cell = { ...state.cell, column: 0 };
}

function addText(state: State, text: string): void {
  const isKept = state.open.at(-1)?.isKept === true;
  const folded = isKept ? text : text.replace(/[ \t\n\f]+/g, ' ');
  const before = state.runs.at(-1)?.text ?? '\n';
  const isDouble = !isKept && folded.startsWith(' ') && /[ \n]$/.test(before);
  addRun(state, isDouble ? folded.slice(1) : folded);
}

function addRun(state: State, text: string): void {
  const element = state.open.at(-1);
  const { isSet, isHidden, colour } = element?.look ?? plain;
  if (text === '' || element?.isReference) return;
  if (isHidden || element?.isDeleted) {
    if (text.trim() === '') return;
    if (isHidden) state.hidden += 1;
    else state.deletions += 1;
    return;
  }
  const marked = colour === 'none' ? {} : { colour };
  state.runs.push({ text: text.replaceAll('\u00ad', ''), isSet, commentIds: [], ...marked });
}

/** Ends a paragraph; blocks within blocks leave no empty ones. */
function closeParagraph(state: State): void {
  const { runs, cell, paragraphs } = state;
  state.runs = [];
  if (state.aside !== -1 || runs.every(({ text }) => text.trim() === '')) return;
  paragraphs.push({
    number: paragraphs.length + 1,
    isHeading: state.open.some(({ name }) => headingName.test(name)),
    ...(state.tables > 0 && cell.column > 0 ? { cell } : {}),
    runs,
  });
}
