import type { SourceBytes } from '../packages/open-package.js';
import { decisionsTable } from './decisions-table.js';
import type { Exchange } from './exchange.js';
import { jsonLines } from './json-lines.js';
import { matrixTable } from './matrix-table.js';
import { oralHistory } from './oral-history.js';
import { qualcoder } from './qualcoder.js';
import { quotesTable } from './quotes-table.js';
import { refiCodebook } from './refi-codebook.js';
import { refiProject } from './refi-project.js';
import { tagTable } from './tag-table.js';
import { taguette } from './taguette.js';
import { webAnnotation } from './web-annotation.js';
import { workbook } from './workbook.js';

/** Every way to exchange a study with other tools. */
export const exchanges: readonly Exchange[] = [
  refiProject,
  refiCodebook,
  workbook,
  quotesTable,
  decisionsTable,
  matrixTable,
  jsonLines,
  webAnnotation,
  taguette,
  qualcoder,
  tagTable,
  oralHistory,
];

/** The exchange that a file's name asks for: of several the one with that id, else the first. */
export function findExchange(name: string, id?: string): Exchange | undefined {
  const lower = name.toLowerCase();
  const fitting = exchanges.filter(({ extensions }) =>
    extensions.some((extension) => lower.endsWith(extension)),
  );
  return id === undefined ? fitting[0] : fitting.find((exchange) => exchange.id === id);
}

/** The exchange that can read a file, by its name and, where that does not tell, by what it holds. */
export function findReadable(source: SourceBytes): Exchange | undefined {
  const lower = source.name.toLowerCase();
  return exchanges.find(
    ({ extensions, read, readMarked, holds }) =>
      (read ?? readMarked) !== undefined &&
      extensions.some((extension) => lower.endsWith(extension)) &&
      (holds === undefined || holds(source)),
  );
}
