import { ToolkitError } from '../../errors.js';
import type { SourceBytes } from '../../packages/open-package.js';
import type { ExchangedPassage, ExchangedReading, ExchangedTheme, Loss } from '../exchange.js';
import { openDatabase, type SqlRow } from '../sqlite/open-database.js';
import type { SqlValue } from '../sqlite/read-record.js';
import { groupBy } from '../tables/group-by.js';
import { foldHtml, type HtmlText, readHtmlText } from './read-html-text.js';

const asText = (value: SqlValue | undefined) => (value === null || value === undefined ? '' : String(value));
const asNumber = (value: SqlValue | undefined) => (typeof value === 'number' ? value : -1);

type Document = { readonly key: string; readonly name: string; readonly html: HtmlText };

/** Reads a project of Taguette. Throws `ToolkitError` as `openDatabase` does, and `not-a-taguette-project`. */
export function readTaguette(source: SourceBytes): ExchangedReading {
  const database = openDatabase(source);
  if (!['projects', 'documents', 'highlights', 'tags'].every((name) => database.tables.includes(name)))
    throw isNoProject(source.name);
  const projects = database.read('projects');
  const documents = database.read('documents').map(readDocument);
  const themes = readTags(database.read('tags'));
  const tagged = groupBy(database.read('highlight_tags'), (row) => asText(row.get('highlight_id')));
  const byKey = new Map(documents.map((document) => [document.key, document]));
  const placed = database.read('highlights').flatMap((row) => {
    const document = byKey.get(asText(row.get('document_id')));
    const tags = (tagged.get(asText(row.get('id'))) ?? []).map((tag) => asText(tag.get('tag_id')));
    return document === undefined ? [] : [placeHighlight(row, document, tags)];
  });
  const count = (state: PlacedHighlight['state']) => placed.filter((one) => one.state === state).length;
  return {
    study: {
      name: projects.map((row) => asText(row.get('name'))).join(', '),
      origin: 'Taguette',
      themes,
      texts: documents.map(({ key, name, html }) => ({ key, name, text: html.text })),
      passages: placed.flatMap(({ passage }) => passage ?? []),
      participants: [],
      coders: [],
      memos: [],
    },
    losses: tellEmpty(count('empty')),
    places: { verified: count('verified'), unnamed: 0, moved: count('moved'), doubtful: count('doubtful') },
  };
}

function readDocument(row: SqlRow): Document {
  return {
    key: asText(row.get('id')),
    name: asText(row.get('name')),
    html: readHtmlText(asText(row.get('contents'))),
  };
}

/** Parents before their children. */
function readTags(rows: readonly SqlRow[]): readonly ExchangedTheme[] {
  const byKey = new Map(rows.map((row) => [asText(row.get('id')), row]));
  const themes = new Map<string, ExchangedTheme>();
  const add = (key: string, above: ReadonlySet<string>): void => {
    const row = byKey.get(key);
    if (row === undefined || themes.has(key) || above.has(key)) return;
    const parent = asText(row.get('parent_id'));
    add(parent, new Set([...above, key]));
    themes.set(key, {
      key,
      parent: themes.has(parent) ? parent : null,
      label: asText(row.get('path')),
      description: asText(row.get('description')),
      include: '',
      exclude: '',
      keywords: [],
      notKeywords: [],
      examples: [],
    });
  };
  for (const key of byKey.keys()) add(key, new Set());
  return [...themes.values()];
}

type PlacedHighlight = {
  readonly passage?: ExchangedPassage;
  readonly state: 'verified' | 'moved' | 'doubtful' | 'empty';
};

const fold = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Where a highlight says, if its own words stand there; else where these stand nearest to it. */
function placeHighlight(row: SqlRow, { key, html }: Document, tags: readonly string[]): PlacedHighlight {
  const { start, end } = html.toSpan(asNumber(row.get('start_offset')), asNumber(row.get('end_offset')));
  const words = foldHtml(asText(row.get('snippet')));
  const passage = {
    key: `highlight ${asText(row.get('id'))}`,
    text: key,
    decisions: tags.map((theme) => ({ theme, applies: true })),
  };
  if (words === '' && start >= end) return { state: 'empty' };
  if (words === '' || dropSpace(html.text.slice(start, end)) === dropSpace(words))
    return { passage: { ...passage, start, end }, state: 'verified' };
  const found = findNearest(html.text, words, start);
  if (found !== undefined) return { passage: { ...passage, ...found }, state: 'moved' };
  return start < end ? { passage: { ...passage, start, end }, state: 'doubtful' } : { state: 'empty' };
}

/** White space between blocks is counted by one program and not by another. */
const dropSpace = (text: string) => text.replace(/\s+/g, '');

function findNearest(text: string, words: string, near: number) {
  const signs = [...fold(words)].map((sign) => sign.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (signs.length > 5_000) return undefined;
  const pattern = new RegExp(signs.map((sign) => (sign === ' ' ? '\\s+' : sign)).join(''), 'gu');
  let best: { readonly start: number; readonly end: number } | undefined;
  for (const { index, 0: found } of text.matchAll(pattern)) {
    if (best !== undefined && Math.abs(best.start - near) <= Math.abs(index - near)) break;
    best = { start: index, end: index + found.length };
  }
  return best;
}

function tellEmpty(count: number): readonly Loss[] {
  const reason = 'it covers no words';
  return count === 0 ? [] : [{ element: 'highlight', count, reason, kept: false }];
}

function isNoProject(file: string): ToolkitError {
  return new ToolkitError('not-a-taguette-project', `${file} is a database, but no project of Taguette`, {
    hint: 'In Taguette choose "Export project as SQLite3 database".',
    place: { file },
  });
}
