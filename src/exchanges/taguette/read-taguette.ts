import { ToolkitError } from '../../errors.js';
import type { Span } from '../../model/span.js';
import type { SourceBytes } from '../../packages/open-package.js';
import type { ExchangedPassage, ExchangedReading, ExchangedTheme, Loss } from '../exchange.js';
import { nameOnly } from '../marked/marked-reading.js';
import { openDatabase, type SqlRow } from '../sqlite/open-database.js';
import { numberOf, textOf } from '../sqlite/read-cells.js';
import { groupBy } from '../tables/group-by.js';
import { orderThemes } from '../themes/order-themes.js';
import { foldHtml, type HtmlText, readHtmlText } from './read-html-text.js';

type Document = { readonly key: string; readonly name: string; readonly html: HtmlText };

/** Reads a project of Taguette. Throws `ToolkitError` as `openDatabase` does, and `not-a-taguette-project`. */
export function readTaguette(source: SourceBytes): ExchangedReading {
  const database = openDatabase(source);
  if (!['projects', 'documents', 'highlights', 'tags'].every((name) => database.tables.includes(name)))
    throw isNoProject(source.name);
  const projects = database.read('projects');
  const documents = database.read('documents').map(readDocument);
  const themes = readTags(database.read('tags'));
  const tagged = groupBy(database.read('highlight_tags'), (row) => textOf(row, 'highlight_id'));
  const byKey = new Map(documents.map((document) => [document.key, document]));
  const search = startSearch();
  const placed = database.read('highlights').flatMap((row) => {
    const document = byKey.get(textOf(row, 'document_id'));
    const tags = (tagged.get(textOf(row, 'id')) ?? []).map((tag) => textOf(tag, 'tag_id'));
    return document === undefined ? [] : [placeHighlight(row, document, { tags, search })];
  });
  const count = (state: PlacedHighlight['state']) => placed.filter((one) => one.state === state).length;
  return {
    study: {
      name: projects.map((row) => textOf(row, 'name')).join(', '),
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
    key: textOf(row, 'id'),
    name: textOf(row, 'name'),
    html: readHtmlText(textOf(row, 'contents')),
  };
}

function readTags(rows: readonly SqlRow[]): readonly ExchangedTheme[] {
  return orderThemes(
    rows.map((row) => ({
      ...nameOnly(textOf(row, 'id'), textOf(row, 'path')),
      parent: textOf(row, 'parent_id'),
      description: textOf(row, 'description'),
    })),
  );
}

type PlacedHighlight = {
  readonly passage?: ExchangedPassage;
  readonly state: 'verified' | 'moved' | 'doubtful' | 'empty';
};

const fold = (text: string) => text.replace(/\s+/g, ' ').trim();

type HighlightContext = { readonly tags: readonly string[]; readonly search: typeof findNearest };

/** Where a highlight says, if its own words stand there; else where these stand nearest to it. */
function placeHighlight(
  row: SqlRow,
  { key, html }: Document,
  { tags, search }: HighlightContext,
): PlacedHighlight {
  const { start, end } = html.toSpan(numberOf(row, 'start_offset'), numberOf(row, 'end_offset'));
  const words = foldHtml(textOf(row, 'snippet'));
  const passage = {
    key: `highlight ${textOf(row, 'id')}`,
    text: key,
    decisions: tags.map((theme) => ({ theme, applies: true })),
  };
  if (words === '' && start >= end) return { state: 'empty' };
  if (words === '' || isSame(html.text.slice(start, end), words))
    return { passage: { ...passage, start, end }, state: 'verified' };
  const found = search(html.text, words, start);
  if (found !== undefined) return { passage: { ...passage, ...found }, state: 'moved' };
  return start < end ? { passage: { ...passage, start, end }, state: 'doubtful' } : { state: 'empty' };
}

/** White space between blocks is counted by one program and not by another; so much of it that texts are not looked at. */
const isSame = (text: string, words: string) =>
  text.length <= 2 * words.length + 1000 && dropSpace(text) === dropSpace(words);
const dropSpace = (text: string) => text.replace(/\s+/g, '');

/** UTF-16 units that are looked through for words in all: seconds of work, and more than real projects need. */
const MOST_SEARCHED = 1_000_000_000;

function startSearch(): typeof findNearest {
  let left = MOST_SEARCHED;
  return (text, words, near) => {
    left -= text.length;
    return left < 0 ? undefined : findNearest(text, words, near);
  };
}

function findNearest(text: string, words: string, near: number): Span | undefined {
  const signs = [...fold(words)].map((sign) => sign.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (signs.length > 5_000) return undefined;
  const pattern = new RegExp(signs.map((sign) => (sign === ' ' ? '\\s+' : sign)).join(''), 'gu');
  let best: Span | undefined;
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
