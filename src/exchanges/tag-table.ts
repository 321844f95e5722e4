import type { SourceBytes } from '../packages/open-package.js';
import type { Exchange, ExchangedReading, ExchangedTheme } from './exchange.js';
import { nameOnly } from './marked/marked-reading.js';
import { emptyStudy, noPlaces, readCsv, readCsvHeader } from './tables/read-csv.js';
import { orderThemes } from './themes/order-themes.js';

/** A codebook as a table of tags with their descriptions: of Taguette, and the filters of Oral History as Data. */
export const tagTable: Exchange = {
  id: 'tag-table',
  label: 'Codebook (CSV)',
  extensions: ['.csv'],
  onlyThemes: true,
  holds: (source) => {
    const header = readCsvHeader(source);
    return header.includes('tag') && header.includes('description') && !header.includes('content');
  },
  read: readTagTable,
};

/** Of two rows with one tag the last is used. */
function readTagTable(source: SourceBytes): ExchangedReading {
  const themes = readCsv(source).rows.flatMap((row): readonly ExchangedTheme[] => {
    const tag = row.get('tag') ?? '';
    const [description = '', parent = ''] = [row.get('description'), row.get('parent')];
    return tag === '' ? [] : [{ ...nameOnly(tag, tag), description, parent }];
  });
  return { study: { ...emptyStudy, themes: orderThemes(themes) }, losses: [], places: noPlaces };
}
