import { useEffect, useRef } from 'preact/hooks';

export type DragHandlers = {
  /** The pointer is over this point of the window, with `id` in hand. */
  readonly onMove: (id: string, at: { readonly x: number; readonly y: number }) => void;
  readonly onDrop: (id: string) => void;
  readonly onCancel: () => void;
};

/** Pixels that a pointer goes before a press becomes a drag. */
const SLACK = 6;
/** Pixels from the edge of the window within which it scrolls, and how far at a time. */
const EDGE = 56;
const STEP = 14;

type Held = {
  readonly id: string;
  readonly pointer: number;
  readonly x: number;
  readonly y: number;
  isDragging: boolean;
  lastX: number;
  lastY: number;
};

/**
 * Dragging with mouse, pen or finger. Gives what starts it, for `onPointerDown`; Esc lets go. A drag can always be
 * done by keys and buttons as well, which is the caller's part.
 */
export function useDrag(handlers: DragHandlers): (event: PointerEvent, id: string) => void {
  const latest = useRef(handlers);
  latest.current = handlers;
  const held = useRef<Held | undefined>(undefined);

  useEffect(() => {
    const move = (event: PointerEvent) => {
      const now = held.current;
      if (now === undefined || event.pointerId !== now.pointer) return;
      const isFar = Math.hypot(event.clientX - now.x, event.clientY - now.y) >= SLACK;
      if (!now.isDragging && !isFar) return;
      now.isDragging = true;
      now.lastX = event.clientX;
      now.lastY = event.clientY;
      latest.current.onMove(now.id, { x: event.clientX, y: event.clientY });
    };
    const end = (event: PointerEvent) => {
      const now = held.current;
      if (now === undefined || event.pointerId !== now.pointer) return;
      held.current = undefined;
      if (!now.isDragging) return;
      if (event.type === 'pointerup') latest.current.onDrop(now.id);
      else latest.current.onCancel();
    };
    const letGo = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || held.current?.isDragging !== true) return;
      event.preventDefault();
      held.current = undefined;
      latest.current.onCancel();
    };
    const scroll = setInterval(() => {
      const now = held.current;
      if (now?.isDragging !== true) return;
      const by = now.lastY < EDGE * 2 ? -STEP : now.lastY > innerHeight - EDGE ? STEP : 0;
      if (by === 0) return;
      scrollBy(0, by);
      latest.current.onMove(now.id, { x: now.lastX, y: now.lastY });
    }, 16);
    addEventListener('pointermove', move);
    addEventListener('pointerup', end);
    addEventListener('pointercancel', end);
    addEventListener('keydown', letGo, true);
    return () => {
      clearInterval(scroll);
      removeEventListener('pointermove', move);
      removeEventListener('pointerup', end);
      removeEventListener('pointercancel', end);
      removeEventListener('keydown', letGo, true);
    };
  }, []);

  return (event, id) => {
    if (event.button !== 0) return;
    const { clientX: x, clientY: y, pointerId: pointer } = event;
    held.current = { id, pointer, x, y, isDragging: false, lastX: x, lastY: y };
  };
}
