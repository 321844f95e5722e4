import { signal } from '@preact/signals';
import { eventSchema, type ServerEvent } from '../../messages/study.js';
import { openStream } from './ask.js';
import { readEvents } from './read-events.js';
import { connection, sessionKey } from './session.js';
import { suggestedVersion, version } from './versions.js';

/** What the server says keeps it from writing; empty where nothing does. */
export const serverTrouble = signal('');

/** What others did last, in words, and who. */
export const news = signal({ by: '', told: '' });

const RETRY_MS = [250, 500, 1000, 2000];
/** The server sends something every 15 s; a stream that is silent for longer is dead. */
const SILENCE_MS = 40_000;

let latest = 0;

/** Has every view load anew, once for each version of the study. */
export function showChange(made: number): void {
  if (made <= latest) return;
  latest = made;
  version.value += 1;
}

function takeEvent(event: ServerEvent): void {
  if (event.kind === 'suggested') suggestedVersion.value += 1;
  if (event.kind === 'trouble') serverTrouble.value = event.message;
  if (event.kind !== 'changed') return;
  news.value = { by: event.by, told: event.told };
  showChange(event.version);
}

function readEvent(data: string): ServerEvent | undefined {
  try {
    return eventSchema.safeParse(JSON.parse(data)).data;
  } catch {
    return undefined;
  }
}

/** Follows one stream until it ends or falls silent. */
async function followOnce(): Promise<boolean> {
  const stop = new AbortController();
  let timer = setTimeout(() => stop.abort(), SILENCE_MS);
  try {
    const stream = await openStream('/api/events', stop.signal);
    if (stream === undefined) return false;
    // Whatever changed while nobody listened is not told again, and a server that was restarted counts anew.
    latest = 0;
    version.value += 1;
    serverTrouble.value = '';
    for await (const data of readEvents(stream)) {
      clearTimeout(timer);
      timer = setTimeout(() => stop.abort(), SILENCE_MS);
      const event = readEvent(data);
      if (event !== undefined) takeEvent(event);
    }
    return true;
  } catch {
    return true;
  } finally {
    clearTimeout(timer);
  }
}

/** Listens for changes for good: a lost server is looked for again, soon at first and then every two seconds. */
export async function followEvents(): Promise<void> {
  for (let misses = 0; ; ) {
    const wasThere = sessionKey.peek() !== '' && (await followOnce());
    if (wasThere && connection.peek() === 'online') connection.value = 'offline';
    misses = wasThere ? 0 : misses + 1;
    const wait = RETRY_MS[Math.min(misses, RETRY_MS.length - 1)];
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}
