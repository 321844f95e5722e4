import type { Stretch } from './place-utterance.js';

/** Pieces of text carry in `data-start` where in the transcript they begin. */
const PIECE = '[data-start]';

function startOf(piece: Element | null): number {
  return piece instanceof HTMLElement ? Number(piece.dataset.start) : Number.NaN;
}

/** The place in the transcript of a boundary of the browser's selection; `undefined` outside its words. */
function placeOf(root: Element, node: Node, offset: number): number | undefined {
  if (node instanceof Text) {
    const start = startOf(node.parentElement?.closest(PIECE) ?? null);
    if (!Number.isNaN(start)) return start + offset;
  }
  const point = new Range();
  point.setStart(node, offset);
  let last: number | undefined;
  for (const piece of root.querySelectorAll(PIECE)) {
    if (point.comparePoint(piece, 0) >= 0) return last ?? startOf(piece);
    last = startOf(piece) + (piece.textContent?.length ?? 0);
  }
  return last;
}

/** What of the transcript the browser's selection holds; `undefined` where nothing, or where it lies outside. */
export function readSelection(root: Element): Stretch | undefined {
  const selection = getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(root)) return undefined;
  const start = placeOf(root, range.startContainer, range.startOffset);
  const end = placeOf(root, range.endContainer, range.endOffset);
  return start === undefined || end === undefined || end <= start ? undefined : { start, end };
}

/** A range over a stretch of the transcript, as far as it is drawn. */
export function makeRange(root: Element, { start, end }: Stretch): Range | undefined {
  const pieces = [...root.querySelectorAll(PIECE)].filter((piece) => {
    const from = startOf(piece);
    return from < end && from + (piece.textContent?.length ?? 0) > start;
  });
  const first = findText(pieces[0]);
  const last = findText(pieces.at(-1));
  if (first === undefined || last === undefined) return undefined;
  const range = new Range();
  range.setStart(first, Math.max(0, start - startOf(pieces[0] ?? null)));
  range.setEnd(last, Math.min(last.length, end - startOf(pieces.at(-1) ?? null)));
  return range;
}

function findText(piece: Element | undefined): Text | undefined {
  if (piece === undefined) return undefined;
  const node = document.createTreeWalker(piece, NodeFilter.SHOW_TEXT).nextNode();
  return node instanceof Text ? node : undefined;
}

/** Shows what would be marked without touching the text, so that the browser's selection stays as it is. */
export function paintSnap(root: Element, span: Stretch | undefined): void {
  if (typeof Highlight === 'undefined') return;
  const range = span === undefined ? undefined : makeRange(root, span);
  if (range === undefined) CSS.highlights.delete('read-snap');
  else CSS.highlights.set('read-snap', new Highlight(range));
}

/** The place of the character under a point of the screen; `undefined` where there is none. */
export function placeAtPoint(root: Element, x: number, y: number): number | undefined {
  const caret = document.caretPositionFromPoint?.(x, y);
  return caret == null ? undefined : placeOf(root, caret.offsetNode, caret.offset);
}
