import type { Exchange } from './exchange.js';
import { holdsCodedTurns, readCodedTurns } from './oral-history/read-coded-turns.js';

/** An interview of Oral History as Data: turns with tags, in. */
export const oralHistory: Exchange = {
  id: 'oral-history',
  label: 'Interview with tags (CSV)',
  extensions: ['.csv'],
  holds: holdsCodedTurns,
  read: readCodedTurns,
};
