import { effect } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { paintSnap, placeAtPoint, readSelection } from './read-selection.js';
import { quotesAt, type Reading } from './reading.js';
import { selectWords } from './select-words.js';

/** A selection that rests for so long is meant. */
const REST_MS = 140;

/** Opens the quote that was clicked; where several lie over one another, each click the next. */
function openClicked(reading: Reading, root: Element, event: MouseEvent): void {
  const selection = getSelection();
  if (selection !== null && !selection.isCollapsed) return;
  const place = placeAtPoint(root, event.clientX, event.clientY);
  if (place === undefined) return;
  reading.origin.value = place;
  reading.caret.value = undefined;
  const isMark = event.target instanceof Element && event.target.closest('[data-quotes]') !== null;
  const panel = reading.panel.peek();
  if (!isMark || panel?.kind === 'mark') return;
  const quotes = quotesAt(reading, place).filter(({ quote }) => quote !== undefined);
  const open = quotes.findIndex(({ id }) => panel?.kind === 'quote' && panel.id === id);
  const next = quotes[(open + 1) % quotes.length];
  if (next !== undefined) reading.panel.value = { kind: 'quote', id: next.id };
}

/** Follows the browser's selection by mouse and touch, shows what would be marked of it, and opens quotes that are clicked. */
export function useSelection(reading: Reading, text: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const root = text.current;
    if (root === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isPressed = false;
    const read = () => {
      if (isPressed || reading.panel.peek()?.kind === 'mark') return;
      const raw = readSelection(root);
      const now = reading.selected.peek();
      if (raw === undefined) {
        if (now?.source === 'pointer') reading.selected.value = undefined;
      } else if (now?.raw.start !== raw.start || now.raw.end !== raw.end) {
        reading.caret.value = undefined;
        void selectWords(reading, { raw, source: 'pointer' });
      }
    };
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(read, REST_MS);
    };
    const press = (event: PointerEvent) => {
      isPressed = event.pointerType === 'mouse';
    };
    const release = () => {
      isPressed = false;
      wait();
    };
    const click = (event: MouseEvent) => openClicked(reading, root, event);
    document.addEventListener('selectionchange', wait);
    root.addEventListener('pointerdown', press);
    document.addEventListener('pointerup', release);
    root.addEventListener('click', click);
    const unpaint = effect(() => {
      const selected = reading.selected.value;
      const isShown = selected?.source === 'pointer' && reading.panel.value?.kind !== 'mark';
      paintSnap(root, isShown ? (selected.span ?? undefined) : undefined);
    });
    return () => {
      clearTimeout(timer);
      unpaint();
      paintSnap(root, undefined);
      document.removeEventListener('selectionchange', wait);
      document.removeEventListener('pointerup', release);
      root.removeEventListener('pointerdown', press);
      root.removeEventListener('click', click);
    };
  }, [reading, text]);
}
