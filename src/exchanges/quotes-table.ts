import type { Exchange } from './exchange.js';
import { formatCsv } from './tables/format-csv.js';
import { listTableLosses } from './tables/list-table-losses.js';
import { nameCells } from './tables/name-cells.js';
import { tabulateQuotes } from './tables/tabulate-quotes.js';

/** Quotes with what each coder said of them: comes back through a spreadsheet. */
export const quotesTable: Exchange = {
  id: 'quotes',
  label: 'Table of quotes (CSV)',
  extensions: ['.csv'],
  write(study) {
    const sheet = tabulateQuotes(study);
    return {
      bytes: formatCsv(sheet),
      losses: listTableLosses(study, ['quotes']),
      outgoing: nameCells(sheet),
    };
  },
};
