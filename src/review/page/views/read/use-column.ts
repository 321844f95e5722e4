import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { arrangeNotes } from './arrange-notes.js';
import {
  type Block,
  cutBlocks,
  findBlockOf,
  findWindow,
  guessHeights,
  sumHeights,
  WHOLE_CHARS,
} from './lay-blocks.js';
import { placeUtterance } from './place-utterance.js';
import type { Reading } from './reading.js';
import { placeOnScreen, readSeen } from './screen.js';

/** Heights of blocks, and the means to measure them. */
export type Column = {
  readonly heightOf: (place: number) => number;
  /** Measures a drawn block from now on; gives the way to stop. */
  readonly watch: (frame: HTMLElement, place: number) => () => void;
  readonly tops: () => Float64Array;
};

/** A common setting of the column; what is drawn is measured. */
const SETTING = { charsPerLine: 72, lineHeight: 32, gap: 16 };
/** Drawn above and below the screen, in screens. */
const MARGIN = 1.5;

function openColumn(heights: Float64Array): Column {
  const places = new Map<Element, number>();
  let tops: Float64Array | undefined;
  const observer = new ResizeObserver((entries) => {
    for (const { target, borderBoxSize } of entries) {
      const place = places.get(target);
      const height = borderBoxSize[0]?.blockSize;
      if (place === undefined || height === undefined) continue;
      heights[place] = height;
      if (target instanceof HTMLElement) arrangeNotes(target);
    }
    tops = undefined;
  });
  return {
    heightOf: (place) => heights[place] ?? 0,
    tops: () => {
      tops ??= sumHeights(heights);
      return tops;
    },
    watch: (frame, place) => {
      places.set(frame, place);
      observer.observe(frame);
      return () => {
        places.delete(frame);
        observer.unobserve(frame);
      };
    },
  };
}

/** Blocks that hold the ends of the browser's selection: taking them away would end it. */
function keepSelected(list: Element, blocks: readonly Block[]): Block {
  const selection = getSelection();
  const ends = [selection?.anchorNode, selection?.focusNode].flatMap((node) => {
    const element = node instanceof Element ? node : node?.parentElement;
    const utterance = element?.closest<HTMLElement>('[data-utterance]');
    if (selection?.isCollapsed !== false || utterance == null || !list.contains(utterance)) return [];
    return [findBlockOf(blocks, Number(utterance.dataset.utterance))];
  });
  return ends.length === 0 ? { from: 0, to: 0 } : { from: Math.min(...ends), to: Math.max(...ends) + 1 };
}

const isSame = (a: Block, b: Block): boolean => a.from === b.from && a.to === b.to;
const holds = ({ from, to }: Block, place: number): boolean => place >= from && place < to;

/** Which blocks are drawn, kept up while the page is scrolled, and the way to a place that was jumped to. */
export function useColumn(
  reading: Reading,
  list: RefObject<HTMLDivElement | null>,
): {
  readonly column: Column;
  readonly blocks: readonly Block[];
  readonly isDrawn: (place: number) => boolean;
} {
  const { text, utterances } = reading.transcript.value;
  const blocks = useMemo(() => cutBlocks(utterances), [text]);
  const column = useMemo(() => openColumn(guessHeights(blocks, utterances, SETTING)), [blocks]);
  const isWhole = text.length <= WHOLE_CHARS;
  const [near, setNear] = useState<Block>({ from: 0, to: 2 });
  const [kept, setKept] = useState<Block>({ from: 0, to: 0 });
  const jump = reading.jump.value;
  const aim = jump.turn === 0 ? -1 : findBlockOf(blocks, placeUtterance(utterances, jump.offset));
  const pinned = { from: aim < 0 ? 0 : aim - 1, to: aim < 0 ? 0 : aim + 2 };

  useEffect(() => {
    let frame = 0;
    const look = () => {
      frame = 0;
      const element = list.current;
      if (element === null) return;
      const from = -element.getBoundingClientRect().top;
      const next = findWindow(column.tops(), { from, to: from + innerHeight, margin: MARGIN * innerHeight });
      const selected = keepSelected(element, blocks);
      setNear((old) => (isSame(old, next) ? old : next));
      setKept((old) => (isSame(old, selected) ? old : selected));
      reading.seen.value = readSeen(element, reading.seen.peek());
    };
    const ask = () => {
      frame ||= requestAnimationFrame(look);
    };
    look();
    addEventListener('scroll', ask, { passive: true });
    addEventListener('resize', ask);
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener('scroll', ask);
      removeEventListener('resize', ask);
    };
  }, [blocks, column, list, reading]);

  useLayoutEffect(() => {
    if (jump.turn === 0 || list.current === null) return;
    placeOnScreen(list.current, jump);
    // Blocks around it take their real heights in the next frames; where the browser keeps the place, this does nothing.
    const frame = requestAnimationFrame(() => {
      if (list.current !== null) placeOnScreen(list.current, { ...jump, isGentle: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [jump, list]);

  const isDrawn = (place: number): boolean =>
    isWhole || holds(near, place) || holds(kept, place) || holds(pinned, place);
  return { column, blocks, isDrawn };
}
