import { isMap, isNode, isSeq, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import { isMove } from '../../pipeline/reviewing/apply-themes.js';
import type { ThemeChange, ThemeState } from '../../pipeline/reviewing/change-parts.js';
import { findNewDimension } from '../../pipeline/reviewing/theme-tree.js';
import { type FoundTheme, findTheme, themeFields } from './edit-document.js';
import { addLines, addPair, cutPair, editField } from './edit-fields.js';
import { writeItem } from './write-yaml.js';
import {
  columnOf,
  cutFlowItem,
  endOf,
  endOfPair,
  findDash,
  findLines,
  findPair,
  indent,
  splice,
  startOf,
  startOfPair,
} from './yaml-places.js';

/**
 * The text of a taxonomy with one change made in its lines; nothing where it is laid out in a way that this does not know.
 * Every step reads the text anew: places hold for one text alone.
 */
export function editLines(text: string, change: ThemeChange): string | undefined {
  const { id, after } = change;
  const found = find(text, id);
  if (after === null) return found === undefined ? text : cutTheme(text, found);
  if (found === undefined) return putTheme(text, after, writeItem(after.entry));
  if (!isMove(change)) return editFields(text, change);
  const item = readItem(text, found);
  const moved = putTheme(cutTheme(text, found), after, item);
  return moved === undefined ? undefined : editFields(moved, change);
}

function find(text: string, id: string): FoundTheme | undefined {
  const dimensions = readDimensions(text);
  return dimensions === undefined ? undefined : findTheme(dimensions, id);
}

function readDimensions(text: string): YAMLSeq | undefined {
  const { contents } = parseDocument(text);
  return isMap(contents) ? readList(contents, 'dimensions') : undefined;
}

function readList(map: YAMLMap, key: string): YAMLSeq | undefined {
  const value = findPair(map, key)?.value;
  return isSeq(value) && value.items.length > 0 ? value : undefined;
}

function editFields(text: string, { id, before, after }: ThemeChange): string {
  return themeFields.reduce((edited, field) => {
    const value = after?.entry[field];
    if (before !== null && JSON.stringify(before.entry[field]) === JSON.stringify(value)) return edited;
    const node = find(edited, id)?.node;
    return node === undefined || field === 'id' ? edited : editField(edited, node, { field, value });
  }, text);
}

/** An item as lines whose dash is in column 0, with its comments. */
function readItem(text: string, { node, list }: FoundTheme): string {
  if (list.flow === true) return `- ${text.slice(startOf(node), endOf(text, node))}\n`;
  const { start, end } = findLines(text, node);
  const lines = text.slice(start, end);
  return indent(lines.endsWith('\n') ? lines : `${lines}\n`, columnOf(text, findDash(text, node)), 0);
}

function cutTheme(text: string, { node, list, owner }: FoundTheme): string {
  const pair = findPair(owner, 'themes');
  if (list.items.length === 1 && pair !== undefined) return cutPair(text, owner, pair);
  if (list.flow === true) return splice(text, cutFlowItem(text, list, list.items.indexOf(node)));
  return splice(text, { ...findLines(text, node), put: '' });
}

function putTheme(text: string, state: ThemeState, item: string): string | undefined {
  const { dimension, parent, position } = state;
  const dimensions = readDimensions(text);
  if (dimensions === undefined) return undefined;
  const owner =
    parent !== null
      ? findTheme(dimensions, parent)?.node
      : dimensions.items.find((each) => isMap(each) && each.get('id') === dimension);
  if (owner === undefined && parent === null) {
    const made = putItem(text, dimensions, {
      item: writeItem(findNewDimension(dimension)),
      position: Infinity,
    });
    return made === undefined ? undefined : putTheme(made, state, item);
  }
  if (!isMap(owner)) return undefined;
  const list = readList(owner, 'themes');
  if (list !== undefined) return putItem(text, list, { item, position });
  if (owner.flow !== true) return putFirst(text, owner, item);
  const opened = openMap(text, owner);
  return opened === undefined ? undefined : putTheme(opened, state, item);
}

type Putting = { readonly item: string; readonly position: number };

function putItem(text: string, list: YAMLSeq, { item, position }: Putting): string | undefined {
  const last = list.items.at(-1);
  const next = list.items[position];
  if (!isNode(last)) return undefined;
  if (list.flow === true) {
    if (!item.startsWith('- {') || item.trimEnd().includes('\n')) return undefined;
    const words = item.slice(2).trim();
    if (!isNode(next))
      return splice(text, { start: endOf(text, last), end: endOf(text, last), put: `, ${words}` });
    return splice(text, { start: startOf(next), end: startOf(next), put: `${words}, ` });
  }
  const lines = indent(item, 0, columnOf(text, findDash(text, last)));
  if (!isNode(next)) return addLines(text, endOf(text, last), lines);
  const { start } = findLines(text, next);
  return splice(text, { start, end: start, put: lines });
}

/** The first theme below another, or of a dimension. */
function putFirst(text: string, owner: YAMLMap, item: string): string {
  const empty = findPair(owner, 'themes');
  const bare = empty === undefined ? text : undefined;
  const lines = `themes:\n${indent(item.trimEnd(), 0, 2)}`;
  if (bare !== undefined) return addPair(bare, owner, lines);
  const start = empty === undefined ? 0 : startOfPair(empty);
  const put = indent(lines, 0, columnOf(text, start)).trimStart();
  return splice(text, { start, end: endOfPair(text, empty, start), put });
}

/** A map between braces in lines of its own, where it is the item of such a list. */
function openMap(text: string, map: YAMLMap): string | undefined {
  const start = startOf(map);
  if (!/^ *- *$/.test(text.slice(start - columnOf(text, start), start))) return undefined;
  const pairs = map.items.map((pair) => text.slice(startOfPair(pair), endOfPair(text, pair, start)));
  const put = pairs.join(`\n${' '.repeat(columnOf(text, start))}`);
  return splice(text, { start, end: endOf(text, map), put });
}
