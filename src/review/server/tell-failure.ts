import { ToolkitError } from '../../errors.js';
import type { Failure } from '../messages/study.js';

type Status = 400 | 401 | 403 | 404 | 408 | 409 | 413 | 415 | 500 | 503;

/** What keeps the study from being read or written at this moment, so that the same request may succeed later. */
const troubles = new Set([
  'cannot-read',
  'cannot-write',
  'disk-full',
  'file-broken',
  'file-missing',
  'no-permission',
  'no-study',
  'not-a-file',
  'not-a-folder',
  'outside-folder',
  'read-only',
  'settings-unusable',
  'study-broken',
  'study-locked',
  'yaml-syntax',
]);

const statuses = new Map<string, Status>([
  ['bad-request', 400],
  ['signed-out', 401],
  ['foreign-request', 403],
  ['not-found', 404],
  ['body-too-large', 413],
  ['not-json', 415],
  ['try-again', 503],
]);

/** Whether a failure is one that passes: the disk, or another program that is writing. */
export function isTrouble(error: unknown): error is ToolkitError {
  return error instanceof ToolkitError && troubles.has(error.code);
}

/**
 * What a client is told of a failure. 503 asks to try again later, 409 says that it will not be done. Of a fault in
 * Themeloom nothing is told but that there is one.
 */
export function tellFailure(error: unknown): { readonly status: Status; readonly failure: Failure } {
  if (!(error instanceof ToolkitError)) {
    const message = 'the server came upon a fault in Themeloom';
    return { status: 500, failure: { code: 'fault', message, hint: 'Please report what you did.' } };
  }
  const { code, message, hint = '' } = error;
  const usual = isTrouble(error) ? 503 : code.startsWith('unknown-') ? 404 : 409;
  return { status: statuses.get(code) ?? usual, failure: { code, message, hint } };
}
