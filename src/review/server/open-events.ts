import type { ServerEvent } from '../messages/study.js';

/** Windows that listen, by server-sent events. */
export type Events = {
  /** A stream for one more window; it begins with `first`. Undefined where there are too many. */
  readonly listen: (first: readonly ServerEvent[]) => ReadableStream<Uint8Array> | undefined;
  readonly send: (event: ServerEvent) => void;
  /** Ends every stream. */
  readonly close: () => void;
};

type Window = ReadableStreamDefaultController<Uint8Array>;

const MOST_WINDOWS = 100;
/** Milliseconds between comments that keep a quiet connection open, and tell the page that its server is there. */
const HEARTBEAT = 15_000;
/** Events that a window may leave unread; one that leaves more is cut off and will come back. */
const MOST_UNREAD = 1000;

const encoder = new TextEncoder();
const write = (event: ServerEvent) => encoder.encode(`data: ${JSON.stringify(event)}\n\n`);

/** Begins with no window. */
export function openEvents(): Events {
  const windows = new Set<Window>();
  const leave = (window: Window) => {
    windows.delete(window);
    closeQuietly(window);
  };
  const sendAll = (bytes: Uint8Array) => {
    for (const window of windows) {
      if ((window.desiredSize ?? 0) < -MOST_UNREAD) leave(window);
      else window.enqueue(bytes);
    }
  };
  const heartbeat = setInterval(() => sendAll(encoder.encode(':\n\n')), HEARTBEAT);
  heartbeat.unref();
  return {
    listen: (first) =>
      windows.size >= MOST_WINDOWS
        ? undefined
        : openWindow(windows, [encoder.encode(':\n\n'), ...first.map(write)]),
    send: (event) => sendAll(write(event)),
    close: () => {
      clearInterval(heartbeat);
      for (const window of [...windows]) leave(window);
    },
  };
}

function openWindow(windows: Set<Window>, first: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  let own: Window | undefined;
  return new ReadableStream<Uint8Array>({
    start: (window) => {
      own = window;
      windows.add(window);
      for (const bytes of first) window.enqueue(bytes);
    },
    cancel: () => {
      if (own !== undefined) windows.delete(own);
    },
  });
}

function closeQuietly(window: Window): void {
  try {
    window.close();
  } catch {
    // It was closed from the other side.
  }
}
