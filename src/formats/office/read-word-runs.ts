import { findChild, type XmlNode } from '../../packages/read-xml.js';
import type { FindStyle, WordStyle } from './read-word-styles.js';
import { readSwitch } from './read-word-styles.js';
import type { WordRun } from './word-document.js';

/** A note that a paragraph refers to. */
export type NoteReference = { readonly kind: 'footnote' | 'endnote'; readonly id: string };

/** What one paragraph holds. */
export type WordLine = {
  readonly runs: readonly WordRun[];
  /** In the order in which they stand in it. */
  readonly notes: readonly NoteReference[];
  /** Contents of text boxes that hang on it. */
  readonly boxes: readonly XmlNode[];
};

/** Counts, and comment ranges that are open, over all paragraphs of a document. */
export type WordState = {
  readonly findStyle: FindStyle;
  openComments: readonly string[];
  deletions: number;
  hidden: number;
  embedded: number;
};

type Line = {
  readonly state: WordState;
  readonly style: WordStyle;
  readonly runs: WordRun[];
  readonly notes: NoteReference[];
  readonly boxes: XmlNode[];
  /** Fields that are open, inmost last: their codes are no text, their results are. */
  readonly fields: ('code' | 'result')[];
};

/** Signs that stand as elements. A hyphen that does not break is one to a reader. */
const signs: ReadonlyMap<string, string> = new Map([
  ['w:tab', '\t'],
  ['w:ptab', '\t'],
  ['w:br', '\n'],
  ['w:cr', '\n'],
  ['w:noBreakHyphen', '-'],
  ['w:softHyphen', ''],
]);
/** Comments on the same words; what is beyond is no comment that a person made. */
const MOST_COMMENTS = 100;
/** Fields within fields. */
const MOST_FIELDS = 20;
const softHyphens = /\u00ad/g;
/** A character of a symbol font, whose sign depends on the font. */
const privateUse = /[\ue000-\uf8ff]/u;

/** The text of a paragraph as it reads with every tracked change accepted, without hidden text and field codes. */
export function readWordLine(paragraph: XmlNode, style: WordStyle, state: WordState): WordLine {
  const line: Line = { state, style, runs: [], notes: [], boxes: [], fields: [] };
  for (const child of paragraph.children) if (typeof child !== 'string') visit(child, line);
  return line;
}

function visit(node: XmlNode, line: Line): void {
  const { state } = line;
  const id = node.attributes.get('w:id') ?? '';
  switch (node.name) {
    case 'w:del':
    case 'w:moveFrom':
      state.deletions += 1;
      return;
    case 'w:pPr':
    case 'w:rt':
      return;
    case 'w:commentRangeStart':
      state.openComments = [...state.openComments, id].slice(0, MOST_COMMENTS);
      return;
    case 'w:commentRangeEnd':
      state.openComments = state.openComments.filter((open) => open !== id);
      return;
    case 'w:r':
      readRun(node, line);
      return;
    default:
      visitAll(chooseAlternative(node), line);
  }
}

function visitAll({ children }: XmlNode, line: Line): void {
  for (const child of children) if (typeof child !== 'string') visit(child, line);
}

/** Of several versions of one thing, the first is the one that today's programs show. */
export function chooseAlternative(node: XmlNode): XmlNode {
  if (node.name !== 'mc:AlternateContent') return node;
  return findChild(node, 'mc:Choice') ?? findChild(node, 'mc:Fallback') ?? node;
}

function readRun(run: XmlNode, line: Line): void {
  const properties = findChild(run, 'w:rPr');
  const named = findChild(properties, 'w:rStyle')?.attributes.get('w:val');
  const styles = [...(named === undefined ? [] : [line.state.findStyle(named)]), line.style];
  const isHidden = readSwitch(properties, 'w:vanish') ?? styles.some((style) => style.isHidden);
  const text = readSigns(run, line);
  if (text === '') return;
  if (isHidden) {
    line.state.hidden += 1;
    return;
  }
  const highlight = readHighlight(properties);
  line.runs.push({
    text,
    isBold: readSwitch(properties, 'w:b') ?? styles.some((style) => style.isBold),
    ...(isStyled(properties) ? { isStyled: true } : {}),
    ...(highlight === undefined ? {} : { highlight }),
    commentIds: line.state.openComments,
  });
}

/** Looks by which people set a speaker's name apart, beside bold. */
function isStyled(properties: XmlNode | undefined): boolean {
  if (properties === undefined) return false;
  const isOn = (name: string) => readSwitch(properties, name) === true;
  const read = (name: string) => findChild(properties, name)?.attributes.get('w:val');
  const colour = read('w:color') ?? 'auto';
  return (
    ['w:i', 'w:caps', 'w:smallCaps'].some(isOn) ||
    (read('w:u') ?? 'none') !== 'none' ||
    (colour !== 'auto' && colour !== '000000') ||
    read('w:rStyle') !== undefined
  );
}

function readSigns(node: XmlNode, line: Line): string {
  let text = '';
  for (const child of node.children) {
    if (typeof child === 'string' || child.name === 'w:rPr') continue;
    if (child.name === 'w:fldChar') followField(child.attributes.get('w:fldCharType'), line.fields);
    else if (!line.fields.includes('code')) text += readSign(child, line);
  }
  return text;
}

function readSign(node: XmlNode, line: Line): string {
  if (node.name === 'w:t') {
    const words = node.children.filter((child) => typeof child === 'string').join('');
    return words.replace(softHyphens, '');
  }
  const sign = signs.get(node.name);
  if (sign !== undefined) return sign;
  if (node.name === 'w:sym') return readSymbol(node.attributes.get('w:char') ?? '');
  if (node.name === 'w:footnoteReference' || node.name === 'w:endnoteReference') {
    const kind = node.name === 'w:footnoteReference' ? 'footnote' : 'endnote';
    line.notes.push({ kind, id: node.attributes.get('w:id') ?? '' });
  } else if (node.name === 'w:ruby') visitAll(node, line);
  else collectBoxes(node, line.boxes);
  return '';
}

/** Text boxes stand within drawings, often twice: as Word draws them today, and as it did before 2010. */
function collectBoxes(node: XmlNode, boxes: XmlNode[]): void {
  if (node.name === 'w:txbxContent') {
    boxes.push(node);
    return;
  }
  for (const child of chooseAlternative(node).children) {
    if (typeof child !== 'string') collectBoxes(child, boxes);
  }
}

function followField(kind: string | undefined, fields: ('code' | 'result')[]): void {
  if (kind === 'begin' && fields.length < MOST_FIELDS) fields.push('code');
  else if (kind === 'end') fields.pop();
  else if (kind === 'separate' && fields.length > 0) fields[fields.length - 1] = 'result';
}

function readSymbol(code: string): string {
  const value = /^[0-9a-f]{1,5}$/i.test(code) ? Number.parseInt(code, 16) : 0;
  const sign = value > 31 && (value < 0xd800 || value > 0xdfff) ? String.fromCodePoint(value) : '\ufffd';
  return privateUse.test(sign) ? '\ufffd' : sign;
}

function readHighlight(properties: XmlNode | undefined): string | undefined {
  const marker = findChild(properties, 'w:highlight')?.attributes.get('w:val');
  if (marker !== undefined && marker !== 'none') return marker;
  const shade = findChild(properties, 'w:shd')?.attributes.get('w:fill');
  return shade === undefined || shade === 'auto' || /^f{6}$/i.test(shade) ? undefined : shade;
}
