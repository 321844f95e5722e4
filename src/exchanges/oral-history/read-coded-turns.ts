import type { SourceBytes } from '../../packages/open-package.js';
import type { ExchangedPassage, ExchangedReading } from '../exchange.js';
import { nameOnly } from '../marked/marked-reading.js';
import { emptyStudy, noPlaces, readCsv, readCsvHeader } from '../tables/read-csv.js';
import { foldHtml } from '../taguette/read-html-text.js';

/** Columns of tables that name other documents, whose rows are no turns. */
const foreign = ['document', 'transcript', 'quote', 'content', 'id'];

/** Whether a CSV holds the turns of one interview with tags, as Oral History as Data has them. Never throws. */
export function holdsCodedTurns(source: SourceBytes): boolean {
  const header = readCsvHeader(source);
  const has = (name: string) => header.includes(name);
  return has('words') && has('tags') && (has('speaker') || has('timestamp')) && !foreign.some(has);
}

/**
 * Reads an interview whose turns have tags: each turn with tags is a passage. What has no words is left out. Throws
 * `ToolkitError` `csv-syntax`.
 */
export function readCodedTurns(source: SourceBytes): ExchangedReading {
  const { rows } = readCsv(source);
  const themes = new Map<string, string>();
  const passages: ExchangedPassage[] = [];
  const parts: string[] = [];
  let length = 0;
  for (const row of rows) {
    // Words are printed on a web page as they stand: `&#8212;` is a dash.
    const words = foldHtml(row.get('words') ?? '');
    if (words === '') continue;
    const head = `${showTime(row.get('timestamp') ?? '')}${showLabel(row.get('speaker') ?? '')}`;
    const start = length + head.length;
    const tags = splitTags(row.get('tags') ?? '');
    for (const tag of tags) themes.set(tag.toLowerCase(), themes.get(tag.toLowerCase()) ?? tag);
    if (tags.length > 0)
      passages.push({
        key: `turn ${parts.length + 1}`,
        text: source.name,
        start,
        end: start + words.length,
        decisions: tags.map((tag) => ({ theme: tag.toLowerCase(), applies: true })),
      });
    const part = `${head}${words}\n\n`;
    parts.push(part);
    length += part.length;
  }
  return {
    study: {
      ...emptyStudy,
      origin: 'Oral History as Data',
      themes: [...themes].map(([key, label]) => nameOnly(key, label)),
      texts: [{ key: source.name, name: source.name.replace(/\.csv$/i, ''), text: parts.join('') }],
      passages,
    },
    losses: [],
    places: { ...noPlaces, verified: passages.length },
  };
}

/** With brackets or without, and now and then with a remark behind it. */
const showTime = (time: string) => {
  const [, clock] = /^\[?(\d{1,2}:\d\d(?::\d\d)?)(?![\d:])/.exec(time) ?? [];
  return clock === undefined ? '' : `[${clock}] `;
};
const showLabel = (label: string) => {
  const plain = label.replace(/[:\s]+/g, ' ').trim();
  return plain === '' ? '' : `${plain}: `;
};

const splitTags = (cell: string): readonly string[] => [
  ...new Set(
    cell
      .split(/[;|]/)
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ''),
  ),
];
