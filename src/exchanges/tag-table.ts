import type { SourceBytes } from '../packages/open-package.js';
import type { Exchange, ExchangedReading, ExchangedTheme } from './exchange.js';
import { nameOnly } from './marked/marked-reading.js';
import { emptyStudy, noPlaces, readCsv, readCsvHeader } from './tables/read-csv.js';

/** A codebook as a table of tags with their descriptions: of Taguette, and the filters of Oral History as Data. */
export const tagTable: Exchange = {
  id: 'tag-table',
  label: 'Codebook (CSV)',
  extensions: ['.csv'],
  holds: (source) => {
    const header = readCsvHeader(source);
    return header.includes('tag') && header.includes('description') && !header.includes('content');
  },
  read: readTagTable,
};

/** Parents come before their children; one that the table lacks is none. */
function readTagTable(source: SourceBytes): ExchangedReading {
  const rows = new Map(
    readCsv(source).rows.flatMap((row) => {
      const tag = row.get('tag') ?? '';
      return tag === '' ? [] : [[tag, row] as const];
    }),
  );
  const themes = new Map<string, ExchangedTheme>();
  const add = (tag: string, above: ReadonlySet<string>): void => {
    const row = rows.get(tag);
    if (row === undefined || themes.has(tag) || above.has(tag)) return;
    const parent = row.get('parent') ?? '';
    add(parent, new Set([...above, tag]));
    themes.set(tag, {
      ...nameOnly(tag, tag),
      description: row.get('description') ?? '',
      parent: themes.has(parent) ? parent : null,
    });
  };
  for (const tag of rows.keys()) add(tag, new Set());
  return { study: { ...emptyStudy, themes: [...themes.values()] }, losses: [], places: noPlaces };
}
