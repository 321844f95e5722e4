import type { Exchange } from './exchange.js';
import { formatCsv } from './tables/format-csv.js';
import { listTableLosses } from './tables/list-table-losses.js';
import { nameCells } from './tables/name-cells.js';
import { holdsCounts, refuseCounts } from './tables/read-decisions.js';
import { tabulateMatrix } from './tables/tabulate-matrix.js';

/** Participants × themes, as counts of quotes: nothing comes back from counts. */
export const matrixTable: Exchange = {
  id: 'matrix',
  label: 'Table of participants × themes (CSV)',
  extensions: ['.csv'],
  holds: holdsCounts,
  read: refuseCounts,
  write(study) {
    const sheet = tabulateMatrix(study);
    return {
      bytes: formatCsv(sheet),
      losses: listTableLosses(study, ['matrix']),
      outgoing: nameCells(sheet),
    };
  },
};
