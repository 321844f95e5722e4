import { type ClientRequest, request } from 'node:http';
import { onTestFinished } from 'vitest';
import { eventSchema, type ServerEvent } from '../../../src/review/messages/study.js';

export type Heard = {
  /** All events so far. */
  readonly events: readonly ServerEvent[];
  /** Ends with the first event, heard already or still to come, of which this holds. */
  readonly find: (test: (event: ServerEvent) => boolean) => Promise<ServerEvent>;
  /** Ends when the server has ended the stream. */
  readonly ended: Promise<void>;
};

/** Listens to the events of a server as a window does, until the test ends. */
export function hearEvents(port: number, headers: Readonly<Record<string, string>>): Promise<Heard> {
  const events: ServerEvent[] = [];
  const seeking = new Set<() => void>();
  return new Promise((resolve, reject) => {
    const asked: ClientRequest = request({
      host: '127.0.0.1',
      port,
      path: '/api/events',
      headers,
      agent: false,
    });
    onTestFinished(() => void asked.destroy());
    asked.on('error', reject);
    asked.on('response', (answer) => {
      let rest = '';
      answer.on('data', (bytes) => {
        const parts = `${rest}${bytes}`.split('\n\n');
        rest = parts.pop() ?? '';
        for (const part of parts)
          if (part.startsWith('data: ')) events.push(eventSchema.parse(JSON.parse(part.slice(6))));
        for (const seek of seeking) seek();
      });
      const ended = new Promise<void>((end) => {
        answer.on('error', () => end());
        answer.on('close', () => end());
      });
      resolve({ events, ended, find: (test) => seek(events, seeking, test) });
    });
    asked.end();
  });
}

function seek(
  events: readonly ServerEvent[],
  seeking: Set<() => void>,
  test: (event: ServerEvent) => boolean,
): Promise<ServerEvent> {
  return new Promise((resolve) => {
    const look = () => {
      const found = events.find(test);
      if (found === undefined) return;
      seeking.delete(look);
      resolve(found);
    };
    seeking.add(look);
    look();
  });
}
