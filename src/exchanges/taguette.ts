import type { Exchange } from './exchange.js';
import { isDatabase } from './sqlite/open-database.js';
import { readTaguette } from './taguette/read-taguette.js';

/** A project of Taguette, in. */
export const taguette: Exchange = {
  id: 'taguette',
  label: 'Taguette project',
  extensions: ['.sqlite3', '.sqlite', '.db'],
  holds: isDatabase,
  read: readTaguette,
};
