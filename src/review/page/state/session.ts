import { signal } from '@preact/signals';
import { sessionSchema } from '../../messages/study.js';
import { keep, keepHere, readKept, readKeptHere } from './keep.js';

export type Connection = 'online' | 'offline' | 'signed-out';

/** Whether the server answers, and knows this window. */
export const connection = signal<Connection>('online');

/** The key that every request carries; empty before the window is signed in. */
export const sessionKey = signal('');

/** Whether this window was opened by an address that the command printed, rather than loaded again. */
export const cameByLink = signal(false);

/** The token of `#token=…`, which never travels in an address; empty where there is none. */
export function readToken(hash: string): string {
  return /^#token=([\w-]+)$/.exec(hash)?.[1] ?? '';
}

async function exchangeToken(token: string): Promise<string> {
  try {
    const response = await fetch('/api/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    });
    const session = sessionSchema.safeParse(await response.json());
    return session.success ? session.data.key : '';
  } catch {
    return '';
  }
}

/** Signs this window in by the token of its address, or by the key that it kept. */
export async function signIn(): Promise<void> {
  const token = readToken(location.hash);
  const made = token === '' ? '' : await exchangeToken(token);
  cameByLink.value = made !== '';
  if (token !== '') history.replaceState(null, '', readKept('route') || '#/');
  const key = made || readKeptHere('key') || readKept('key');
  keepHere('key', key);
  keep('key', key);
  sessionKey.value = key;
  connection.value = key === '' ? 'signed-out' : 'online';
}

/** Signs in anew where a new address is opened in a window that is here already: it differs by its token alone. */
export function followTokens(): void {
  addEventListener('hashchange', () => {
    if (readToken(location.hash) !== '') void signIn();
  });
}
