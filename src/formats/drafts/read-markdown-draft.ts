import { scanInline } from '../turns/scan-inline.js';
import { type DraftBlock, type DraftPiece, joinPieces } from './draft-block.js';

type Line = DraftPiece & { readonly kind: DraftBlock['kind'] };

const frontMatter = /^---\n[\s\S]*?\n(?:---|\.\.\.)(?:\n|$)/;
const fence = /^\s{0,3}(?:`{3,}|~{3,})/;
const quoteSign = /^\s{0,3}(?:>\s?)+/;
/** `> [!NOTE]` sets a remark apart; nobody is quoted in it. */
const callout = /^\[![A-Z]+\]/;
const ownBlock = /^\s{0,3}(?:#{1,6}\s|[-*+]\s|\d{1,9}[.)]\s|\|)/;
const sign = /^\s{0,3}(?:#{1,6}\s+|[-*+]\s+|\d{1,9}[.)]\s+)/;
const footnote = /\[\^[^\]\s]{1,40}\]:?/g;
const quoteTag = /<(\/?)q(?:\s[^<>]*)?>/gi;
const blockTag = /<(\/?)blockquote(?:\s[^<>]*)?>/gi;

/** Markdown: block quotes by `>` or by tag; front matter, code and comments are left out. */
export function readMarkdownDraft(text: string): readonly DraftBlock[] {
  const blocks: DraftBlock[] = [];
  let open: Line[] = [];
  const close = () => {
    const kind = open[0]?.kind ?? 'prose';
    blocks.push(...joinPieces(callout.test(open[0]?.text ?? '') ? 'prose' : kind, open));
    open = [];
  };
  for (const line of listLines(text)) {
    const isEmpty = line.text.trim() === '';
    // A plain line right after a quoted one goes on with it (CommonMark: lazy continuation).
    const goesOn = open[0]?.kind === line.kind || (open.length > 0 && line.kind === 'prose');
    if (isEmpty || !goesOn || ownBlock.test(line.text)) close();
    if (!isEmpty) open.push({ ...line, text: `${cleanLine(line.text)}\n` });
  }
  close();
  return blocks;
}

/** The lines that hold words of the draft, each with whether it is quoted; others are left empty. */
function listLines(text: string): readonly Line[] {
  const skipped = (frontMatter.exec(text)?.[0] ?? '').split('\n').length - 1;
  let state: 'words' | 'code' | 'comment' = 'words';
  let isTagged = false;
  return text.split('\n').map((written, index) => {
    const line = index + 1;
    if (index < skipped) return { kind: 'prose', text: '', line };
    if (state !== 'comment' && fence.test(written)) {
      state = state === 'code' ? 'words' : 'code';
      return { kind: 'prose', text: '', line };
    }
    if (state === 'code') return { kind: 'prose', text: '', line };
    const shown = hideComments(written, state === 'comment');
    state = shown.isOpen ? 'comment' : 'words';
    const tags = [...shown.text.matchAll(blockTag)];
    const isQuoted = isTagged || tags.length > 0 || quoteSign.test(shown.text);
    const last = tags.at(-1);
    if (last !== undefined) isTagged = last[1] === '';
    const words = shown.text.replace(blockTag, '').replace(quoteSign, '');
    return { kind: isQuoted ? 'block-quote' : 'prose', text: words, line };
  });
}

/** A line without its comments, and whether one is open at its end. */
function hideComments(line: string, wasOpen: boolean): { readonly text: string; readonly isOpen: boolean } {
  let isOpen = wasOpen;
  let text = '';
  for (let at = 0; at < line.length; ) {
    const found = line.indexOf(isOpen ? '-->' : '<!--', at);
    const end = found === -1 ? line.length : found;
    if (!isOpen) text += line.slice(at, end);
    if (found === -1) break;
    at = end + (isOpen ? 3 : 4);
    isOpen = !isOpen;
  }
  return { text, isOpen };
}

/** A line's words without signs of Markdown. */
function cleanLine(line: string): string {
  const bare = line
    .replace(sign, '')
    .replace(footnote, '')
    .replace(quoteTag, (_, closes: string) => (closes === '' ? '“' : '”'));
  return scanInline(bare, 'markdown')
    .map((piece) => {
      if (piece.kind === 'sign') return '';
      return piece.kind === 'emphasis' && (piece.mayOpen || piece.mayClose) ? '' : piece.text;
    })
    .join('');
}
