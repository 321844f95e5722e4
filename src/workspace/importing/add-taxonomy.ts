import { type Document, isMap, isSeq, parseDocument, YAMLMap, YAMLSeq } from 'yaml';
import { ToolkitError } from '../../errors.js';
import type { Dimension, Theme } from '../../model/theme.js';
import { readText } from '../read-file.js';
import { readYaml } from '../read-yaml.js';
import { studyFiles } from '../study-files.js';
import type { FileEdit } from './file-edit.js';

const file = studyFiles.taxonomy;

/**
 * `taxonomy.yaml` with new dimensions, and with new themes below their parents; comments and order of what is there stay.
 * Throws `ToolkitError` `yaml-syntax` or `taxonomy-unusable` where the file is no taxonomy, and as `readText` does.
 */
export function addTaxonomy(
  folder: string,
  { dimensions, themes }: { readonly dimensions: readonly Dimension[]; readonly themes: readonly Theme[] },
): readonly FileEdit[] {
  if (dimensions.length === 0 && themes.length === 0) return [];
  const text = readText(folder, file)?.text ?? '';
  readYaml(file, text);
  const document: Document = parseDocument(text);
  if (document.contents === null) document.contents = document.createNode({});
  const list = ensureList(document, document.contents, 'dimensions');
  for (const dimension of dimensions) list.add(document.createNode(dimension));
  const homes = indexEntries(list);
  for (const theme of themes) {
    const home = homes.get(
      theme.parentId === null ? `dimension ${theme.dimension}` : `theme ${theme.parentId}`,
    );
    const entry = document.createNode(describeTheme(theme));
    ensureList(document, home, 'themes').add(entry);
    homes.set(`theme ${theme.id}`, entry);
  }
  return [{ file, content: document.toString({ lineWidth: 0 }) }];
}

/** The entry of `taxonomy.yaml`: only what says something. */
function describeTheme({ dimension: _dimension, parentId: _parentId, ...theme }: Theme) {
  return Object.fromEntries(
    Object.entries(theme).filter(([, value]) =>
      typeof value === 'string' ? value !== '' : value.length > 0,
    ),
  );
}

/** The entries of dimensions and themes, by what they are and their ids. */
function indexEntries(dimensions: YAMLSeq): Map<string, unknown> {
  const found = new Map<string, unknown>();
  const visit = (kind: 'dimension' | 'theme', list: unknown): void => {
    if (!isSeq(list)) return;
    for (const item of list.items) {
      if (!isMap(item)) continue;
      const name = `${kind} ${String(item.get('id'))}`;
      if (!found.has(name)) found.set(name, item);
      visit('theme', item.get('themes', true));
    }
  };
  visit('dimension', dimensions);
  return found;
}

/** The list under a key; made where the key is missing or has no value. */
function ensureList(document: Document, map: unknown, key: string): YAMLSeq {
  if (!(map instanceof YAMLMap)) throw refuseTaxonomy();
  const present = map.get(key, true);
  if (isSeq(present)) {
    if (present.items.length === 0) present.flow = false;
    if (present instanceof YAMLSeq) return present;
  }
  if (map.get(key) !== undefined && map.get(key) !== null) throw refuseTaxonomy();
  const list = new YAMLSeq(document.schema);
  if (map.items.length === 0) map.flow = false;
  map.set(key, list);
  return list;
}

function refuseTaxonomy(): ToolkitError {
  return new ToolkitError('taxonomy-unusable', `${file} is no taxonomy, so no theme can be added to it`, {
    hint: 'Its first line must be "dimensions:", with a list of dimensions below. Run "themeloom check" for every problem.',
    place: { file },
  });
}
