import { signal } from '@preact/signals';
import type { z } from 'zod';
import { type Failure, failureSchema } from '../../messages/study.js';
import { type Answer, SIGNED_OUT, UNREACHABLE } from './answer.js';
import { connection, sessionKey } from './session.js';

export type { Answer } from './answer.js';

/** Whether other coders' decisions are left out of everything that is shown. */
export const blind = signal(false);

function addBlind(path: string): string {
  if (!blind.value || path.includes('blind=')) return path;
  return `${path}${path.includes('?') ? '&' : '?'}blind=1`;
}

async function send(path: string, init: RequestInit): Promise<Response | undefined> {
  try {
    const headers = { ...init.headers, authorization: `Bearer ${sessionKey.peek()}` };
    const response = await fetch(path, { ...init, headers });
    connection.value = response.status === 401 ? 'signed-out' : 'online';
    return response;
  } catch {
    if (connection.peek() === 'online') connection.value = 'offline';
    return undefined;
  }
}

async function readFailure(response: Response): Promise<Failure> {
  if (response.status === 401) return SIGNED_OUT;
  const told = failureSchema.safeParse(await response.json().catch(() => null));
  if (told.success) return told.data;
  const code = response.status >= 500 ? 'broken' : 'refused';
  return { code, message: `Themeloom answered ${response.status}.`, hint: 'Try again, or reload the page.' };
}

/** Statuses that ask to try again: signed out, too slow, too many, not now. */
const passing = new Set([401, 408, 429, 502, 503, 504]);

async function readAnswer<T>(schema: z.ZodType<T>, response: Response | undefined): Promise<Answer<T>> {
  if (response === undefined) return { ok: false, failure: UNREACHABLE, passes: true };
  if (!response.ok) {
    const passes = passing.has(response.status);
    return { ok: false, failure: await readFailure(response), passes };
  }
  const value = schema.safeParse(await response.json().catch(() => null));
  if (value.success) return { ok: true, value: value.data };
  const message = 'The answer is not one that this page understands.';
  const failure = { code: 'strange-answer', message, hint: 'Reload the page.' };
  return { ok: false, failure, passes: true };
}

function post(path: string, body: unknown): Promise<Response | undefined> {
  const headers = { 'content-type': 'application/json' };
  return send(path, { method: 'POST', headers, body: JSON.stringify(body) });
}

/** Gets a message. Blind mode is added by itself. Never throws: what went wrong is in the answer. */
export async function askFor<T>(schema: z.ZodType<T>, path: string): Promise<Answer<T>> {
  return readAnswer(schema, await send(addBlind(path), {}));
}

/** Posts a body and reads the message that comes back. */
export async function tell<T>(schema: z.ZodType<T>, path: string, body: unknown): Promise<Answer<T>> {
  return readAnswer(schema, await post(path, body));
}

/** Posts a body and hands the answer's bytes to the browser as a file called `name`. */
export async function download(path: string, body: unknown, name: string): Promise<Answer<null>> {
  const response = await post(path, body);
  if (response === undefined) return { ok: false, failure: UNREACHABLE };
  if (!response.ok) return { ok: false, failure: await readFailure(response) };
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return { ok: true, value: null };
}

/** Opens a stream that lasts; `undefined` where the server is not there or does not know this window. */
export async function openStream(path: string, signal: AbortSignal): Promise<ReadableStream | undefined> {
  const response = await send(path, { signal });
  return response?.ok ? (response.body ?? undefined) : undefined;
}
