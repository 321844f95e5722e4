import { decodeEntities } from '../turns/clean-caption.js';
import { type DraftBlock, type DraftPiece, joinPieces } from './draft-block.js';

const tagStart = /<(\/?)([a-z][a-z0-9-]*)|<!--|<[!?]/gi;
const blockNames = new Set(
  'address article aside body blockquote caption dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead title tr ul'.split(
    ' ',
  ),
);
/** Their content is no text of the draft. */
const hiddenNames = new Set(['script', 'style', 'template', 'noscript', 'svg', 'math', 'code', 'textarea']);
/** Within a block quote these say whose words it holds. */
const sourceNames = new Set(['footer', 'cite', 'figcaption']);

/** Entities that stand for typography, beside those of captions. */
const typography: ReadonlyMap<string, string> = new Map([
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['bdquo', '„'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['sbquo', '‚'],
  ['laquo', '«'],
  ['raquo', '»'],
  ['lsaquo', '‹'],
  ['rsaquo', '›'],
  ['hellip', '…'],
  ['mdash', '—'],
  ['ndash', '–'],
  ['shy', ''],
]);

type State = { readonly blocks: DraftBlock[]; pieces: DraftPiece[]; depth: number; line: number };

/** HTML: blocks by their tags, `<blockquote>` as block quote; scripts, styles, code and comments are left out. */
export function readHtmlDraft(text: string): readonly DraftBlock[] {
  const state: State = { blocks: [], pieces: [], depth: 0, line: 1 };
  const tags = new RegExp(tagStart);
  let from = 0;
  for (let match = tags.exec(text); match !== null; match = tags.exec(text)) {
    addText(state, text.slice(from, match.index));
    const name = (match[2] ?? '').toLowerCase();
    const closes = match[1] === '/';
    from = findTagEnd(text, { start: match.index, opening: match[0], name, closes });
    state.line += countLines(text.slice(match.index, from));
    applyTag(state, name, closes);
    tags.lastIndex = from;
  }
  addText(state, text.slice(from));
  closeBlock(state);
  return state.blocks;
}

type FoundTag = {
  readonly start: number;
  readonly opening: string;
  readonly name: string;
  readonly closes: boolean;
};

/** Where a tag ends; of a hidden element, where its closing tag begins. */
function findTagEnd(text: string, { start, opening, name, closes }: FoundTag): number {
  const sign = opening === '<!--' ? '-->' : '>';
  const found = text.indexOf(sign, start + opening.length);
  const end = found === -1 ? text.length : found + sign.length;
  if (closes || !hiddenNames.has(name) || text[end - 2] === '/') return end;
  const closing = new RegExp(`</${name}`, 'gi');
  closing.lastIndex = end;
  return closing.exec(text)?.index ?? text.length;
}

function applyTag(state: State, name: string, closes: boolean): void {
  if (name === 'q') addPiece(state, closes ? '”' : '“');
  if (name === 'br') addPiece(state, '\n');
  if (!blockNames.has(name) && !sourceNames.has(name)) return;
  const isSource = sourceNames.has(name) && state.depth > 0;
  if (!blockNames.has(name) && !isSource) return;
  closeBlock(state);
  if (name === 'blockquote') state.depth = Math.max(0, state.depth + (closes ? -1 : 1));
  if (isSource && !closes) addPiece(state, '— ');
}

function addText(state: State, text: string): void {
  for (const [index, part] of text.split('\n').entries()) {
    if (index > 0) {
      addPiece(state, '\n');
      state.line += 1;
    }
    if (part !== '') addPiece(state, decodeTypography(part));
  }
}

function decodeTypography(text: string): string {
  if (!text.includes('&')) return text;
  return decodeEntities(
    text.replace(/&([a-z]{3,6});/gi, (written, name: string) => typography.get(name) ?? written),
  );
}

function addPiece(state: State, text: string): void {
  state.pieces.push({ text, line: state.line });
}

function closeBlock(state: State): void {
  state.blocks.push(...joinPieces(state.depth > 0 ? 'block-quote' : 'prose', state.pieces));
  state.pieces = [];
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
