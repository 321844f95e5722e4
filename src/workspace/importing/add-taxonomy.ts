import { type Document, isMap, isSeq, parseDocument, type YAMLSeq } from 'yaml';
import type { Dimension, Theme } from '../../model/theme.js';
import { readText } from '../read-file.js';
import { readYaml } from '../read-yaml.js';
import { studyFiles } from '../study-files.js';
import { ensureList } from '../taxonomy-list.js';
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
