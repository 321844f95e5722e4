import { type Document, isMap, YAMLMap, YAMLSeq } from 'yaml';
import { isMove } from '../../pipeline/reviewing/apply-themes.js';
import type { ThemeChange, ThemeEntry, ThemeState } from '../../pipeline/reviewing/change-parts.js';
import { findNewDimension } from '../../pipeline/reviewing/theme-tree.js';
import { ensureList, refuseTaxonomy } from '../taxonomy-list.js';

/**
 * Makes one change in a taxonomy as a tree of nodes; comments and order of what is there stay. What is printed of it may be
 * laid out anew.
 */
export function editDocument(document: Document, change: ThemeChange): void {
  const { id, after } = change;
  const found = findTheme(listDimensions(document), id);
  if (after === null) {
    if (found !== undefined) takeItem(found);
    return;
  }
  const node = found?.node ?? newMap(document);
  if (found === undefined || isMove(change)) {
    if (found !== undefined) takeItem(found);
    const list = findHome(document, after);
    list.items.splice(Math.min(after.position, list.items.length), 0, node);
  }
  writeFields(document, node, { before: change.before?.entry, after: after.entry });
}

export type FoundTheme = { readonly node: YAMLMap; readonly list: YAMLSeq; readonly owner: YAMLMap };

function takeItem({ node, list, owner }: FoundTheme): void {
  list.items.splice(list.items.indexOf(node), 1);
  if (list.items.length === 0) owner.delete('themes');
}

/** The first entry of a theme's id, in the order of the file. */
export function findTheme(dimensions: YAMLSeq, id: string): FoundTheme | undefined {
  for (const owner of dimensions.items) {
    const found = owner instanceof YAMLMap ? findBelow(owner, id) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function findBelow(owner: YAMLMap, id: string): FoundTheme | undefined {
  const list = owner.get('themes', true);
  if (!(list instanceof YAMLSeq)) return undefined;
  for (const node of list.items) {
    if (!(node instanceof YAMLMap)) continue;
    if (node.get('id') === id) return { node, list, owner };
    const below = findBelow(node, id);
    if (below !== undefined) return below;
  }
  return undefined;
}

/** The list that a theme of a state stands in; made where there is none yet. */
function findHome(document: Document, { dimension, parent }: ThemeState): YAMLSeq {
  const dimensions = listDimensions(document);
  if (parent !== null) {
    const above = findTheme(dimensions, parent);
    if (above === undefined) throw refuseTaxonomy();
    return ensureList(document, above.node, 'themes');
  }
  const present = dimensions.items.find((item) => isMap(item) && item.get('id') === dimension);
  if (present !== undefined) return ensureList(document, present, 'themes');
  const made = document.createNode(findNewDimension(dimension));
  dimensions.add(made);
  return ensureList(document, made, 'themes');
}

export function listDimensions(document: Document): YAMLSeq {
  if (document.contents === null) document.contents = newMap(document);
  return ensureList(document, document.contents, 'dimensions');
}

const newMap = (document: Document) => new YAMLMap(document.schema);

export const themeFields = [
  'id',
  'label',
  'description',
  'include',
  'exclude',
  'keywords',
  'notKeywords',
  'examples',
] as const;

/** Writes what an entry says otherwise than before, and takes away what it no longer says. */
function writeFields(
  document: Document,
  node: YAMLMap,
  { before, after }: { readonly before: ThemeEntry | undefined; readonly after: ThemeEntry },
): void {
  for (const field of themeFields) {
    const value = after[field];
    if (before !== undefined && JSON.stringify(before[field]) === JSON.stringify(value)) continue;
    if (value === undefined) node.delete(field);
    else node.set(field, document.createNode(value));
  }
  const below = node.items.findIndex(({ key }) => String(key) === 'themes');
  const [themes] = below < 0 ? [] : node.items.splice(below, 1);
  if (themes !== undefined) node.items.push(themes);
}
