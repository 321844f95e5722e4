import { writeWorkbook } from '../packages/write-workbook.js';
import type { Exchange } from './exchange.js';
import { listTableLosses } from './tables/list-table-losses.js';
import { nameCells } from './tables/name-cells.js';
import { tabulateDecisions } from './tables/tabulate-decisions.js';
import { tabulateMatrix } from './tables/tabulate-matrix.js';
import { tabulateQuotes } from './tables/tabulate-quotes.js';

/** All tables as the sheets of one workbook; its cells are texts and numbers, never formulas. */
export const workbook: Exchange = {
  id: 'workbook',
  label: 'Spreadsheet (XLSX)',
  extensions: ['.xlsx'],
  async write(study) {
    const sheets = [tabulateQuotes(study), tabulateDecisions(study), tabulateMatrix(study)];
    return {
      bytes: await writeWorkbook(sheets),
      losses: listTableLosses(study, ['quotes', 'decisions', 'matrix']),
      outgoing: sheets.map(nameCells),
    };
  },
};
