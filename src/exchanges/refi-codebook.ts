import type { Exchange } from './exchange.js';
import { readCodebook } from './refi/read-codebook.js';
import { writeCodebook } from './refi/write-codebook.js';

/** A taxonomy as a REFI-QDA codebook. */
export const refiCodebook = {
  id: 'refi-codebook',
  label: 'REFI-QDA codebook',
  extensions: ['.qdc'],
  onlyThemes: true,
  read: readCodebook,
  write: writeCodebook,
} satisfies Exchange;
