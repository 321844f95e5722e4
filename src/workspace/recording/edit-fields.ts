import { isNode, isScalar, isSeq, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { writeFlowItem, writePair } from './write-yaml.js';
import {
  columnOf,
  cutFlowItem,
  endLine,
  endOf,
  endOfPair,
  findDash,
  findPair,
  indent,
  splice,
  startLine,
  startOf,
  startOfPair,
} from './yaml-places.js';

export type FieldEdit = { readonly field: string; readonly value: string | readonly string[] | undefined };

/** The text in which a field of a map says something else, or nothing any more. Only lines of that field change. */
export function editField(text: string, map: YAMLMap, { field, value }: FieldEdit): string {
  const pair = findPair(map, field);
  if (value === undefined) return pair === undefined ? text : cutPair(text, map, pair);
  if (pair === undefined) return addPair(text, map, writePair(field, value, { flow: map.flow === true }));
  if (typeof value !== 'string' && isSeq(pair.value) && pair.value.items.length > 0)
    return editList(text, pair.value, value) ?? replacePair(text, map, pair, { field, value });
  return replacePair(text, map, pair, { field, value });
}

function replacePair(text: string, map: YAMLMap, pair: Pair, { field, value }: FieldEdit): string {
  const type = isScalar(pair.value) && pair.value.value !== null ? pair.value.type : undefined;
  const isList = isSeq(pair.value) && pair.value.flow === true && pair.value.items.length > 0;
  const written = writePair(field, value, { flow: map.flow === true || isList, type });
  const start = startOfPair(pair);
  const end = endOfPair(text, pair, start);
  const put = indent(written, 0, map.flow === true ? 0 : columnOf(text, start)).trimStart();
  const words = put.slice(field.length + 1);
  // The space before a value stays as somebody made it.
  if (isScalar(pair.value) && pair.value.value !== null && !words.startsWith('\n'))
    return splice(text, { start: startOf(pair.value), end, put: words.trimStart() });
  return splice(text, { start, end, put });
}

/** A new pair stands behind the others, before the themes below. */
export function addPair(text: string, map: YAMLMap, written: string): string {
  const last = map.items.findLast((item) => item !== findPair(map, 'themes'));
  if (last === undefined) return text;
  const end = endOfPair(text, last, startOf(map));
  if (map.flow === true) return splice(text, { start: end, end, put: `, ${written}` });
  const column = columnOf(text, startOf(map));
  return addLines(text, end, `${indent(written, 0, column)}\n`);
}

/** Puts lines below the line of a place; the last line of a file may have no end. */
export function addLines(text: string, at: number, lines: string): string {
  const below = endLine(text, at);
  const isEnded = text.charAt(below - 1) === '\n';
  return splice(text, { start: below, end: below, put: isEnded ? lines : `\n${lines}` });
}

export function cutPair(text: string, map: YAMLMap, pair: Pair): string {
  const at = map.items.indexOf(pair);
  if (map.flow === true) return splice(text, cutFlowItem(text, map, at));
  const next = map.items[at + 1];
  // The first key stands on the line of the dash, which stays.
  if (at === 0 && next !== undefined)
    return splice(text, { start: startOfPair(pair), end: startOfPair(next), put: '' });
  const end = endLine(text, endOfPair(text, pair, startOf(map)));
  return splice(text, { start: startLine(text, startOfPair(pair)), end, put: '' });
}

/** A list from which entries went, and to which others came at its end; nothing where their order changed otherwise. */
function editList(text: string, list: YAMLSeq, values: readonly string[]): string | undefined {
  const old = list.items.map((item) => (isScalar(item) ? String(item.value) : ''));
  const kept = values.filter((value) => old.includes(value));
  const isOrdered = old.filter((value) => kept.includes(value)).join('\n') === kept.join('\n');
  const added = values.slice(kept.length);
  if (!isOrdered || kept.length === 0 || kept.some((value, at) => values[at] !== value)) return undefined;
  const last = list.items.at(-1);
  if (!isNode(last)) return undefined;
  // From the end, so that the places before stay what they are.
  let edited = added.length === 0 ? text : addItems(text, list, added);
  for (let at = old.length - 1; at >= 0; at--)
    if (!kept.includes(old[at] ?? '')) edited = cutItem(edited, list, at);
  return edited;
}

function addItems(text: string, list: YAMLSeq, values: readonly string[]): string {
  const last = list.items.at(-1);
  if (!isNode(last)) return text;
  const end = endOf(text, last);
  if (list.flow === true) {
    const put = values.map((value) => `, ${writeFlowItem(value)}`).join('');
    return splice(text, { start: end, end, put });
  }
  const column = columnOf(text, findDash(text, last));
  const lines = values.map((value) => `- ${writeFlowItem(value)}\n`).join('');
  return addLines(text, end, indent(lines, 0, column));
}

function cutItem(text: string, list: YAMLSeq, at: number): string {
  const item = list.items[at];
  if (!isNode(item)) return text;
  if (list.flow === true) return cutBetweenCommas(text, list, at);
  const start = startLine(text, findDash(text, item));
  return splice(text, { start, end: endLine(text, endOf(text, item)), put: '' });
}

/** An item goes with the comma before it, the first with the one behind: what comes later may be gone already. */
function cutBetweenCommas(text: string, { items }: YAMLSeq, at: number): string {
  const [before, own] = [items[at - 1], items[at]];
  if (!isNode(own)) return text;
  const end = endOf(text, own);
  if (isNode(before)) return splice(text, { start: endOf(text, before), end, put: '' });
  const comma = /^\s*,\s*/.exec(text.slice(end))?.[0] ?? '';
  return splice(text, { start: startOf(own), end: end + comma.length, put: '' });
}
