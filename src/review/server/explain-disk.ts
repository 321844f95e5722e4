import { ToolkitError } from '../../errors.js';

/** Files of Themeloom's own, of which nobody who reviews a study has to know. */
const ownFiles = new Set<string | undefined>(['.themeloom.lock', '.themeloom-review']);

const copy = 'or end this and review a copy of the folder';
const ways = new Map([
  ['disk-full', { what: 'the disk is full', hint: 'Free some space.' }],
  ['read-only', { what: 'the disk is read-only', hint: `Make it writable, ${copy}.` }],
  [
    'no-permission',
    { what: 'permission is denied', hint: `Give yourself the right to write there, ${copy}.` },
  ],
]);

/** What keeps the study's folder from being written, as somebody at the page is told it; any other failure as it is. */
export function explainDisk<T>(error: T): T | ToolkitError {
  if (!(error instanceof ToolkitError) || !ownFiles.has(error.place?.file)) return error;
  const way = ways.get(error.code);
  if (way === undefined) return error;
  return new ToolkitError(error.code, `the study’s folder cannot be written: ${way.what}`, {
    hint: way.hint,
    cause: error,
  });
}
