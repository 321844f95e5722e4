import type { ExchangedTheme } from '../exchange.js';
import { nameOnly } from '../marked/marked-reading.js';
import type { Database, SqlRow } from '../sqlite/open-database.js';
import { textOf } from '../sqlite/read-cells.js';
import { orderThemes } from '../themes/order-themes.js';

/** Who marks all turns of all speakers with a code of their own, since version 4. */
export const speakerCoder = '📌 Speaker coding';

export const keyOfCode = (id: string) => `code ${id}`;
const keyOfCategory = (id: string) => `category ${id}`;

/**
 * Categories and codes, which are themes alike. Those that only say who speaks are left out: they are called by names of
 * people. `codings` are the rows of `code_text`.
 */
export function readThemes(database: Database, codings: readonly SqlRow[]): readonly ExchangedTheme[] {
  const used = new Set(codings.filter((row) => !isSpeakers(row)).map((row) => textOf(row, 'cid')));
  const codes = database.read('code_name').filter((row) => !isSpeakers(row) || used.has(textOf(row, 'cid')));
  const filled = new Set(codes.map((row) => textOf(row, 'catid')));
  const categories = database
    .read('code_cat')
    .filter((row) => !isSpeakers(row) || filled.has(textOf(row, 'catid')));
  return orderThemes([...categories.map(readCategory), ...codes.map(readCode)]);
}

export const isSpeakers = (row: SqlRow) => textOf(row, 'owner') === speakerCoder;

function readCategory(row: SqlRow): ExchangedTheme {
  const above = textOf(row, 'supercatid');
  return {
    ...nameOnly(keyOfCategory(textOf(row, 'catid')), labelOf(row)),
    parent: above === '' ? null : keyOfCategory(above),
    description: textOf(row, 'memo').trim(),
  };
}

/** Below another code since version 4 of the program (16 of the database), else in a category. */
function readCode(row: SqlRow): ExchangedTheme {
  const [code, category] = [textOf(row, 'supercid'), textOf(row, 'catid')];
  return {
    ...nameOnly(keyOfCode(textOf(row, 'cid')), labelOf(row)),
    parent: code !== '' ? keyOfCode(code) : category !== '' ? keyOfCategory(category) : null,
    description: textOf(row, 'memo').trim(),
  };
}

const labelOf = (row: SqlRow) => textOf(row, 'name').normalize('NFC').replace(/\s+/g, ' ').trim();
