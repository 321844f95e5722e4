import { decodeHtml, scanHtml } from '../office/scan-html.js';
import { type DraftBlock, type DraftPiece, joinPieces } from './draft-block.js';

const blockNames = new Set(
  'address article aside body blockquote caption dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead title tr ul'.split(
    ' ',
  ),
);
/** Their content is no text of the draft. */
const hiddenNames = new Set(['script', 'style', 'template', 'noscript', 'svg', 'math', 'code', 'textarea']);
/** Within a block quote these say whose words it holds. */
const sourceNames = new Set(['footer', 'cite', 'figcaption']);

type State = { readonly blocks: DraftBlock[]; pieces: DraftPiece[]; depth: number; line: number };

/** HTML: blocks by their tags, `<blockquote>` as block quote; scripts, styles, code and comments are left out. */
export function readHtmlDraft(text: string): readonly DraftBlock[] {
  const state: State = { blocks: [], pieces: [], depth: 0, line: 1 };
  scanHtml(text, hiddenNames, {
    tag: ({ name, closes }, line) => {
      state.line = line;
      applyTag(state, name, closes);
    },
    text: (written, line) => {
      state.line = line;
      addText(state, written);
    },
  });
  closeBlock(state);
  return state.blocks;
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
    if (part !== '') addPiece(state, decodeHtml(part));
  }
}

function addPiece(state: State, text: string): void {
  state.pieces.push({ text, line: state.line });
}

function closeBlock(state: State): void {
  state.blocks.push(...joinPieces(state.depth > 0 ? 'block-quote' : 'prose', state.pieces));
  state.pieces = [];
}
