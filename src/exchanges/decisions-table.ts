import type { Exchange } from './exchange.js';
import { formatCsv } from './tables/format-csv.js';
import { listTableLosses } from './tables/list-table-losses.js';
import { nameCells } from './tables/name-cells.js';
import { holdsDecisions, readDecisions } from './tables/read-decisions.js';
import { tabulateDecisions } from './tables/tabulate-decisions.js';

/** The last word of each coder on every quote and theme; comes back into a study that has the quotes. */
export const decisionsTable: Exchange = {
  id: 'decisions',
  label: 'Table of decisions (CSV)',
  extensions: ['.csv'],
  holds: holdsDecisions,
  readMarked: readDecisions,
  write(study) {
    const sheet = tabulateDecisions(study);
    return {
      bytes: formatCsv(sheet),
      losses: listTableLosses(study, ['decisions']),
      outgoing: nameCells(sheet),
    };
  },
};
